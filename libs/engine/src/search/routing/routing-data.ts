import { FIT, type ProblemData } from '../../model/problem-data.js';

/** Room for the routes of a search: cells of one array of {@link Rounds}, and stops whose every pair has a cell. */
const MOST_CELLS = 4_000_000;
const MOST_STOPS = 2500;

/**
 * A problem of plain routing: every visit is one part with one hard window,
 * every shift is like every other, and travel is all that is priced. Stops are
 * numbered 1 to `visits` (visit v is stop v + 1); 0 is where each route
 * starts, `visits` + 1 where it ends.
 */
export interface RoutingData {
  readonly visits: number;
  readonly routes: number;
  /** Stops, both ends included: length of every array by stop. */
  readonly stops: number;
  readonly capacity: number;
  /** Integers of a plan's code. */
  readonly codeLength: number;
  /** Travel from row to column, and from column to row. */
  readonly travel: Int32Array;
  readonly travelTo: Int32Array;
  readonly service: Int32Array;
  /** Earliest and latest start. */
  readonly ready: Int32Array;
  readonly due: Int32Array;
  readonly demand: Int32Array;
  /** Price of leaving a stop out, in units of travel. */
  readonly unserved: Float64Array;
  /** Nearest stops of each, nearest first; `neighbourCount` a stop. */
  readonly neighbour: Int32Array;
  readonly neighbourCount: number;
  /** Cost of one unit of travel. */
  readonly price: number;
}

/** The problem as one of plain routing; null when it is more than that. */
export function routingData(data: ProblemData): RoutingData | null {
  if (!isPlain(data)) return null;
  const { visits } = data;
  const stops = visits + 2;
  const start = data.parts + data.breaks;
  const node = Int32Array.from({ length: stops }, (_, s) => (s === 0 ? start : s > visits ? start + 1 : s - 1));
  const of = (values: Int32Array): Int32Array => Int32Array.from(node, (i) => values[i]);
  const travel = new Int32Array(stops * stops);
  const travelTo = new Int32Array(stops * stops);
  for (let a = 0; a < stops; a++) {
    for (let b = 0; b < stops; b++) {
      const way = data.travel[0][data.place[node[a]] * data.places + data.place[node[b]]];
      travel[a * stops + b] = way;
      travelTo[b * stops + a] = way;
    }
  }
  const price = data.weight.travel;
  return {
    visits,
    stops,
    routes: data.routes,
    codeLength: data.nodes + data.links,
    capacity: data.capacity[0],
    travel,
    travelTo,
    service: of(data.duration),
    ready: of(data.earliest),
    due: Int32Array.from(node, (i) => Math.min(data.due[i], data.limit[i])),
    demand: of(data.demand),
    unserved: Float64Array.from(node, (_, s) => (s === 0 || s > visits ? 0 : data.unservedCost[s - 1] / price)),
    neighbour: Int32Array.from({ length: stops * data.neighbourCount }, (_, k) => {
      const s = Math.floor(k / data.neighbourCount);
      return s === 0 || s > visits ? 0 : data.neighbour[k - data.neighbourCount] + 1;
    }),
    neighbourCount: data.neighbourCount,
    price,
  };
}

function isPlain(data: ProblemData): boolean {
  const { visits, routes, weight } = data;
  const size = visits >= 2 && routes > 0 && visits + 2 <= MOST_STOPS && routes * (visits + 2) <= MOST_CELLS;
  return (
    size &&
    data.parts === visits &&
    data.breaks === 0 &&
    data.links === 0 &&
    data.needs.length === 0 &&
    data.routeClasses === 1 &&
    data.allHard &&
    !data.routeCosts &&
    weight.travel > 0 &&
    data.charge[0] === data.travel[0] &&
    !data.order &&
    !data.ownDuration &&
    !data.continuity &&
    !data.caps &&
    !data.shiftEquipment &&
    !data.visitEquipment &&
    data.several.every((s) => s === 0) &&
    data.fixed.every((f) => f === 0) &&
    data.pastNodes.every((nodes) => nodes.length === 0) &&
    data.fit.every((f) => f === FIT)
  );
}
