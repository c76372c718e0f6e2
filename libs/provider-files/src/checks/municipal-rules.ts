import type { Check, CheckedRow, Context } from './context.js';

/** Rows of rule sets and of changes of decisions have the fields that their kind asks for, and no others. */
export const soundRules: Check = (context) => {
  for (const set of context.rows('ruleSets')) {
    checkLimit(context, set, 'freeUpTo', 'freeUpToCents');
    checkLimit(context, set, 'supportUpTo', 'supportUpToCents');
  }
  for (const band of context.rows('ruleBands')) checkBand(context, band);
  for (const change of context.rows('decisionChanges')) checkChange(context, change);
};

/** An income limit in cents has an amount; any other has none. */
function checkLimit(
  context: Context,
  set: CheckedRow<'ruleSets'>,
  basis: 'freeUpTo' | 'supportUpTo',
  amount: 'freeUpToCents' | 'supportUpToCents',
): void {
  if ((set.values[basis] === 'cents') === (set.values[amount] !== undefined)) return;
  context.issue('ruleset.limit', set, amount, { allowed: `an amount where ${basis} is cents, else nothing` });
}

const NEEDED = {
  care_level: ['level'],
  client_share: ['aboveCents', 'percent'],
  relative_support: ['centsPerMonth'],
} as const;

function checkBand(context: Context, band: CheckedRow<'ruleBands'>): void {
  const { kind, barthelFrom, barthelTo } = band.values;
  if (kind === undefined) return;
  for (const field of NEEDED[kind]) {
    if (band.values[field] !== undefined) continue;
    context.issue('ruleset.band', band, field, { allowed: `a value where kind is ${kind}` });
  }
  if ((barthelFrom === undefined) === (barthelTo === undefined)) return;
  context.issue('ruleset.band', band, 'barthelTo', { allowed: 'both Barthel scores or neither' });
}

function checkChange(context: Context, change: CheckedRow<'decisionChanges'>): void {
  const { kind, to, grantedMinutes } = change.values;
  if (kind === undefined) return;
  if ((kind === 'reduced') !== (grantedMinutes !== undefined)) {
    context.issue('decision.change', change, 'grantedMinutes', { allowed: 'minutes where kind is reduced, else nothing' });
  }
  if (to !== undefined && kind !== 'suspended') {
    context.issue('decision.change', change, 'to', { allowed: 'a day where kind is suspended, else nothing' });
  }
}
