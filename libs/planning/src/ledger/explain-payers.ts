import { explainFunding, relativeSupport, shareOf, type FundingReason, type SupportApplication } from '#care';
import type { FundingReasonView, LedgerQuery, PayersView } from '#contracts';
import { addDays, daysFrom } from '#time';
import { grantOn, monthMinutes } from './grant.js';
import { covers, type LedgerAccount, type LedgerFacts } from './ledger-facts.js';

/** A relative who asks for the municipality's support of the care they give (S121-S127). */
export interface RelativeAsking {
  readonly name: string;
  readonly relation: string;
  readonly minutesPerWeek: number;
  readonly application: SupportApplication;
}

/** What decides who pays for one account. */
export interface PayerFacts extends Pick<LedgerFacts, 'prices'> {
  readonly account: LedgerAccount;
  readonly relatives: readonly RelativeAsking[];
}

/**
 * Who pays for an account's care from day to day and why, in plain words (S155): days in a row with the same answer are
 * told once, days without a grant not at all. What a relative receives is told as it is on the last of the days.
 */
export function explainPayers(facts: PayerFacts, { from, to }: Pick<LedgerQuery, 'from' | 'to'>): PayersView {
  const spans: PayersView['spans'] = [];
  for (const day of daysFrom(from, to)) {
    if (grantOn(facts.account, day) === undefined) continue;
    const answer = payersOn(facts, day);
    const last = spans.at(-1);
    const same = last !== undefined && last.to === addDays(day, -1) && isSame(last, answer);
    if (same) last.to = day;
    else spans.push({ from: day, to: day, ...answer });
  }
  return { spans, relatives: relativesOn(facts, to) };
}

type Answer = Omit<PayersView['spans'][number], 'from' | 'to'>;

/** The parts of an hour of care. */
function payersOn({ account, prices }: PayerFacts, day: string): Answer {
  const nothing = { centsPerHour: null, municipality: 0, client: 0, state: 0 };
  const paying = account.payers.find((span) => covers(span, day))?.paying;
  if (paying === undefined) return { ...nothing, reasons: [] };
  const share = shareOf(60, day, { ...paying, prices, monthMinutes: monthMinutes(account, day) });
  if (!share.ok) return { ...nothing, reasons: [reasonView(share.reason)] };
  const { centsPerHour, municipalityCents: municipality, clientCents: client, stateCents: state } = share;
  return { centsPerHour, municipality, client, state, reasons: share.reasons.map(reasonView) };
}

function relativesOn({ account, relatives }: PayerFacts, day: string): PayersView['relatives'] {
  const paying = account.payers.find((span) => covers(span, day))?.paying;
  return relatives.map(({ name, relation, minutesPerWeek, application }) => {
    const asked = { name, relation, minutesPerWeek };
    if (!paying?.ruleSet) return { ...asked, centsPerMonth: null, reasons: [] };
    const { ruleSet, means } = paying;
    const support = relativeSupport(minutesPerWeek, day, { ruleSet, means, application });
    return { ...asked, centsPerMonth: support.ok ? support.centsPerMonth : null, reasons: support.reasons.map(reasonView) };
  });
}

function reasonView({ code, rule, params }: FundingReason): FundingReasonView {
  return { code, rule, params: { ...params }, words: explainFunding({ code, params }) };
}

function isSame({ from: _, to: __, ...last }: PayersView['spans'][number], answer: Answer): boolean {
  return JSON.stringify(last) === JSON.stringify(answer);
}
