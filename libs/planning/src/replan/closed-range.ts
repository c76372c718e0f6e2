import type { CurrentPlan } from './replan-ports.js';

/** From the first to the last touched day, and further where a night's route belongs to two days. */
export function closedRange({ routes, visits, days }: CurrentPlan, touched: readonly string[]): readonly [string, string] {
  const dates = new Map(visits.map(({ key, date }) => [key, date]));
  let [from, to] = [touched[0], touched[touched.length - 1]];
  for (let grown = true; grown;) {
    const crossing = routes
      .map(({ date, stops }) => [date, ...stops.flatMap(({ id }) => dates.get(id) ?? [])])
      .filter((all) => all.some((day) => from <= day && day <= to))
      .flat()
      .filter((day) => days.includes(day));
    const wider = [[from, ...crossing].sort()[0], [to, ...crossing].sort().at(-1) as string] as const;
    grown = wider[0] !== from || wider[1] !== to;
    [from, to] = wider;
  }
  return [from, to];
}
