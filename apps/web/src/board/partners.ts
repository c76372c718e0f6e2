import type { LinkView, RouteView, StopView } from '#contracts';

/** A visit as another visit's link needs to name it. */
export interface Placed {
  readonly shift: string;
  readonly staffName: string;
  readonly stop: StopView;
}

/** Where every visit of the day's routes is; a double-up is there once for each of its staff. */
export type Whereabouts = ReadonlyMap<string, readonly Placed[]>;

/** Indexes a day's routes by visit. */
export function whereabouts(routes: readonly RouteView[]): Whereabouts {
  const map = new Map<string, Placed[]>();
  for (const route of routes)
    for (const stop of route.stops)
      if (stop.kind === 'visit') {
        const placed = { shift: route.shift, staffName: route.staffName, stop };
        const known = map.get(stop.visit);
        if (known) known.push(placed);
        else map.set(stop.visit, [placed]);
      }
  return map;
}

/** The other staff of a double-up. */
export function partnersOf(places: Whereabouts, shift: string, stop: StopView): readonly Placed[] {
  return (places.get(stop.visit) ?? []).filter((placed) => placed.shift !== shift);
}

/** The tasks of the visit a link points at; null when that visit is not on the day's routes. */
export function otherTasks(places: Whereabouts, link: LinkView): readonly string[] | null {
  return places.get(link.otherVisit)?.[0]?.stop.tasks ?? null;
}

/** Visits that belong with this one, itself included: what lights up together. */
export function togetherWith(stop: StopView): readonly string[] {
  return [stop.visit, ...stop.links.filter((link) => link.otherStart !== null).map((link) => link.otherVisit)];
}
