import type { RouteView, StopView } from '#contracts';

/** What the coordinator looks for. */
export interface Sought {
  /** Part of a staff member's or client's name, in any case, with or without diacritics. */
  readonly words: string;
  /** A profession's code; empty for all. */
  readonly profession: string;
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
