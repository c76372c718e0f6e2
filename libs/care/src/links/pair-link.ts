import type { TaskRule, Visit, VisitLink } from '../model.js';
import { compareBinding, forbids } from './binding-order.js';
import type { Demand } from './day-demands.js';
import type { PairIssue, PairIssueKind } from './pair-issue.js';
import { costOf } from './rule-costs.js';
import { inSpans, mirrored, piecesBetween, sampleOf, spansMeet, type Span } from './spans.js';
import { byWindow, reachOf } from './visit-windows.js';

export interface PairLink {
  /** Null when the windows leave nothing for a link to decide. */
  readonly link: VisitLink | null;
  readonly issues: readonly PairIssue[];
}

/** A stretch of the difference of starts that the rules judge alike. */
interface Piece {
  readonly span: Span;
  allowed: boolean;
  cost: number;
}

/** A demand turned so that its differences are start(after) - start(before). */
interface Turned {
  readonly demand: Demand;
  readonly rule: TaskRule;
  readonly allowed: readonly Span[];
}

const EFFECT: ReadonlyMap<string, VisitLink['effect']> = new Map([
  ['should_overlap', 'joined'],
  ['must_overlap', 'joined'],
  ['precede', 'ordered'],
  ['requires_after', 'ordered'],
  ['forbid_order', 'ordered'],
]);

/**
 * Folds everything the rules ask of two visits into one link: the line of
 * differences is cut where any rule changes its mind; what a forbidding rule
 * excludes goes, and each piece left costs the sum of the wishes it breaks.
 * Forbidding rules come in most binding first; one that would leave nothing is
 * set aside and reported.
 */
export function linkOfPair(demands: readonly Demand[]): PairLink {
  const sorted = [...demands].sort((a, b) => compareBinding(a.rule, b.rule));
  const [before, after] = orient(sorted);
  const turned = sorted.map((demand) => ({
    demand,
    rule: demand.rule,
    allowed: demand.from === before ? demand.allowed : mirrored(demand.allowed),
  }));
  const pieces = piecesBetween(turned.flatMap((t) => t.allowed)).map((span) => ({ span, allowed: true, cost: 0 }));
  const { kept, setAside } = exclude(
    pieces,
    turned.filter((t) => forbids(t.rule)),
  );
  const wished = charge(
    pieces,
    turned.filter((t) => !forbids(t.rule)),
  );
  const speaking = [...kept.filter((k) => k.excludes), ...wished].map((t) => t.rule).sort(compareBinding);
  const rules = [...new Set(speaking.map((rule) => rule.id))];
  const link: VisitLink = {
    before: before.key,
    after: after.key,
    effect: EFFECT.get(speaking[0]?.kind ?? '') ?? 'parted',
    gaps: gapsOf(pieces),
    served: servedOf(kept, before),
    rules,
  };
  const issues = setAside.map((t) => issueOf('setAside', t));
  return judge({ link, pieces, reach: reachOf(before, after), kept, wished, issues });
}

/** Before and after: as the most binding rule with a direction says, otherwise by window. */
function orient(demands: readonly Demand[]): readonly [Visit, Visit] {
  const directed = demands.find(({ rule }) => EFFECT.get(rule.kind) === 'ordered');
  const { from, to } = directed ?? demands[0];
  if (directed === undefined) return byWindow(from, to) <= 0 ? [from, to] : [to, from];
  return directed.rule.kind === 'forbid_order' ? [to, from] : [from, to];
}

interface Kept extends Turned {
  /** Whether it excludes anything the rules before it do not. */
  readonly excludes: boolean;
}

function exclude(pieces: readonly Piece[], turned: readonly Turned[]): { kept: readonly Kept[]; setAside: readonly Turned[] } {
  const kept: Kept[] = [];
  const setAside: Turned[] = [];
  for (const t of turned) {
    const open = pieces.filter((piece) => piece.allowed);
    const excluded = open.filter((piece) => !inSpans(t.allowed, sampleOf(piece.span)));
    if (excluded.length === open.length) {
      setAside.push(t);
      continue;
    }
    for (const piece of excluded) piece.allowed = false;
    kept.push({ ...t, excludes: excluded.length > 0 });
  }
  return { kept, setAside };
}

/** Adds the wishes' costs; returns those that cost something somewhere the forbidding rules allow. */
function charge(pieces: readonly Piece[], turned: readonly Turned[]): readonly Turned[] {
  return turned.filter((t) => {
    const broken = pieces.filter((piece) => piece.allowed && !inSpans(t.allowed, sampleOf(piece.span)));
    for (const piece of broken) piece.cost += costOf(t.rule);
    return broken.length > 0;
  });
}

function gapsOf(pieces: readonly Piece[]): VisitLink['gaps'] {
  const merged: { min: number; max: number; cost: number }[] = [];
  for (const { span, allowed, cost } of pieces) {
    const last = merged.at(-1);
    if (!allowed) continue;
    if (last !== undefined && last.cost === cost && last.max + 1 === span.min) last.max = span.max;
    else merged.push({ ...span, cost });
  }
  return merged.map(({ min, max, cost }) => ({ min: bounded(min), max: bounded(max), cost }));
}

function servedOf(kept: readonly Turned[], before: Visit): VisitLink['served'] {
  const needs = kept.map(({ demand }) => {
    if (demand.needs === 'nothing') return 'nothing';
    if (demand.needs === 'both') return 'both';
    return demand.from === before ? 'before' : 'after';
  });
  if (needs.includes('both') || (needs.includes('before') && needs.includes('after'))) return 'together';
  if (needs.includes('before')) return 'beforeNeedsAfter';
  return needs.includes('after') ? 'afterNeedsBefore' : 'ifBoth';
}

interface Judged {
  readonly link: VisitLink;
  readonly pieces: readonly Piece[];
  readonly reach: readonly Span[];
  readonly kept: readonly Kept[];
  readonly wished: readonly Turned[];
  readonly issues: readonly PairIssue[];
}

/** Drops a link that decides nothing inside the windows, and reports what no start inside them can keep. */
function judge({ link, pieces, reach, kept, wished, issues }: Judged): PairLink {
  const within = pieces.filter((piece) => spansMeet([piece.span], reach));
  const open = within.filter((piece) => piece.allowed);
  if (open.length === 0) {
    const hopeless = kept.find((t) => t.excludes) as Kept;
    return { link, issues: [...issues, issueOf('impossible', hopeless)] };
  }
  const broken = wished.filter((t) => open.every((piece) => !inSpans(t.allowed, sampleOf(piece.span))));
  const all = [...issues, ...broken.map((t) => issueOf('unavoidable', t))];
  const decides = open.length < within.length || open.some((piece) => piece.cost !== open[0].cost);
  return { link: decides || link.served !== 'ifBoth' ? link : null, issues: all };
}

function issueOf(kind: PairIssueKind, { rule, demand }: Turned): PairIssue {
  const { clientId, date } = demand.from;
  return { kind, rule: rule.id, severity: rule.severity, clientId, date, visits: [demand.from.key, demand.to.key] };
}

function bounded(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
