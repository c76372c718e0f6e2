import type { WalkedPlan } from '../explain/walked-plan.js';
import { startNode } from '../model/problem-data.js';
import type { Arrangement } from './arrange.js';
import { codesOf } from './coded.js';
import { verdictOf, type MoveVerdict } from './judge-move.js';
import { placesOf, type PartPlace } from './part-places.js';
import { sequence, type PlanSession } from './plan-session.js';
import { holdsAround } from './holds-around.js';
import { caused, timedBest } from './timed-best.js';

/** One way of serving the visits asked for. */
export interface Recommendation {
  /** Where each part goes, in the order asked for. */
  readonly places: readonly RecommendedPlace[];
  /** What the whole plan would be; `delta` against the plan as it is, `held` and the cost by component say what speaks for it. */
  readonly verdict: MoveVerdict;
}

export interface RecommendedPlace {
  readonly visit: string;
  readonly part: string;
  readonly shift: string;
  readonly staff: string;
  /** Visit parts of the shift before it. */
  readonly position: number;
  readonly start: number;
}

/** Places kept for a part while the others of its group have none yet. */
const BEAM = { most: 6, perStaff: 2 };
const SPARE = 3;

/** How many places to find, and at most how many that give the last part placed to one person. */
export interface Wanted {
  readonly count: number;
  readonly perStaff: number;
}

/**
 * The best places for a visit, or for several that go together (a linked
 * pair), among those that break nothing new: every place of every shift is
 * priced, parts of a group one after the other from the best places of those
 * before, and the cheapest are judged from scratch. Places the visits have
 * already are left out. Cheapest first, at most `count`; none when nothing
 * fits, which `explainUnserved` tells more of.
 * @param visits ids of visits of the problem; those the plan serves are looked at as if they were not
 */
export function recommend(session: PlanSession, visits: readonly string[], wanted: Wanted): readonly Recommendation[] {
  const { data, index } = session;
  const parts = visits.flatMap((id) => {
    const v = index.visit.get(id);
    if (v === undefined) throw new Error(`no visit ${id} in this problem`);
    return Array.from({ length: data.visitFirst[v + 1] - data.visitFirst[v] }, (_, k) => data.visitFirst[v] + k);
  });
  const found = new Map<string, Recommendation>();
  for (const sequences of arrangements(session, parts, wanted)) {
    if (sequences.size === 0) continue;
    const arrangement: Arrangement = { sequences, moved: new Set(parts), fixed: new Map() };
    const best = timedBest(session, [arrangement]);
    if (!best || caused(session, best.judged).length > 0) continue;
    const verdict = verdictOf(session, best.judged, arrangement);
    const places = parts.map((part) => placeOf(session, part, best.judged.walked));
    found.set(JSON.stringify(places), { places, verdict });
  }
  return [...found.values()].toSorted((a, b) => a.verdict.cost.total - b.verdict.cost.total).slice(0, wanted.count);
}

/** Orders of the changed routes worth judging, cheapest first. */
function arrangements(session: PlanSession, parts: readonly number[], most: Wanted): ReadonlyMap<number, readonly number[]>[] {
  // Who has least choice goes first.
  const order = parts.toSorted((a, b) => fits(session, a) - fits(session, b));
  // The parts are free to start when they can; all else may become later.
  const around = holdsAround(session, { moved: new Set(parts), sequences: new Map(), fixed: new Map() });
  const holds = new Map([...around].filter(([, hold]) => hold === null));
  let beam: readonly Partial[] = [partial(session, without(session, parts), 0)];
  order.forEach((part, k) => {
    // Those beyond what is asked for make up for the place a visit has already and for places without time for a break.
    const keep = k < order.length - 1 ? BEAM : { most: most.count + SPARE, perStaff: most.perStaff + 1 };
    beam = beam
      .flatMap(({ code, sequences, cost }) => {
        const draft = session.room();
        const change = { code, routes: [...sequences.keys()], holds, fixed: new Map<number, number>() };
        const places = draft.ask(change, ({ plan }) => placesOf(plan, draft.trial, part, keep)) ?? [];
        return places.map((place) => ({ place, code, cost: cost + place.cost }));
      })
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, keep.most)
      .map(({ place, code, cost }) => partial(session, withPart(session, code, { part, place }), cost));
  });
  return beam.map(({ sequences }) => sequences);
}

/** A plan's decisions with some of the parts placed, and what those add to the cost. */
interface Partial {
  readonly code: Int32Array;
  readonly sequences: ReadonlyMap<number, readonly number[]>;
  readonly cost: number;
}

function partial(session: PlanSession, code: Int32Array, cost: number): Partial {
  return { code, sequences: changedSequences(session, code), cost };
}

function fits({ data }: PlanSession, part: number): number {
  return data.fitFirst[part + 1] - data.fitFirst[part];
}

/** The plan's decisions without some parts. */
function without(session: PlanSession, parts: readonly number[]): Int32Array {
  const sequences = new Map<number, readonly number[]>();
  for (const part of parts) {
    const r = session.route[part];
    if (r >= 0)
      sequences.set(
        r,
        (sequences.get(r) ?? session.sequences[r]).filter((node) => node !== part),
      );
  }
  return codesOf(session, { sequences, moved: new Set(parts), fixed: new Map() }, 'all')[0];
}

function withPart(
  { data }: PlanSession,
  code: Int32Array,
  { part, place }: { readonly part: number; readonly place: PartPlace },
): Int32Array {
  const next = code.slice();
  next[part] = code[place.behind];
  next[place.behind] = part;
  for (const [link, gap] of place.gaps) next[data.nodes + link] = gap;
  return next;
}

function changedSequences({ data, sequences }: PlanSession, code: Int32Array): ReadonlyMap<number, readonly number[]> {
  const changed = new Map<number, readonly number[]>();
  for (let r = 0; r < data.routes; r++) {
    const now = sequence(code, startNode(data, r));
    const before = sequences[r];
    if (now.length !== before.length || now.some((node, k) => node !== before[k])) changed.set(r, now);
  }
  return changed;
}

function placeOf({ index }: PlanSession, part: number, { routeOf, startOf, byRoute }: WalkedPlan): RecommendedPlace {
  const { visit, part: own } = index.parts[part];
  const { stops, shift, staff } = byRoute[routeOf[part]]!;
  const position = stops.filter((stop) => stop.kind === 'visit').findIndex((stop) => stop.node === part);
  return { visit: visit.id, part: own.id, shift: shift.id, staff: staff.id, position, start: startOf[part] };
}
