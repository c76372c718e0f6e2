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
}

/** Nobody and nothing in particular. */
export const EVERYTHING: Sought = { words: '', profession: '', funder: '', district: '' };

/** Whether anybody or anything in particular is looked for. */
export function isSeeking({ words, profession, funder, district }: Sought): boolean {
  return words.trim() !== '' || profession !== '' || funder !== '' || district !== '';
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

/** Routes of the profession whose staff member or one of whose clients is sought. */
export function findRoutes(routes: readonly RouteView[], sought: Sought): readonly RouteView[] {
  return routes.filter(
    (route) =>
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
