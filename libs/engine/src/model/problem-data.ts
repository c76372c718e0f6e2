import type { RuleData } from './compile-rules.js';

/** Gap bounds that stand for "no bound"; larger than any instant (at most 1e9). */
export const UNBOUNDED = 0x3fffffff;

/** Part and route do not fit; fit; fit, but are not what was wished for. Above 1: see `missedOf`. */
export const UNFIT = 0;
export const FIT = 1;
export const UNWISHED = 2;

/** Why a part and a route do not fit, by number; 0 when they do. Kept for explanations. */
export const MISFIT = {
  none: 0,
  skill: 1,
  notAllowed: 2,
  excluded: 3,
  outsideShift: 4,
  capacity: 5,
  pinned: 6,
  district: 7,
  language: 8,
} as const;

/**
 * A compiled problem: ids replaced by indices, everything in flat arrays,
 * never changed after compiling.
 *
 * Nodes: parts 0..parts-1 (those of one visit are neighbours), then breaks,
 * then for each route its start and its end. A route is a shift.
 */
export interface ProblemData extends RuleData {
  readonly horizonEnd: number;
  readonly visits: number;
  readonly parts: number;
  readonly breaks: number;
  readonly routes: number;
  readonly nodes: number;
  /** Nodes that always start at 0, one for each anchored part: the last of all nodes. */
  readonly originFirst: number;
  readonly links: number;
  readonly places: number;

  /** First part of each visit; length visits + 1. */
  readonly visitFirst: Int32Array;
  readonly visitOf: Int32Array;
  /** Cost of leaving a visit out; `forbidden` ones carry {@link forbiddenCost}. */
  readonly unservedCost: Float64Array;
  readonly forbiddenCost: number;
  readonly forbidden: Uint8Array;
  /** Visits that must be served before this one may be, as slices of `needs`. */
  readonly needsFirst: Int32Array;
  readonly needs: Int32Array;
  /** Visits that may not stay when this one leaves. */
  readonly dependentsFirst: Int32Array;
  readonly dependents: Int32Array;

  /** By node; -1 for breaks, whose place is that of the next stop. */
  readonly place: Int32Array;
  readonly duration: Int32Array;
  /** Earliest start and last allowed (hard) or last unpunished (soft) start. */
  readonly earliest: Int32Array;
  readonly due: Int32Array;
  readonly soft: Uint8Array;
  /** No start may be later, at any price: the horizon's end, or for a route's end the same person's next shift. */
  readonly limit: Int32Array;
  /** Price of one unit past `due`; 0 for hard nodes. */
  readonly lateWeight: Float64Array;
  /** Nodes with more than one window: slices of `windowStart`, `windowEnd` (in terms of the start). */
  readonly windowFirst: Int32Array;
  readonly windowStart: Int32Array;
  readonly windowEnd: Int32Array;
  readonly several: Uint8Array;
  /** Wished start, and the price of a unit outside; from > to when there is none. */
  readonly wishFrom: Int32Array;
  readonly wishTo: Int32Array;
  readonly wishPrice: Float64Array;
  /** Start in the given plan where there is a wish besides; -1: none. */
  readonly keptStart: Int32Array;
  readonly demand: Int32Array;

  readonly profileOf: Int32Array;
  readonly staffOf: Int32Array;
  readonly shiftStart: Int32Array;
  readonly shiftEnd: Int32Array;
  /** 1: leaves so that the first stop waits for nothing; 0: at the shift's start. */
  readonly departsLate: Uint8Array;
  /** 1: the shift has no end. */
  readonly openEnd: Uint8Array;
  readonly capacity: Int32Array;
  /** Breaks of each route, as node numbers; length routes + 1 and breaks. */
  readonly breakFirst: Int32Array;
  readonly breakMissed: Float64Array;
  readonly breakRequired: Uint8Array;
  readonly breakWhenLonger: Int32Array;
  /** 1: never the last stop of a route. */
  readonly breakBeforeVisit: Uint8Array;
  readonly routeOfBreak: Int32Array;
  /** Routes that are the same but for their number share a class. */
  readonly routeClass: Int32Array;
  readonly routeClasses: number;

  /** By profile, row-major places * places. */
  readonly travel: readonly Int32Array[];
  readonly charge: readonly Int32Array[];
  /** The same by destination: [to * places + from]. */
  readonly travelTo: readonly Int32Array[];
  readonly chargeTo: readonly Int32Array[];

  readonly linkBefore: Int32Array;
  readonly linkAfter: Int32Array;
  /** 0 any, 1 same, 2 different. */
  readonly linkStaff: Uint8Array;
  readonly gapFirst: Int32Array;
  readonly gapMin: Int32Array;
  readonly gapMax: Int32Array;
  readonly gapCost: Float64Array;
  /** Links of each node, as slices; length nodes + 1. */
  readonly nodeLinkFirst: Int32Array;
  readonly nodeLink: Int32Array;

  /** parts * routes: {@link UNFIT}, {@link FIT} or {@link UNWISHED}. */
  readonly fit: Uint8Array;
  readonly misfit: Uint8Array;
  /** Cost of each value of `fit`. */
  readonly fitCost: Float64Array;
  /** Routes fit for each part, as slices. */
  readonly fitFirst: Int32Array;
  readonly fitRoute: Int32Array;
  /** Nearest visits of each visit by travel and time, nearest first; `neighbourCount` a visit, -1 padded. */
  readonly neighbour: Int32Array;
  readonly neighbourCount: number;

  readonly weight: ObjectiveWeights;
  /** Least price of one unit past a node's latest start; 0 when unknown. */
  readonly leastLateWeight: number;
  /** No node may be late at a price: the slack test decides feasibility alone. */
  readonly allHard: boolean;
  /** Some component depends on a whole route (waiting, paid time, idling ...). */
  readonly routeCosts: boolean;
}

export interface ObjectiveWeights {
  readonly travel: number;
  readonly lateness: number;
  readonly highestLateness: number;
  readonly waiting: number;
  readonly highestWaiting: number;
  readonly overtime: number;
  readonly highestIdle: number;
  readonly balance: number;
  readonly work: number;
  readonly paid: number;
  readonly preference: number;
  readonly wishedTime: number;
  readonly route: number;
  readonly movedStart: number;
}

/** How long a part lasts with the person of a route. */
export function durationOn(data: ProblemData, part: number, route: number): number {
  return data.ownDuration ? data.ownDuration[part * data.staff + data.staffOf[route]] : data.duration[part];
}

/** The node a route starts from; its end is the next number. */
export function startNode(data: ProblemData, route: number): number {
  return data.parts + data.breaks + 2 * route;
}
