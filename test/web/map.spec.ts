import { describe, expect, it } from '@jest/globals';
import type { RouteView, StopView, UnservedView } from '#contracts';
import { NEIGHBOURHOODS } from '#demo';
import { personColour } from '../../apps/web/src/map/person-colour.js';
import { groundLabels, groundWaters } from '../../apps/web/src/map/riga.js';
import { boundsOf, COLOURS, coloursOf, routeShapes } from '../../apps/web/src/map/route-shapes.js';

const home = (n: number) => ({ latitude: 56.9 + n / 100, longitude: 24.1 + n / 100 });
const stop = (visit: string, n: number): StopView =>
  ({ kind: 'visit', visit, position: home(n), client: visit, part: 1, parts: 1 }) as unknown as StopView;
const pause = { kind: 'break', visit: 'B', position: null } as unknown as StopView;
const route = (shift: string, staff: string, stops: readonly StopView[]): RouteView =>
  ({ shift, staff, mode: 'car', base: home(0), stops }) as unknown as RouteView;
const leftOut = (visit: string, n: number) => ({ visit, position: home(n) }) as unknown as UnservedView;

describe('shapes of routes', () => {
  const routes = [route('s1', 'b', [stop('v1', 1), pause, stop('v2', 2)]), route('s2', 'a', [])];
  const shapes = routeShapes(routes, coloursOf(routes), [leftOut('v9', 9), leftOut('v2', 2)]);

  it('go from home to home in the order of the visits, breaks left out', () => {
    const ways = shapes.lines.features.map(({ properties, geometry }) => [properties.shift, geometry.coordinates]);
    const at = (n: number) => [24.1 + n / 100, 56.9 + n / 100];
    expect(ways).toEqual([['s1', [at(0), at(1), at(2), at(0)]]]);
  });

  it('number the stops, and mark what is left out unless a preview has placed it', () => {
    const marks = shapes.stops.features.map(({ properties: { visit, shift, label } }) => [visit, shift, label]);
    expect(marks).toEqual([
      ['v1', 's1', '1'],
      ['v2', 's1', '2'],
      ['v9', '', '!'],
    ]);
  });

  it('are framed by their corners', () => {
    const frame = boundsOf(shapes)?.map((degrees) => Math.round(degrees * 100) / 100);
    expect(frame).toEqual([24.1, 56.9, 24.19, 56.99]);
    expect(boundsOf(routeShapes([], new Map(), []))).toBeNull();
  });

  it('keep a person to one colour, two shifts or one', () => {
    const colours = coloursOf([...routes, route('s3', 'b', [])]);
    expect([...colours]).toEqual([
      ['s1', 1],
      ['s2', 0],
      ['s3', 1],
    ]);
    expect(new Set(Array.from({ length: COLOURS }, (_, i) => personColour(i, false))).size).toBe(COLOURS);
  });
});

describe('the plain ground', () => {
  it('has the districts the demo provider has, and closed shores', () => {
    const labels = groundLabels().features.map(({ properties, geometry }) => [properties.name, ...geometry.coordinates]);
    expect(labels).toEqual(NEIGHBOURHOODS.map(({ name, latitude, longitude }) => [name, longitude, latitude]));
    for (const { geometry } of groundWaters().features)
      expect(geometry.coordinates[0].at(-1)).toEqual(geometry.coordinates[0][0]);
  });
});
