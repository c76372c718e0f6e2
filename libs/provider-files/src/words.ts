/** A name reduced to its letters and digits, lower case, without diacritics: `Dzīvo viens`, `dzivo_viens` and `DZIVOVIENS` agree. */
export const fold = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`, or `limit + 1` when there are more.
 * Optimal string alignment (Damerau 1964, restricted), O(|a| |b|).
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = back[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, back[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, twoBack[j - 2] + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [twoBack, back] = [back, row];
  }
  return Math.min(back[b.length], limit + 1);
}

/** The name nearest to `wanted` among `names` and at most `limit` edits away; the first of equals; undefined when none is. */
export function nearest(wanted: string, names: Iterable<string>, limit: number): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const name of names) {
    const edits = distance(wanted, name, least - 1);
    if (edits < least) [best, least] = [name, edits];
    if (least === 0) break;
  }
  return best;
}
