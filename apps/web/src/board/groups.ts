import type { RouteView } from '#contracts';

export type Grouping = '' | 'district' | 'profession';

/** Rows under one heading; of one group alone the name is empty. */
export interface RowGroup {
  readonly name: string;
  readonly rows: readonly RouteView[];
}

/** Rows in groups by name, those without one last; the rows keep their order. */
export function groupRows(rows: readonly RouteView[], by: Grouping): readonly RowGroup[] {
  if (by === '') return [{ name: '', rows }];
  const groups = new Map<string, RouteView[]>();
  for (const row of rows) {
    const name = by === 'profession' ? row.profession : districtOf(row);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups]
    .map(([name, own]) => ({ name, rows: own }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name, 'lv'));
}

/** Where most of a route's visits are; of several the first in the alphabet. */
export function districtOf({ stops }: RouteView): string {
  const counts = new Map<string, number>();
  for (const { neighbourhood } of stops)
    if (neighbourhood !== null) counts.set(neighbourhood, (counts.get(neighbourhood) ?? 0) + 1);
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'lv'));
  return most?.[0] ?? '';
}
