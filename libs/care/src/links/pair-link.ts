import type { Visit, VisitLink } from '../model.js';
import { compareBinding } from './binding-order.js';
import type { Demand } from './day-demands.js';
import type { Wanted } from './fold-rules.js';
import { gapsOf, linkOrders, stretchesOf, variantsOf, type Stretch, type Variant } from './order-stretches.js';
import type { PairIssue, PairIssueKind } from './pair-issue.js';
import type { Settled } from './settle-orders.js';
import { inSpans, sampleOf, spansMeet } from './spans.js';
import type { VisitPair } from './visit-pair.js';
import { reachOf } from './visit-windows.js';

export interface PairLink {
  /** Null when the windows leave nothing for a link to decide. */
  readonly link: VisitLink | null;
  readonly issues: readonly PairIssue[];
}

type Judged = Wanted<Demand>;

const EFFECT: ReadonlyMap<string, VisitLink['effect']> = new Map([
  ['should_overlap', 'joined'],
  ['must_overlap', 'joined'],
  ['precede', 'ordered'],
  ['requires_after', 'ordered'],
  ['forbid_order', 'ordered'],
]);

/**
 * Folds everything the rules ask of two visits into one link, over every order
 * of tasks left to them: a difference is allowed where some order allows it, at
 * the cost of the cheapest; which order that is, the link tells. A forbidding
 * rule that would leave nothing in any order is set aside and reported.
 */
export function linkOfPair(pair: VisitPair, settled: ReadonlyMap<Visit, Settled>): PairLink {
  const variants = variantsOf(pair, settled);
  const stretches = stretchesOf(variants);
  const reach = reachOf(pair.before, pair.after);
  const within = stretches.filter(({ span }) => spansMeet([span], reach));
  const used = [...new Set(within.map(({ variant }) => variant).filter((variant) => variant !== null))];
  const speaking = (used.length > 0 ? used : variants.slice(0, 1)).map(({ folded }) => folded);
  const rules = speaking.flatMap(({ kept, wished }) => [...kept.filter(({ excludes }) => excludes), ...wished]);
  const sorted = rules.map(({ rule }) => rule).sort(compareBinding);
  const chosen = used.some((variant) => !isListed(variant, settled, pair));
  const link: VisitLink = {
    before: pair.before.key,
    after: pair.after.key,
    effect: EFFECT.get(sorted[0]?.kind ?? '') ?? 'parted',
    gaps: gapsOf(stretches),
    ...(chosen && { orders: linkOrders(stretches, pair, settled) }),
    served: servedOf(variants[0].folded.kept, pair.before),
    rules: [...new Set(sorted.map(({ id }) => id))],
  };
  const setAside = variants[0].folded.setAside.map((place) => issueOf('setAside', pair.demands[place]));
  return judge(link, { within, variants, setAside, speaking: speaking.flatMap(({ wished }) => wished) });
}

/** Whether both visits do their tasks as they do when nothing chooses. */
function isListed({ before, after }: Variant, settled: ReadonlyMap<Visit, Settled>, pair: VisitPair): boolean {
  const first = (visit: Visit): readonly string[] | undefined => settled.get(visit)?.orders[0].tasks;
  return before.tasks === first(pair.before) && after.tasks === first(pair.after);
}

function servedOf(kept: readonly Judged[], before: Visit): VisitLink['served'] {
  const needs = kept.map(({ demand }) => {
    if (demand.needs === 'nothing') return 'nothing';
    if (demand.needs === 'both') return 'both';
    return demand.from === before ? 'before' : 'after';
  });
  if (needs.includes('both') || (needs.includes('before') && needs.includes('after'))) return 'together';
  if (needs.includes('before')) return 'beforeNeedsAfter';
  return needs.includes('after') ? 'afterNeedsBefore' : 'ifBoth';
}

interface Outlook {
  /** The stretches that the start windows let happen. */
  readonly within: readonly Stretch[];
  readonly variants: readonly Variant[];
  readonly setAside: readonly PairIssue[];
  readonly speaking: readonly Judged[];
}

/** Drops a link that decides nothing inside the windows, and reports what no start inside them can keep. */
function judge(link: VisitLink, { within, variants, setAside, speaking }: Outlook): PairLink {
  const open = within.filter(({ variant }) => variant !== null);
  if (open.length === 0) {
    const hopeless = variants[0].folded.kept.find(({ excludes }) => excludes) as Judged;
    return { link, issues: [...setAside, issueOf('impossible', hopeless.demand)] };
  }
  const wishes = [...new Set(speaking.map(({ demand }) => demand))];
  const broken = wishes.filter((wish) => open.every((stretch) => breaks(stretch, wish)));
  const issues = [...setAside, ...broken.map((wish) => issueOf('unavoidable', wish))];
  const decides = open.length < within.length || open.some(({ cost }) => cost !== open[0].cost);
  return { link: decides || link.served !== 'ifBoth' || link.orders !== undefined ? link : null, issues };
}

function breaks({ span, variant }: Stretch, wish: Demand): boolean {
  const wished = (variant as Variant).folded.wished.find(({ demand }) => demand === wish);
  return wished !== undefined && !inSpans(wished.allowed, sampleOf(span));
}

function issueOf(kind: PairIssueKind, { rule, from, to }: Demand): PairIssue {
  const { clientId, date } = from;
  return { kind, rule: rule.id, severity: rule.severity, clientId, date, visits: [from.key, to.key] };
}
