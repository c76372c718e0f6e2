import type { Plan } from '#engine';
import type { PlanningData } from '../ports.js';
import { judgeWork, judgeWorkingTime, unlawful } from '../working-time/judge-working-time.js';
import type { KnownWork, StaffFinding } from '../working-time/working-time-ports.js';
import type { CurrentPlan, StoredRoute } from './replan-ports.js';

/** The data of some days of a plan: what stands on its other days is work around them. */
export function aroundDays(data: PlanningData, current: CurrentPlan, [from, to]: readonly [string, string]): PlanningData {
  const elsewhere = current.routes.filter(({ date }) => date < from || date > to).map(routeWork);
  return {
    ...data,
    shifts: data.shifts.filter(({ date }) => from <= date && date <= to),
    workHistory: [...(data.workHistory ?? []), ...elsewhere],
  };
}

/** What the law of working time says of a recomputed plan, and the hard rules that it breaks and the plan before it did not. */
export function judgeRecomputed(
  plan: Plan,
  { data, current, epoch }: { readonly data: PlanningData; readonly current: CurrentPlan; readonly epoch: number },
): { readonly findings: readonly StaffFinding[]; readonly broken: readonly string[] } {
  const findings = judgeWorkingTime(plan, data, epoch);
  const dates = new Set(data.shifts.map(({ date }) => date));
  const stood = new Set(judgeWork(current.routes.filter(({ date }) => dates.has(date)).map(routeWork), data).map(nameOf));
  return { findings, broken: unlawful(findings.filter((finding) => !stood.has(nameOf(finding)))) };
}

function nameOf({ staffId, code, from, to }: StaffFinding): string {
  return JSON.stringify([staffId, code, from, to]);
}

function routeWork({ staffId, date, departure, return: back, stops }: StoredRoute): KnownWork {
  const breaks = stops.filter(({ kind }) => kind === 'break').map(({ start, end }) => ({ start, end }));
  return { staffId, date, start: departure, end: back, breaks, journeySeconds: 0 };
}
