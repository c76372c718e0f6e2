import type { EditingView, WeekRouteView } from '#contracts';

/** One shift of a person on a day. */
export interface WeekCell {
  readonly shift: string;
  readonly visits: number;
  readonly workSeconds: number;
  readonly shiftSeconds: number;
}

export interface WeekRow {
  readonly staff: string;
  readonly name: string;
  readonly profession: string;
  /** By ISO date. */
  readonly days: ReadonlyMap<string, readonly WeekCell[]>;
}

/** How full a shift is, for the eye. */
export type Load = 'free' | 'low' | 'medium' | 'high';

/** A row for everybody on duty, by name; shifts without a route are free. */
export function weekRows(routes: readonly WeekRouteView[], shifts: EditingView['shifts']): readonly WeekRow[] {
  const used = new Set(routes.map(({ shift }) => shift));
  const free = shifts
    .filter(({ shift }) => !used.has(shift))
    .map(({ start, end, ...shift }) => ({ ...shift, shiftStart: start, shiftEnd: end, visits: 0, workSeconds: 0 }));
  const rows = new Map<string, { row: WeekRow; days: Map<string, WeekCell[]> }>();
  for (const { staff, staffName, profession, date, shift, shiftStart, shiftEnd, visits, workSeconds } of [...routes, ...free]) {
    const days = rows.get(staff)?.days ?? new Map<string, WeekCell[]>();
    if (!rows.has(staff)) rows.set(staff, { row: { staff, name: staffName, profession, days }, days });
    const shiftSeconds = (Date.parse(shiftEnd) - Date.parse(shiftStart)) / 1000;
    days.set(date, [...(days.get(date) ?? []), { shift, visits, workSeconds, shiftSeconds }]);
  }
  return [...rows.values()].map(({ row }) => row).sort((a, b) => a.name.localeCompare(b.name, 'lv'));
}

/** Under half of the shift is low, five sixths and more is high: about what a break and a way leave. */
export function loadOf({ visits, workSeconds, shiftSeconds }: WeekCell): Load {
  if (visits === 0 || shiftSeconds === 0) return 'free';
  const share = workSeconds / shiftSeconds;
  return share < 1 / 2 ? 'low' : share < 5 / 6 ? 'medium' : 'high';
}
