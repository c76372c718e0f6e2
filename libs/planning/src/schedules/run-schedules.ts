import { addDays, clockOf, dayOf, daysFrom } from '#time';
import { lawContext } from '../law/law-data.js';
import type { PlanRequest } from '../ports.js';
import { expiryChecks, LOOK_AHEAD_DAYS, LOOK_BACK_DAYS } from './expiry-checks.js';
import type { Agenda, ScheduleName, ScheduleStore, ScheduleWrites } from './schedule-ports.js';
import { termChecks } from './term-checks.js';

/** When each schedule runs, wall-clock `HH:MM` in Europe/Riga: the horizon in the quiet of the night, the rest before the office opens. */
export const SCHEDULE_TIMES: Readonly<Record<ScheduleName, string>> = { horizon: '02:15', terms: '06:00', expiries: '06:05' };

/** The search of a night's plan: nobody waits for it. */
const NIGHTLY = { seconds: 60, threads: 2, seed: 1 };
/** The longest range one nightly plan covers, days: a week. */
const NIGHTLY_DAYS = 7;

/**
 * Runs every schedule whose time of today has come and that nobody has run yet, for every provider. Called at the times
 * and at every start, so that a run missed while the machine was off is caught up; several workers may call it at once.
 * Returns how many runs were this caller's.
 */
export async function runSchedules(store: ScheduleStore, now: Date): Promise<number> {
  const seconds = Math.floor(now.getTime() / 1000);
  const [date, clock] = [dayOf(seconds), clockOf(seconds)];
  const names = (Object.keys(SCHEDULE_TIMES) as ScheduleName[]).filter((name) => SCHEDULE_TIMES[name] <= clock);
  let runs = 0;
  for (const providerId of await store.providerIds()) {
    for (const name of names) {
      if (await store.hasRun(providerId, name, date)) continue;
      const agenda = await store.agenda(providerId, date, { back: LOOK_BACK_DAYS, ahead: LOOK_AHEAD_DAYS });
      if (await store.commit(providerId, { name, date }, writesOf(name, agenda, date))) runs++;
    }
  }
  return runs;
}

const NOTHING: ScheduleWrites = { workItems: [], replaces: [], changes: [], plans: [] };

function writesOf(name: ScheduleName, agenda: Agenda, today: string): ScheduleWrites {
  const law = lawContext(agenda.practice);
  switch (name) {
    case 'horizon':
      return { ...NOTHING, plans: horizonPlans(agenda, today) };
    case 'terms':
      return { ...NOTHING, ...termChecks(agenda.episodes, today, law) };
    case 'expiries':
      return { ...NOTHING, ...expiryChecks(agenda, today, law.calendar) };
  }
}

/** Plans for the days ahead that have none: days in a row share one, a week at most. */
export function horizonPlans({ horizonDays, plannedDays }: Agenda, today: string): PlanRequest[] {
  const planned = new Set(plannedDays);
  const missing = daysFrom(addDays(today, 1), addDays(today, horizonDays)).filter((day) => !planned.has(day));
  const ranges: { from: string; to: string; days: number }[] = [];
  for (const day of missing) {
    const last = ranges.at(-1);
    if (last && addDays(last.to, 1) === day && last.days < NIGHTLY_DAYS) Object.assign(last, { to: day, days: last.days + 1 });
    else ranges.push({ from: day, to: day, days: 1 });
  }
  return ranges.map(({ from, to }) => ({ from, to, ...NIGHTLY }));
}
