import type { PositionView, RouteView, UnservedView } from '#contracts';
import { collection, feature, type Features, type Position } from './shapes.js';

/** How a route is drawn: its person's colour, and the dash of its way of moving. */
export interface RouteShape {
  readonly shift: string;
  readonly colour: number;
  readonly mode: RouteView['mode'];
}

/** A stop on the map: which one of the route, counted from 1; those left out have none. */
export interface StopShape {
  readonly visit: string;
  readonly shift: string;
  readonly colour: number;
  readonly label: string;
}

export interface RouteShapes {
  readonly lines: Features<'LineString', RouteShape>;
  readonly stops: Features<'Point', StopShape>;
}

/** How many colours people have before they come round again. */
export const COLOURS = 12;

/** The colour of every person on the board, by shift; a person's own as long as the same people are there. */
export function coloursOf(rows: readonly RouteView[]): ReadonlyMap<string, number> {
  const people = [...new Set(rows.map(({ staff }) => staff))].sort();
  const places = new Map(people.map((staff, i) => [staff, i]));
  return new Map(rows.map(({ shift, staff }) => [shift, (places.get(staff) ?? 0) % COLOURS]));
}

/**
 * Routes as lines from home to home and numbered points, and visits left out as points without a number. Straight lines: the
 * order of the visits is what they tell, not the streets.
 */
export function routeShapes(
  routes: readonly RouteView[],
  colours: ReadonlyMap<string, number>,
  unserved: readonly UnservedView[],
): RouteShapes {
  const lines: RouteShapes['lines']['features'] = [];
  const stops: RouteShapes['stops']['features'] = [];
  for (const route of routes) {
    const colour = colours.get(route.shift) ?? 0;
    const line: Position[] = [];
    const base = route.base && pointOf(route.base);
    for (const stop of route.stops) {
      if (stop.kind !== 'visit' || stop.position === null) continue;
      const at = pointOf(stop.position);
      line.push(at);
      const label = String(line.length);
      stops.push(feature('Point', at, { visit: stop.visit, shift: route.shift, colour, label }));
    }
    if (line.length === 0) continue;
    const coordinates = base === null ? line : [base, ...line, base];
    if (coordinates.length < 2) continue;
    lines.push(feature('LineString', coordinates, { shift: route.shift, colour, mode: route.mode }));
  }
  const placed = new Set(stops.map(({ properties }) => properties.visit));
  for (const { visit, position } of unserved)
    if (!placed.has(visit)) stops.push(feature('Point', pointOf(position), { visit, shift: '', colour: -1, label: '!' }));
  return { lines: collection(lines), stops: collection(stops) };
}

/** West, south, east and north of everything drawn; null where there is nothing. */
export function boundsOf({ lines, stops }: RouteShapes): [number, number, number, number] | null {
  const points = [
    ...lines.features.flatMap(({ geometry }) => geometry.coordinates),
    ...stops.features.map(({ geometry }) => geometry.coordinates),
  ];
  if (points.length === 0) return null;
  const [x, y] = [points.map(([longitude]) => longitude), points.map(([, latitude]) => latitude)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

function pointOf({ latitude, longitude }: PositionView): Position {
  return [longitude, latitude];
}
