import { partNode } from '../explain/walked-plan.js';
import type { PartRef } from '../model/problem-input.js';
import type { Move, MoveIssue, MoveIssueCode } from './move.js';
import type { PlanSession } from './plan-session.js';

/** The orders of stops that a few moves make of a plan. */
export interface Arrangement {
  /** Changed routes only: nodes between start and end. */
  readonly sequences: ReadonlyMap<number, readonly number[]>;
  /** Parts that the moves name. */
  readonly moved: ReadonlySet<number>;
  /** Parts whose start the moves fix. */
  readonly fixed: ReadonlyMap<number, number>;
}

/** Whether a part goes before or behind the breaks that stand where it goes. */
type Side = 'before' | 'behind';

/**
 * Carries out moves one after the other on the order of stops; times are not
 * looked at. Where breaks stand at the place asked for, the part may go before
 * or behind them: two arrangements.
 */
export function arrange(session: PlanSession, moves: readonly Move[]): readonly Arrangement[] | readonly MoveIssue[] {
  const before = new Arranging(session, 'before');
  moves.forEach((move, k) => before.carryOut(move, `[${k}]`));
  if (before.issues.length > 0) return before.issues;
  if (!before.metBreak) return [before.result()];
  const behind = new Arranging(session, 'behind');
  moves.forEach((move, k) => behind.carryOut(move, `[${k}]`));
  return [before.result(), behind.result()];
}

/** Tells issues from arrangements. */
export function areIssues(answer: readonly Arrangement[] | readonly MoveIssue[]): answer is readonly MoveIssue[] {
  return answer.length > 0 && 'code' in answer[0];
}

class Arranging {
  readonly issues: MoveIssue[] = [];
  metBreak = false;
  private readonly sequences = new Map<number, number[]>();
  private readonly moved = new Set<number>();
  private readonly fixed = new Map<number, number>();

  constructor(
    private readonly session: PlanSession,
    private readonly side: Side,
  ) {}

  result(): Arrangement {
    return { sequences: this.sequences, moved: this.moved, fixed: this.fixed };
  }

  carryOut(move: Move, path: string): void {
    if (move.kind === 'remove') this.remove(move.visit, path);
    else if (move.kind === 'swap') this.swap(move, path);
    else this.put(move, path);
  }

  private remove(visit: string, path: string): void {
    const v = this.session.index.visit.get(visit);
    if (v === undefined) return this.refuse('VISIT_UNKNOWN', `${path}.visit`);
    const { visitFirst, pastVisit } = this.session.data;
    if (pastVisit[v]) return this.refuse('IN_THE_PAST', `${path}.visit`);
    let found = false;
    for (let node = visitFirst[v]; node < visitFirst[v + 1]; node++) if (this.takeOut(node)) found = true;
    if (!found) this.refuse('NOT_IN_PLAN', `${path}.visit`);
  }

  private swap({ first, second }: Extract<Move, { kind: 'swap' }>, path: string): void {
    const one = this.node(first, `${path}.first`);
    const other = this.node(second, `${path}.second`);
    if (one < 0 || other < 0) return;
    const [a, b] = [this.routeOf(one), this.routeOf(other)];
    if (a < 0) this.refuse('NOT_IN_PLAN', `${path}.first`);
    if (b < 0) this.refuse('NOT_IN_PLAN', `${path}.second`);
    if (a < 0 || b < 0) return;
    const at = this.draft(a).indexOf(one);
    const to = this.draft(b).indexOf(other);
    this.draft(a)[at] = other;
    this.draft(b)[to] = one;
    this.moved.add(one).add(other);
  }

  private put(move: Extract<Move, { kind: 'put' }>, path: string): void {
    const node = this.node(move, path);
    const r = this.session.index.route.get(move.shift);
    if (r === undefined) this.refuse('SHIFT_UNKNOWN', `${path}.shift`);
    if (node < 0 || r === undefined) return;
    this.takeOut(node);
    const stops = this.draft(r);
    const at = 'start' in move.at ? this.placeByTime(stops, move.at.start) : this.placeByOrder(stops, move.at.position);
    if (at < 0) return this.refuse('POSITION_OUT_OF_RANGE', `${path}.at`);
    if (stops.slice(at).some((stop) => this.isPast(stop))) return this.refuse('IN_THE_PAST', `${path}.at`);
    stops.splice(at, 0, node);
    this.moved.add(node);
    if ('start' in move.at) this.fixed.set(node, move.at.start);
    else this.fixed.delete(node);
  }

  private placeByTime(stops: readonly number[], start: number): number {
    const later = stops.findIndex((node) => (this.fixed.get(node) ?? this.session.starts[node]) >= start);
    return later < 0 ? stops.length : later;
  }

  /** Behind the visit with number `position - 1`, and before or behind the breaks that follow it. */
  private placeByOrder(stops: readonly number[], position: number): number {
    const { parts } = this.session.data;
    const visits = stops.flatMap((node, k) => (node < parts ? [k] : []));
    if (!Number.isInteger(position) || position < 0 || position > visits.length) return -1;
    const before = position === 0 ? 0 : visits[position - 1] + 1;
    const behind = position === visits.length ? stops.length : visits[position];
    if (behind > before) this.metBreak = true;
    return this.side === 'before' ? before : behind;
  }

  private node(ref: PartRef, path: string): number {
    const node = partNode(this.session.index, ref.visit, ref.part);
    const known = this.session.index.visit.has(ref.visit);
    if (node < 0) this.refuse(known ? 'PART_UNKNOWN' : 'VISIT_UNKNOWN', `${path}.${known ? 'part' : 'visit'}`);
    else if (this.isPast(node)) this.refuse('IN_THE_PAST', `${path}.visit`);
    else return node;
    return -1;
  }

  private isPast(node: number): boolean {
    const { index, data, base } = this.session;
    if (index.past.size === 0) return false;
    if (node < data.parts) return data.pastVisit[data.visitOf[node]] === 1;
    const walked = base.plan.routes.map((route) => index.walked.get(route)!).find(({ r }) => r === this.session.route[node]);
    return (
      walked?.stops.some((stop) => stop.kind === 'break' && stop.past && this.isBreak(stop.rest.id, node, walked.r)) ?? false
    );
  }

  private isBreak(id: string, node: number, r: number): boolean {
    const { data, index } = this.session;
    return index.shifts[r].shift.breaks[node - data.parts - data.breakFirst[r]].id === id;
  }

  private takeOut(node: number): boolean {
    this.moved.add(node);
    this.fixed.delete(node);
    const r = this.routeOf(node);
    if (r < 0) return false;
    const stops = this.draft(r);
    stops.splice(stops.indexOf(node), 1);
    return true;
  }

  private routeOf(node: number): number {
    for (const [r, stops] of this.sequences) if (stops.includes(node)) return r;
    // Outside the changed routes the plan is as it was.
    const r = this.session.route[node];
    return r >= 0 && !this.sequences.has(r) ? r : -1;
  }

  private draft(r: number): number[] {
    const draft = this.sequences.get(r) ?? [...this.session.sequences[r]];
    this.sequences.set(r, draft);
    return draft;
  }

  private refuse(code: MoveIssueCode, path: string): void {
    this.issues.push({ code, path });
  }
}
