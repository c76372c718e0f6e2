import type { RouteView, StopView } from '#contracts';

/** What the coordinator looks for. */
export interface Sought {
  /** Part of a staff member's or client's name, in any case, with or without diacritics. */
  readonly words: string;
  /** A profession's code; empty for all. */
  readonly profession: string;
  /** A payer's code, and a district; empty for all. */
  readonly funder: string;
  readonly district: string;
  /** A kind of problem; empty for all. */
  readonly problem: '' | 'rule' | 'time' | 'wait' | 'free';
}

/** Nobody and nothing in particular. */
export const EVERYTHING: Sought = { words: '', profession: '', funder: '', district: '', problem: '' };

/** Whether anybody or anything in particular is looked for. */
export function isSeeking({ words, ...rest }: Sought): boolean {
  return words.trim() !== '' || Object.values(rest).some((wanted) => wanted !== '');
}

/** Letters without case and diacritics: `Bērziņa` is found by `berzina`. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word sought begins or stands inside the text. */
export function matches(text: string, words: string): boolean {
  const plain = plainLetters(text);
  return plainLetters(words)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

/** Seconds of waiting before a visit that somebody should look at. */
const LONG_WAIT = 1800;

/** Whether a route has the problem looked for; `found` are the people whom the law of working time remarks on. */
export function hasProblem({ stops, staff }: RouteView, problem: Sought['problem'], found: ReadonlySet<string>): boolean {
  if (problem === 'rule') return stops.some(({ links }) => links.some(({ held }) => !held));
  if (problem === 'time') return found.has(staff);
  if (problem === 'wait') return stops.some((stop) => waits(stop) >= LONG_WAIT);
  return problem === '' || stops.every(({ kind }) => kind !== 'visit');
}

function waits({ kind, arrival, start }: StopView): number {
  return kind === 'visit' ? (Date.parse(start) - Date.parse(arrival)) / 1000 : 0;
}

/** Routes of the profession whose staff member or one of whose clients is sought. */
export function findRoutes(
  routes: readonly RouteView[],
  sought: Sought,
  found: ReadonlySet<string> = new Set(),
): readonly RouteView[] {
  return routes.filter(
    (route) =>
      hasProblem(route, sought.problem, found) &&
      (sought.profession === '' || route.profession === sought.profession) &&
      (sought.funder === '' || route.stops.some(({ funder }) => funder === sought.funder)) &&
      (sought.district === '' || route.stops.some(({ neighbourhood }) => neighbourhood === sought.district)) &&
      (sought.words.trim() === '' || matches(route.staffName, sought.words) || route.stops.some((stop) => isFound(stop, sought))),
  );
}

/** Whether this stop's client is the one sought; false while nobody is. */
export function isFound(stop: Pick<StopView, 'kind' | 'client'>, sought: Sought): boolean {
  return sought.words.trim() !== '' && stop.kind === 'visit' && matches(stop.client, sought.words);
}

/** The professions of the routes, each once, in the routes' order. */
export function professionsOf(routes: readonly RouteView[]): string[] {
  return [...new Set(routes.map((route) => route.profession))];
}

/** The districts visited, each once, by name. */
export function districtsOf(routes: readonly RouteView[]): string[] {
  const found = routes.flatMap(({ stops }) => stops.flatMap(({ neighbourhood }) => neighbourhood ?? []));
  return [...new Set(found)].sort((a, b) => a.localeCompare(b, 'lv'));
}
