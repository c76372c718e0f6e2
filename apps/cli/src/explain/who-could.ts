import type { BrokenRule, Candidate, RuleCode } from '#engine';
import type { InstanceContext } from '#instances';

/** People named on a line; of the rest, how many. */
const MOST_NAMED = 8;
/** Rules whose figures are instants, so that their difference is an amount of time. */
const BY_INSTANT: ReadonlySet<RuleCode> = new Set(['window_missed', 'shift_end_exceeded', 'horizon_exceeded']);

/**
 * Who could give an unserved visit and what stands against it, one line for
 * each verdict and set of rules: first who has room (cheapest first), then who
 * is needed elsewhere, last who never could.
 */
export function whoCould(candidates: readonly Candidate[], context: InstanceContext): string[] {
  const several = new Set(candidates.map(({ part }) => part)).size > 1;
  const lines = new Map<string, string[]>();
  for (const candidate of candidates.toSorted((a, b) => rank(a) - rank(b) || a.delta - b.delta)) {
    const { kind, part, staff, broken, delta } = candidate;
    const what = [kind, ...(several ? [`part ${part}`] : []), codes(candidate)].filter(Boolean).join(' ');
    const own =
      broken.length === 0 && kind !== 'impossible' ? ` ${signed(delta / context.costUnit)}` : shortfall(broken, context);
    lines.set(what, [...(lines.get(what) ?? []), `${staff}${own}`]);
  }
  return [...lines].map(([what, people]) => `${what}: ${listed(people)}`);
}

const KINDS: readonly Candidate['kind'][] = ['fits', 'dearer', 'blocked', 'impossible'];

function rank({ kind }: Candidate): number {
  return KINDS.indexOf(kind);
}

function codes({ kind, broken }: Candidate): string {
  if (broken.length === 0) return kind === 'impossible' ? 'no_place' : '';
  return `(${[...new Set(broken.map(({ code }) => code))].join(', ')})`;
}

/** By how much time the rules are missed: ` by 5 and 20`; nothing for rules that know no amount of time. */
function shortfall(broken: readonly BrokenRule[], { timeUnit }: InstanceContext): string {
  const missed = broken
    .filter(({ code }) => BY_INSTANT.has(code))
    .map(({ found, allowed }) => ((found ?? 0) - (allowed ?? 0)) / timeUnit);
  return missed.length === 0 ? '' : ` by ${missed.join(' and ')}`;
}

function signed(amount: number): string {
  return amount > 0 ? `+${amount}` : String(amount);
}

function listed(people: readonly string[]): string {
  const rest = people.length - MOST_NAMED;
  return rest > 0 ? `${people.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : people.join(', ');
}
