import type { Issue, MyTimeDay, MyTimeView } from '#contracts';
import { daysFrom } from '#time';
import { issueOf } from '../changes/change-issues.js';
import type { FieldMember, FieldTime, FieldWorkStore } from './field-ports.js';

/** Most days a view of one's time covers. */
const LONGEST_DAYS = 31;

export type MyTimeOutcome =
  { readonly ok: true; readonly time: MyTimeView } | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Working time of one person by published plans, day by day, both days included: care, travel, waiting, what is paid (all
 * of them; breaks are not), the rest before, and absences; with what the law of working time calls attention to.
 */
export async function myTime(
  store: FieldWorkStore,
  { from, to, ...member }: FieldMember & { readonly from: string; readonly to: string },
): Promise<MyTimeOutcome> {
  if (to < from) return refused('date.order', to, `${from} or later`);
  const days = daysFrom(from, to);
  if (days.length > LONGEST_DAYS) return refused('date.order', to, `at most ${LONGEST_DAYS} days`);
  const facts = await store.time(member, from, to);
  const { contractMinutesPerWeek, findings } = facts;
  return { ok: true, time: { days: days.map((day) => dayOf(day, facts)), contractMinutesPerWeek, findings } };
}

function refused(code: 'date.order', value: string, allowed: string): MyTimeOutcome {
  return { ok: false, issues: [issueOf({ code, path: 'to', value, allowed })] };
}

function dayOf(day: string, { routes, absences, shifts }: FieldTime): MyTimeDay {
  const own = routes.filter((route) => route.day === day).sort((a, b) => a.departure.localeCompare(b.departure));
  const sum = (of: (route: FieldTime['routes'][number]) => number): number => own.reduce((total, route) => total + of(route), 0);
  const [start = null] = own.map(({ departure }) => departure);
  const before = start === null ? [] : routes.filter((route) => route.return <= start).map((route) => route.return);
  const lastEnd = before.sort().at(-1);
  const [careSeconds, travelSeconds, waitingSeconds] = [
    sum((route) => route.careSeconds),
    sum((route) => route.travelSeconds),
    sum((route) => route.waitingSeconds),
  ];
  const rostered = shifts.filter((shift) => shift.day === day).sort((a, b) => a.start.localeCompare(b.start));
  return {
    ...{ day, start, careSeconds, travelSeconds, waitingSeconds },
    end: own.at(-1)?.return ?? null,
    paidSeconds: careSeconds + travelSeconds + waitingSeconds,
    restSeconds: start === null || lastEnd === undefined ? null : (Date.parse(start) - Date.parse(lastEnd)) / 1000,
    absence: absences.find((absence) => absence.from <= day && day <= absence.to)?.kind ?? null,
    shift: rostered.length === 0 ? null : { start: rostered[0].start, end: rostered[rostered.length - 1].end },
  };
}
