import { findObservation, observationsFor, routeObservation, serviceOf, type Observation, type Profession } from '#care';
import type { ErrorCode, Issue, ObservationReport, WorkItemKind } from '#contracts';
import { dayOf } from '#time';
import { issueOf } from '../changes/change-issues.js';
import type { ObservationContext, ObservationOutcome, ObservationStore, RoutedReport } from './field-ports.js';

/** Who saw it. */
export interface Observer {
  readonly providerId: string;
  readonly accountId: string;
  readonly staffId: string;
  readonly profession: Profession;
}

/** The work a report makes for the office, by what happens to it. */
const WORK: Readonly<Record<'call_emergency' | 'ask_consent' | Observation['recipient'], WorkItemKind>> = {
  call_emergency: 'emergency_at_home',
  ask_consent: 'ask_consent',
  emergency: 'emergency_at_home',
  gp: 'tell_gp',
  social_service: 'tell_social_service',
};

/**
 * Stores what staff saw at their own visits, all of it or none, and sends it where the guideline says: each report makes
 * one work item with its due time, an emergency also has the day planned again. Sending a report again changes nothing.
 */
export async function reportObservations(
  store: ObservationStore,
  { observer, reports, now }: { readonly observer: Observer; readonly reports: readonly ObservationReport[]; readonly now: Date },
): Promise<ObservationOutcome> {
  const { providerId, accountId } = observer;
  const references = { visits: [...new Set(reports.map(({ visit }) => visit))], ids: [...new Set(reports.map(({ id }) => id))] };
  const context = await store.context(providerId, references);
  const issues = reports.flatMap((report, index) => faultsOf(report, observer, context).map((fault) => inPlace(index, fault)));
  if (issues.length > 0) return { ok: false, issues };
  const fresh = [...new Map(reports.filter(({ id }) => !context.known.has(id)).map((report) => [report.id, report])).values()];
  const today = dayOf(Math.floor(now.getTime() / 1000));
  const routed = fresh.map((report) => routedReport(report, observer, context));
  const recorded = await store.record(providerId, routed, { accountId, today });
  // Somebody was quicker: judged again, the reports say what is left of them.
  if (recorded === null) return reportObservations(store, { observer, reports, now });
  return { ok: true, recorded, repeated: reports.length - recorded };
}

type Fault = readonly [code: ErrorCode, field: string, allowed: string];

function faultsOf(report: ObservationReport, { staffId, profession }: Observer, context: ObservationContext): readonly Fault[] {
  const known = context.known.get(report.id);
  if (known) {
    const same = known.visit === report.visit && known.code === report.code && known.staffId === staffId;
    return same ? [] : [['event.id_reused', 'id', 'an id of its own']];
  }
  const allowed = observationsFor(serviceOf(profession)).map(({ code }) => code);
  const faults: Fault[] = [];
  if (!allowed.includes(report.code)) faults.push(['observation.unknown', 'code', allowed.join(', ')]);
  const visit = context.visits.get(report.visit);
  if (!visit) faults.push(['event.visit_unknown', 'visit', 'the key of a visit that was planned']);
  else if (!visit.staff.includes(staffId)) faults.push(['event.not_yours', 'visit', 'your own visits of the published plan']);
  return faults;
}

function inPlace(index: number, [code, field, allowed]: Fault): Issue {
  return issueOf({ code, path: `reports.${index}.${field}`, value: '', allowed });
}

function routedReport(report: ObservationReport, { staffId }: Observer, context: ObservationContext): RoutedReport {
  const { clientId, consents } = context.visits.get(report.visit) as NonNullable<ReturnType<typeof context.visits.get>>;
  const observation = findObservation(report.code) as Observation;
  const seconds = Math.floor(Date.parse(report.at) / 1000);
  const about = dayOf(seconds);
  const { action, consented, dueHours } = routeObservation(observation, report.isNew, { given: consents, day: about });
  const kind = action === 'pass_on' ? WORK[observation.recipient] : action === 'nothing' ? null : WORK[action];
  return {
    ...{ report, staffId, clientId, consented },
    work: kind && { key: `observation:${report.id}`, kind, clientId, staffId, about, dueAt: seconds + dueHours * 3600 },
    replan: action === 'call_emergency',
  };
}
