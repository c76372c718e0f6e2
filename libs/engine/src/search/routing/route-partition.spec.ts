import { describe, expect, it } from '@jest/globals';
import { Random } from '../../random/random.js';
import { RoutePartition } from './route-partition.js';
import { RoutePool } from './route-pool.js';
import { Rounds } from './rounds.js';
import type { RoutingData } from './routing-data.js';

/** Stops on a square of 100 by 100 with all the time and room they need. */
function town(visits: number, routes: number, random: Random): RoutingData {
  const stops = visits + 2;
  const at = Array.from({ length: stops }, () => [random.below(100), random.below(100)]);
  at[stops - 1] = at[0];
  const travel = Int32Array.from({ length: stops * stops }, (_, k) => {
    const [a, b] = [at[Math.floor(k / stops)], at[k % stops]];
    return Math.round(Math.hypot(a[0] - b[0], a[1] - b[1]));
  });
  const ints = (value: number): Int32Array => new Int32Array(stops).fill(value);
  return {
    ...{ visits, routes, stops, travel, travelTo: travel, capacity: 100, codeLength: visits + 2 * routes, price: 1 },
    ...{ service: ints(0), ready: ints(0), due: ints(10_000), demand: ints(1) },
    unserved: new Float64Array(stops).fill(1e6),
    neighbour: new Int32Array(0),
    neighbourCount: 0,
  };
}

function costOf({ travel, stops }: RoutingData, row: readonly number[]): number {
  return [...row, stops - 1].reduce(([cost, from], s) => [cost + travel[from * stops + s], s], [0, 0])[0];
}

/** The least cost at which some of the rows serve every stop once. */
function cheapest(data: RoutingData, rows: readonly (readonly number[])[], used: ReadonlySet<number>, left: number): number {
  if (used.size === data.visits) return 0;
  if (left === 0) return Infinity;
  let open = 1;
  while (used.has(open)) open++;
  return Math.min(
    Infinity,
    ...rows
      .filter((row) => row.includes(open) && row.every((s) => !used.has(s)))
      .map((row) => costOf(data, row) + cheapest(data, rows, new Set([...used, ...row]), left - 1)),
  );
}

describe('RoutePartition', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('finds the cheapest plan that the routes of a pool make up (%i)', (seed) => {
    const random = new Random(seed);
    const data = town(8, 4, random);
    const pool = new RoutePool(new Rounds(data));
    // Plans of random routes, of which the first is what it starts from.
    const plans = Array.from({ length: 12 }, () => {
      const order = Int32Array.from({ length: data.visits }, (_, k) => k + 1);
      random.shuffle(order, order.length);
      const cuts = [2 + random.below(2), 4 + random.below(2), 6 + random.below(2)];
      return [0, ...cuts].map((from, k) => [...order.subarray(from, cuts[k] ?? order.length)]);
    });
    plans.forEach((rows) => pool.addRows(rows));
    const [start] = plans;
    const cost = start.reduce((sum, row) => sum + costOf(data, row), 0);
    const least = cheapest(data, plans.flat(), new Set(), data.routes);
    const found = new RoutePartition(data, pool).solve(start, cost, 1e7);
    if (least === cost) {
      expect(found).toBeNull();
      return;
    }
    expect((found ?? []).flat().sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((found ?? []).reduce((sum, row) => sum + costOf(data, row), 0)).toBe(least);
  });
});

describe('RoutePool', () => {
  it('keeps each set of stops once, in its cheapest order, and forgets the oldest when it is full', () => {
    const data = town(300, 1, new Random(9));
    const pool = new RoutePool(new Rounds(data));
    const orders = [
      [1, 2, 3],
      [3, 1, 2],
      [2, 1, 3],
    ];
    pool.addRows(orders);
    expect(pool.count).toBe(1);
    expect(pool.cost[0]).toBe(Math.min(...orders.map((row) => costOf(data, row))));
    for (let a = 1; a <= 250; a++) for (let b = a + 1; b <= 300; b += 2) pool.addRows([[a, b]]);
    expect(pool.count).toBeLessThanOrEqual(20_000);
    const last = Array.from(pool.cell.subarray(pool.first[pool.count - 1], pool.first[pool.count]));
    expect(last[0]).toBe(250);
  });
});
