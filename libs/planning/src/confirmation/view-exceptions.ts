import type { ExceptionsQuery, ExceptionsView, ExceptionView, Issue } from '#contracts';
import { matchParts, outcomeOf } from '../ledger/delivery.js';
import { rangeIssues } from '../ledger/view-ledger.js';
import type { ConfirmationStore, LabelledRecord } from './confirmation-ports.js';
import { judgeRecord, type JudgedRecord } from './exceptions.js';

export type ExceptionsOutcome =
  { readonly ok: true; readonly exceptions: ExceptionsView } | { readonly ok: false; readonly issues: readonly Issue[] };

/** The visits of the days whose record lies outside the provider's limits, and how many were confirmed on their own. */
export async function viewExceptions(
  store: ConfirmationStore,
  providerId: string,
  { from, to, state }: ExceptionsQuery,
  now: Date,
): Promise<ExceptionsOutcome> {
  const issues = rangeIssues({ from, to });
  if (issues.length > 0) return { ok: false, issues };
  const limits = await store.limits(providerId);
  const records = await store.records(providerId, { from, to });
  const judged = records.map((record) => [record, judgeRecord(record, limits, now.getTime() / 1000)] as const);
  const count = (wanted: JudgedRecord['state']): number => judged.filter(([, one]) => one.state === wanted).length;
  return {
    ok: true,
    exceptions: {
      limits,
      confirmed: count('confirmed'),
      open: count('open'),
      acknowledged: count('acknowledged'),
      visits: judged.flatMap(([record, one]) => (one.state === state ? [exceptionView(record, one)] : [])),
    },
  };
}

function exceptionView({ planned, events, staff, ...record }: LabelledRecord, { state, reasons }: JudgedRecord): ExceptionView {
  const { visit, date, client, account, profession, tasks } = record;
  const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();
  const nameOf = (id: string | undefined): string | null => (id === undefined ? null : (staff.get(id) ?? null));
  return {
    ...{ visit, date, client, account, profession, tasks: [...tasks], events: events.length },
    state: state === 'acknowledged' ? 'acknowledged' : 'exception',
    reasons: [...reasons],
    deliveries: matchParts(planned, outcomeOf(events).deliveries).map(({ part, delivery }) => ({
      planned: part && { staff: nameOf(part.staffId), start: instant(part.start), end: instant(part.end) },
      given: delivery && {
        staff: nameOf(delivery.staffId),
        start: instant(delivery.arrived * 60),
        end: delivery.left === null ? null : instant(delivery.left * 60),
        minutes: delivery.minutes,
      },
    })),
  };
}
