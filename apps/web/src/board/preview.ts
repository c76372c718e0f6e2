import type { EditingView, RouteView, StopView, UnservedView, VerdictView } from '#contracts';

/** Rows for everybody on duty on a day: routes, and shifts without one. */
export function rowsOf(day: string, routes: readonly RouteView[], shifts: EditingView['shifts']): readonly RouteView[] {
  const used = new Set(routes.map(({ shift }) => shift));
  const free = shifts.filter(({ shift, date }) => date === day && !used.has(shift)).map(emptyRow);
  if (free.length === 0) return routes;
  return [...routes, ...free].sort(
    (a, b) => a.staffName.localeCompare(b.staffName, 'lv') || a.shiftStart.localeCompare(b.shiftStart),
  );
}

function emptyRow({ shift, staff, staffName, profession, mode, date, start, end }: EditingView['shifts'][number]): RouteView {
  return {
    ...{ shift, staff, staffName, profession, mode, date, stops: [] },
    ...{ shiftStart: start, shiftEnd: end, departure: start, return: start, base: null },
    ...{ travelSeconds: 0, waitingSeconds: 0, serviceSeconds: 0 },
  };
}

/** The rows as a verdict says they would be; rows it does not touch are the very same objects. */
export function previewRows(
  rows: readonly RouteView[],
  verdict: Pick<VerdictView, 'routes' | 'emptied'>,
  unserved: readonly UnservedView[],
): readonly RouteView[] {
  const known = new Map<string, StopView>();
  for (const { stops } of rows) for (const stop of stops) known.set(nameOf(stop.kind, stop.visit, stop.part), stop);
  for (const visit of unserved) known.set(nameOf('visit', visit.visit, 1), trayStop(visit));
  const changed = new Map(verdict.routes.map((route) => [route.shift, route]));
  const emptied = new Set(verdict.emptied);
  return rows.map((row) => {
    if (emptied.has(row.shift))
      return { ...row, stops: [], departure: row.shiftStart, return: row.shiftStart, serviceSeconds: 0 };
    const route = changed.get(row.shift);
    if (route === undefined) return row;
    const stops = route.stops.flatMap(({ kind, visit, part, arrival, start, end }): StopView[] => {
      const stop = known.get(nameOf(kind, visit, part)) ?? known.get(nameOf(kind, visit, 1));
      return stop === undefined ? [] : [{ ...stop, part: kind === 'visit' ? part : stop.part, arrival, start, end }];
    });
    return { ...row, departure: route.departure, return: route.return, stops };
  });
}

function nameOf(kind: string, visit: string, part: number): string {
  return kind === 'visit' ? `${visit}#${part}` : `break ${visit}`;
}

function trayStop({ visit, clientId, client, address, neighbourhood, position, tasks, funder }: UnservedView): StopView {
  return {
    ...{
      kind: 'visit',
      visit,
      clientId,
      client,
      address,
      neighbourhood,
      position,
      tasks,
      funder,
      arrival: '',
      start: '',
      end: '',
    },
    ...{ travelSeconds: 0, part: 1, parts: 1, reserved: false, links: [] },
  };
}
