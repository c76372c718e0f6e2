import { NOTHING, plus, type Cell, type Gap } from './amount.js';
import type { LedgerCause } from './causes.js';
import { visitOutcome } from './delivery.js';
import { grantMinutes, grantOn, groupDays, groupKey } from './grant.js';
import {
  covers,
  type BilledLine,
  type LedgerAccount,
  type LedgerFacts,
  type LedgerVisit,
  type RoundingRule,
} from './ledger-facts.js';
import { chainGaps, payerShares, tariffOn, valueOf, type PayerShare } from './money.js';

/** What a visit is to be billed at, and why that differs from what was delivered. */
export interface VisitDue {
  readonly visit: LedgerVisit;
  readonly minutes: number;
  readonly shares: readonly PayerShare[];
  readonly gaps: readonly Gap[];
}

/**
 * What each delivered visit of an account is to be billed at: its minutes rounded as the day's rule says, then cut to
 * what is left of the week's or month's grant in the order of the days, planned starts and keys; nothing on days without
 * a grant, in a lapsed term (S035), while suspended, or without a price.
 */
export function dueOf(facts: LedgerFacts, account: LedgerAccount, visits: readonly LedgerVisit[]): readonly VisitDue[] {
  const left = new Map<string, number>();
  return [...visits].sort(inOrder).map((visit) => {
    const { delivered } = visitOutcome(visit, facts.now);
    const tariff = tariffOn(facts, account, visit.date);
    const rounded = roundedMinutes(ruleOn(facts.rounding, account, visit.date), delivered);
    const [cause, payable] = payableOf({ account, visit, rounded }, left);
    const minutes = tariff === null ? 0 : payable;
    const gaps = chainGaps(tariff, delivered, [
      ['rounding', delivered - rounded],
      [cause, rounded - payable],
      ['no_price', payable - minutes],
    ]);
    return { visit, minutes, shares: tariff ? payerShares(tariff, minutes) : [], gaps };
  });
}

/** Whatever remains between what is due and what invoices ask for, and the billed column itself. */
export function billedOf(
  facts: LedgerFacts,
  account: LedgerAccount,
  due: VisitDue,
): { readonly billed: Cell; readonly gaps: readonly Gap[] } {
  const { visit, minutes } = due;
  const asked = sumOf(visit.billed);
  const byHand = sumOf(visit.billed.filter(isByHand));
  const owed = valueOf(tariffOn(facts, account, visit.date), minutes);
  const rest = { minutes: owed.minutes - asked.minutes + byHand.minutes, cents: owed.cents - asked.cents + byHand.cents };
  const open: LedgerCause = visit.billed.length === 0 ? 'not_billed' : 'to_correct';
  const cause = visit.confirmed ? open : 'not_confirmed';
  return {
    billed: asked,
    gaps: [...due.gaps, { cause, ...rest }, { cause: 'credit', minutes: -byHand.minutes, cents: -byHand.cents }],
  };
}

/** The cause of a correction that a billing run makes; every other one is a person's. */
export const CORRECTED = 'corrected';

/** Whether a person gave this credit: the next run must not ask for it again. */
export function isByHand({ corrects, cause }: BilledLine): boolean {
  return corrects !== null && cause !== CORRECTED;
}

function sumOf(lines: readonly BilledLine[]): Cell {
  return lines.reduce((sum, { funder, minutes, cents }) => plus(sum, { ...NOTHING, minutes, cents, [funder]: cents }), NOTHING);
}

/** Minutes that somebody pays for out of the rounded ones, and why not all. */
function payableOf(
  { account, visit, rounded }: { readonly account: LedgerAccount; readonly visit: LedgerVisit; readonly rounded: number },
  left: Map<string, number>,
): readonly [cause: LedgerCause, minutes: number] {
  if (visit.unpaid) return [visit.unpaid, 0];
  const grant = grantOn(account, visit.date);
  if (!grant) return ['outside_grant', 0];
  if (grant.allows === 'ordered') return ['above_grant', rounded];
  const group = groupKey(account, visit.date);
  const before = left.get(group) ?? grantMinutes(account, groupDays(account, visit.date));
  const payable = Math.min(rounded, before);
  left.set(group, before - payable);
  return ['above_grant', payable];
}

/** The rule for the account's municipality and kind goes before one for either alone, and that before one for all. */
function ruleOn(rules: readonly RoundingRule[], account: LedgerAccount, day: string): RoundingRule | undefined {
  const fits = (own: string | null, asked: string): boolean => own === null || own === asked;
  const rank = (rule: RoundingRule): number => (rule.municipalityId === null ? 0 : 2) + (rule.accountKind === null ? 0 : 1);
  return rules
    .filter(
      (rule) => covers(rule, day) && fits(rule.municipalityId, account.municipalityId) && fits(rule.accountKind, account.kind),
    )
    .sort((a, b) => rank(b) - rank(a))[0];
}

/** Minutes in whole units: a half unit goes up with `nearest`. Without a rule every minute counts. */
function roundedMinutes(rule: RoundingRule | undefined, minutes: number): number {
  if (!rule) return minutes;
  const units = minutes / rule.unitMinutes;
  const whole = { down: Math.floor(units), nearest: Math.floor(units + 0.5), up: Math.ceil(units) }[rule.mode];
  return whole * rule.unitMinutes;
}

function inOrder(a: LedgerVisit, b: LedgerVisit): number {
  const start = ({ planned }: LedgerVisit): number => Math.min(...planned.map((part) => part.start));
  const difference = start(a) === start(b) ? 0 : start(a) - start(b);
  return a.date.localeCompare(b.date) || difference || a.key.localeCompare(b.key, 'en');
}
