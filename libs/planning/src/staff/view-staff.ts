import type { QualificationState, StaffView, WorkdayView } from '#contracts';
import { addDays, isoOf, isoWeekStart } from '#time';
import { workingTimeInForce } from '../plans/view-plan.js';
import type { PlanReader } from '../ports.js';
import type { StaffFacts, StaffShift, StaffStore } from './staff-ports.js';

/** How far ahead shifts are shown, days with today; the week of the last is shown whole. */
const AHEAD_DAYS = 14;
/** How far back the work before the first shift is looked for, days. */
const REST_DAYS = 7;
/** A qualification that ends within so many days is to be renewed. */
const SOON_DAYS = 28;

/** Who looks at a member of staff's page, and on which day. */
export interface StaffLook {
  readonly role: 'coordinator' | 'manager' | 'administrator';
  readonly today: string;
}

/** The page of a member of staff; null when the provider has nobody of that id. */
export async function viewStaff(
  stores: { readonly staff: StaffStore; readonly reader: Pick<PlanReader, 'workingTimeInForce'> },
  { providerId, staff }: { readonly providerId: string; readonly staff: string },
  { role, today }: StaffLook,
): Promise<StaffView | null> {
  const from = isoWeekStart(today);
  const to = addDays(isoWeekStart(addDays(today, AHEAD_DAYS - 1)), 6);
  const facts = await stores.staff.page(providerId, staff, { from: addDays(from, -REST_DAYS), to });
  if (facts === null) return null;
  const judged = await workingTimeInForce(stores.reader, providerId, { from, to });
  const findings = judged.ok ? judged.findings.filter((finding) => finding.staff === facts.staffId) : [];
  return {
    ...facts.page,
    // Illness is a health fact: who only runs the accounts sees none.
    absences: facts.page.absences.map((absence) => (role === 'administrator' ? { ...absence, kind: null } : absence)),
    qualifications: qualificationsOf(facts, today),
    weeks: weeksOf(workdays(facts.shifts), from, to),
    findings: findings.map(({ staff: _, staffName: __, plan: ___, ...finding }) => finding),
  };
}

const RANK: Readonly<Record<QualificationState, number>> = { ended: 0, soon: 1, valid: 2, coming: 3, replaced: 4 };

/** Those that ask for something first; of a kind the one that ends last counts. */
function qualificationsOf({ qualifications }: StaffFacts, today: string): StaffView['qualifications'] {
  return qualifications
    .map((one) => {
      const later = qualifications.some((other) => other.kind === one.kind && endOf(other) > endOf(one));
      return { ...one, state: stateOf(one, later, today) };
    })
    .sort((a, b) => RANK[a.state] - RANK[b.state] || a.kind.localeCompare(b.kind));
}

const OPEN = '9999-12-31';
const endOf = ({ validTo }: { readonly validTo: string | null }): string => validTo ?? OPEN;

function stateOf(
  one: { readonly validFrom: string; readonly validTo: string | null },
  followed: boolean,
  today: string,
): QualificationState {
  if (one.validFrom > today) return 'coming';
  if (endOf(one) < today) return followed ? 'replaced' : 'ended';
  return !followed && endOf(one) <= addDays(today, SOON_DAYS) ? 'soon' : 'valid';
}

/** Every shift with its work and the rest before it. */
function workdays(shifts: readonly StaffShift[]): WorkdayView[] {
  let lastEnd: number | null = null;
  return shifts.map((shift) => {
    const { date, start, end, breakMinutes, route } = shift;
    const work = workOf(shift);
    const rest = work !== null && lastEnd !== null ? Math.round((work.from - lastEnd) / 60) : null;
    if (work !== null) lastEnd = work.to;
    return {
      ...{ date, start, end, breakMinutes, state: workState(shift), restMinutes: rest },
      planned: route && { plan: route.plan, from: isoOf(route.from), to: isoOf(route.to), visits: route.visits },
      workMinutes: work === null ? 0 : Math.round((work.to - work.from - work.breakSeconds) / 60),
    };
  });
}

function workState({ route, worked, dayPlanned }: StaffShift): WorkdayView['state'] {
  if (route !== null) return 'planned';
  if (!worked) return 'off';
  return dayPlanned ? 'free' : 'rostered';
}

/** What is worked of a shift: its route in the plan in force, or all of it while its day has none. */
function workOf(shift: StaffShift): { readonly from: number; readonly to: number; readonly breakSeconds: number } | null {
  if (shift.route !== null) return shift.route;
  if (workState(shift) !== 'rostered') return null;
  return { from: shift.startsAt, to: shift.endsAt, breakSeconds: shift.breakMinutes * 60 };
}

function weeksOf(days: readonly WorkdayView[], from: string, to: string): StaffView['weeks'] {
  const weeks: StaffView['weeks'] = [];
  for (let week = from; week <= to; week = addDays(week, 7)) {
    const last = addDays(week, 6);
    const theirs = days.filter(({ date }) => week <= date && date <= last);
    weeks.push({ from: week, to: last, workMinutes: theirs.reduce((sum, day) => sum + day.workMinutes, 0), days: theirs });
  }
  return weeks;
}
