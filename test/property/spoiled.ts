import fc from 'fast-check';

/** A value anybody may send in place of any other. */
export const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    -1,
    1e308,
    '',
    ' ',
    '2026-02-30',
    '24:01',
    '=1+1',
    '\u0000',
    '../../x',
    "'; DROP TABLE clients; --",
    'ā'.repeat(5000),
  ),
);

/** The same JSON with the value at one place replaced; places are counted through all of it. */
export function spoiled(value: unknown, place: number, by: unknown): unknown {
  let at = 0;
  const walk = (here: unknown): unknown => {
    if (at++ === place) return by;
    if (Array.isArray(here)) return here.map(walk);
    if (typeof here !== 'object' || here === null) return here;
    return Object.fromEntries(Object.entries(here).map(([key, item]) => [key, walk(item)]));
  };
  return walk(value);
}

/** How many places `spoiled` counts in a value. */
export function placesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, item) => sum + placesIn(item), 0);
}
