import type { TaskRule } from '../model.js';
import { forbids } from './binding-order.js';
import { costOf } from './rule-costs.js';
import { inSpans, piecesBetween, sampleOf, type Span } from './spans.js';

/** A rule's word on the differences of two starts: those that keep it. */
export interface Wanted<D> {
  readonly demand: D;
  readonly rule: TaskRule;
  readonly allowed: readonly Span[];
}

/** A stretch of differences that the rules judge alike. */
export interface Piece {
  readonly span: Span;
  readonly allowed: boolean;
  /** Sum of the wishes broken. */
  readonly cost: number;
}

export interface Folded<D> {
  /** Consecutive; together every whole number. */
  readonly pieces: readonly Piece[];
  /** Forbidding rules applied, and whether each excludes what those before it do not. */
  readonly kept: readonly (Wanted<D> & { readonly excludes: boolean })[];
  /** Forbidding rules that would have left nothing, by their place among those given. */
  readonly setAside: readonly number[];
  /** Wishes that cost something somewhere the forbidding rules allow. */
  readonly wished: readonly Wanted<D>[];
}

/**
 * Judges every difference of two starts by rules given most binding first: the
 * line is cut where any rule changes its mind; what a forbidding rule excludes
 * goes, and each piece left costs the sum of the wishes it breaks. A forbidding
 * rule that would leave nothing is set aside.
 */
export function foldRules<D>(rules: readonly Wanted<D>[]): Folded<D> {
  const pieces = piecesBetween(rules.flatMap(({ allowed }) => allowed)).map((span) => ({ span, allowed: true, cost: 0 }));
  const keeps = (rule: Wanted<D>, { span }: Piece): boolean => inSpans(rule.allowed, sampleOf(span));
  const kept: Folded<D>['kept'][number][] = [];
  const setAside: number[] = [];
  rules.forEach((rule, place) => {
    if (!forbids(rule.rule)) return;
    const open = pieces.filter((piece) => piece.allowed);
    const excluded = open.filter((piece) => !keeps(rule, piece));
    if (excluded.length === open.length) {
      setAside.push(place);
      return;
    }
    for (const piece of excluded) piece.allowed = false;
    kept.push({ ...rule, excludes: excluded.length > 0 });
  });
  const wished = rules.filter((rule) => {
    if (forbids(rule.rule)) return false;
    const broken = pieces.filter((piece) => piece.allowed && !keeps(rule, piece));
    for (const piece of broken) piece.cost += costOf(rule.rule);
    return broken.length > 0;
  });
  return { pieces, kept, setAside, wished };
}
