import type { Issue, PayModel, PayrollView } from '#contracts';
import { outcomeOf } from '../ledger/delivery.js';
import type { ReportedEvent } from '../ledger/ledger-facts.js';
import type { LedgerPeriod } from '../ledger/ledger-table.js';
import { rangeIssues } from '../ledger/view-ledger.js';

/** A published route: seconds, with the first way (from home) and the last one (back) apart. */
export interface PaidRoute {
  readonly day: string;
  readonly plannedSeconds: number;
  readonly travelSeconds: number;
  readonly commuteSeconds: number;
  readonly waitingSeconds: number;
}

/** Somebody's month: what they were planned for, and what was reported of their visits. */
export interface PaidMember {
  readonly staff: string;
  /** The provider's own id of the person. */
  readonly number: string;
  readonly contractMinutesPerWeek: number;
  readonly routes: readonly PaidRoute[];
  /** Events of each visit they were at. */
  readonly visits: readonly { readonly staffId: string; readonly events: readonly ReportedEvent[] }[];
  readonly absentDays: number;
}

/** What payroll is made from, and by which model a provider pays. */
export interface PayrollStore {
  model(providerId: string): Promise<PayModel>;
  setModel(providerId: string, model: PayModel, actor: string): Promise<void>;
  /** What a working hour costs by main profession of the staff, in cents; null: not known. */
  hourCosts(providerId: string): Promise<ReadonlyMap<string, number | null>>;
  setHourCosts(providerId: string, costs: ReadonlyMap<string, number | null>, actor: string): Promise<void>;
  /** Everybody who was planned or reported anything on the days, by number. */
  members(providerId: string, period: LedgerPeriod): Promise<readonly PaidMember[]>;
}

export type PayrollOutcome =
  { readonly ok: true; readonly payroll: PayrollView } | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Hours to pay, person by person: care as it was delivered, ways and waiting as planned for the days worked. `whole_time`
 * pays all of it, `without_commute` not the first and the last way of a route, `care_and_ways` no waiting, `care` care alone.
 */
export async function viewPayroll(store: PayrollStore, providerId: string, days: LedgerPeriod): Promise<PayrollOutcome> {
  const issues = rangeIssues(days);
  if (issues.length > 0) return { ok: false, issues };
  const model = await store.model(providerId);
  const members = await store.members(providerId, days);
  return { ok: true, payroll: { model, rows: members.map((member) => payOf(member, model)) } };
}

/** One row of the payroll. */
export function payOf(
  { staff, number, contractMinutesPerWeek, routes, visits, absentDays }: PaidMember,
  model: PayModel,
): PayrollView['rows'][number] {
  const sum = (field: Exclude<keyof PaidRoute, 'day'>): number =>
    Math.round(routes.reduce((total, route) => total + route[field], 0) / 60);
  const careMinutes = visits.reduce(
    (total, { staffId, events }) => total + (outcomeOf(events).deliveries.find((one) => one.staffId === staffId)?.minutes ?? 0),
    0,
  );
  const [travelMinutes, commuteMinutes, waitingMinutes] = [sum('travelSeconds'), sum('commuteSeconds'), sum('waitingSeconds')];
  const extra = {
    whole_time: travelMinutes + waitingMinutes,
    without_commute: travelMinutes - commuteMinutes + waitingMinutes,
    care_and_ways: travelMinutes,
    care: 0,
  }[model];
  return {
    ...{ staff, number, days: new Set(routes.map(({ day }) => day)).size, absentDays, contractMinutesPerWeek },
    ...{ plannedMinutes: sum('plannedSeconds'), careMinutes, travelMinutes, commuteMinutes, waitingMinutes },
    paidMinutes: careMinutes + extra,
  };
}

/** Rows under a row of names, for a spreadsheet. */
export function payrollCells({ model, rows }: PayrollView): readonly (readonly (string | number)[])[] {
  const fields = [
    ...(['days', 'absentDays', 'contractMinutesPerWeek', 'plannedMinutes', 'careMinutes'] as const),
    ...(['travelMinutes', 'commuteMinutes', 'waitingMinutes', 'paidMinutes'] as const),
  ];
  const names = fields.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  return [
    ['number', 'staff', 'pay_model', ...names],
    ...rows.map((row) => [row.number, row.staff, model, ...fields.map((field) => row[field])]),
  ];
}
