import type { ProblemInput } from '../model/problem-input.js';
import type { StaffMeasure } from '../model/staff-rules-input.js';
import { measured, type RouteTime } from './staff-rules.js';

/** One measure to be shared: its people, what each did before, and the routes that count. */
export interface FairnessData {
  readonly measure: StaffMeasure;
  readonly before: readonly number[];
  readonly routes: readonly (readonly number[])[];
  readonly price: number;
}

/** @param factor of the component's level */
export function compileFairness(problem: ProblemInput, factor: number): readonly FairnessData[] {
  const routesOf = new Map<string, { readonly id: string; readonly route: number }[]>();
  let next = 0;
  for (const { id, shifts } of problem.staff)
    routesOf.set(
      id,
      shifts.map((shift) => ({ id: shift.id, route: next++ })),
    );
  return (problem.fairness ?? [])
    .filter(({ price }) => price > 0)
    .map(({ measure, staff, shifts, price }) => ({
      measure,
      before: staff.map((share) => share.before ?? 0),
      routes: staff.map((share) =>
        routesOf
          .get(share.staff)!
          .filter(({ id }) => shifts?.includes(id) ?? true)
          .map(({ route }) => route),
      ),
      price: price * factor,
    }));
}

/** Sum over the people of ceil(|amount - mean|), weighted, in whole numbers throughout. */
export function fairnessCost(fair: FairnessData, timeOf: (route: number) => RouteTime | null): number {
  const people = fair.before.length;
  const amounts = fair.before.map((before, k) => {
    let amount = before;
    for (const r of fair.routes[k]) {
      const time = timeOf(r);
      if (time) amount += measured(fair.measure, time);
    }
    return amount;
  });
  const total = amounts.reduce((a, b) => a + b, 0);
  let cost = 0;
  for (const amount of amounts) cost += Math.ceil(Math.abs(people * amount - total) / people);
  return fair.price * cost;
}
