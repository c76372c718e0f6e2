import { addDays, addMonths, type IsoDay } from '#time';
import type { MunicipalRuleSet } from '../municipalities/rule-set.js';
import { inForce } from '../municipalities/sourced.js';
import { rounded } from './cents.js';
import { fundingReason, type FundingReason } from './funding-reasons.js';
import { incomePerMember, isWithin, limitCents, type Income, type Means } from './means.js';

/** What decides how much of municipal care a client pays. */
export interface ClientSituation {
  /** The rules of the municipality that decided; null: not known. */
  readonly ruleSet: MunicipalRuleSet | null;
  /** What the decision says the municipality pays; null: it says nothing, the rules decide. */
  readonly municipalityPercent: number | null;
  readonly means: Means | null;
  /** Periods in which the person is recognised as needy, both ends included (S054). */
  readonly needy: readonly { readonly validFrom: IsoDay; readonly validTo: IsoDay | null }[];
  readonly birthDate: IsoDay | null;
  /** Without anybody obliged to care (S140). */
  readonly lone: boolean;
}

/** The client's share of the cost: `part` of `whole`, both whole numbers, and why. */
export interface ClientPart {
  readonly part: number;
  readonly whole: number;
  /** Most the client pays in a month, in cents; null: no bound. */
  readonly mostPerMonth: number | null;
  readonly reason: FundingReason;
}

/**
 * Who pays for granted care in a month that costs so many cents: what the
 * decision says, else needy (S054), lone and older (S140), income (S118-S120),
 * else the client (S130).
 */
export function clientPart(situation: ClientSituation, day: IsoDay, monthCents: number): ClientPart {
  const { municipalityPercent: percent, ruleSet, needy, means } = situation;
  if (percent !== null) return share(100 - percent, 100, fundingReason('funding.decided', { percent }));
  if (ruleSet === null) return ALL;
  if (ruleSet.needyFree && needy.some((period) => inForce(period, day))) return nothing(fundingReason('funding.needy'));
  const older = loneOlder(situation, ruleSet, day);
  if (older !== null) return nothing(older);
  const limit = ruleSet.freeUpTo === null ? null : limitCents(ruleSet.freeUpTo, day);
  const income = means === null ? null : incomePerMember(means, ruleSet.incomeMonths);
  if (limit === null || income === null) return ALL;
  return byIncome(ruleSet, { income, limit, members: means?.members ?? 1, monthCents });
}

function byIncome(
  rules: MunicipalRuleSet,
  of: { readonly income: Income; readonly limit: number; readonly members: number; readonly monthCents: number },
): ClientPart {
  const { income, limit, members, monthCents } = of;
  const figures = { income: rounded(income.cents, income.over), limit };
  if (isWithin(income, limit)) return nothing(fundingReason('funding.within', figures));
  const excess: Income = { cents: income.cents - limit * income.over, over: income.over };
  if (rules.clientShareOf === 'price') {
    const percent = rules.clientShares.findLast(({ aboveCents }) => aboveCents * excess.over <= excess.cents)?.percent ?? 100;
    const client = rounded(monthCents * percent, 100);
    return share(percent, 100, fundingReason('funding.partly', { ...figures, client, month: monthCents }));
  }
  const client = rules.clientShares.length === 0 ? monthCents : contribution(rules, excess, members);
  if (client >= monthCents) return share(1, 1, fundingReason('funding.covers', { limit, month: monthCents }));
  const reason = fundingReason('funding.partly', { ...figures, client, month: monthCents });
  return { part: client, whole: monthCents, mostPerMonth: client, reason };
}

/** What the client adds in a month, in cents: each row's percent of its slice of the excess (S119). */
function contribution({ clientShares, excessOf }: MunicipalRuleSet, excess: Income, members: number): number {
  const slices = clientShares.map(({ aboveCents, percent }, i) => {
    const next = clientShares.at(i + 1);
    const top = next === undefined ? excess.cents : Math.min(excess.cents, next.aboveCents * excess.over);
    return Math.max(0, top - aboveCents * excess.over) * percent;
  });
  const payers = excessOf === 'household' ? members : 1;
  return rounded(slices.reduce((sum, slice) => sum + slice, 0) * payers, 100 * excess.over);
}

function loneOlder({ birthDate, lone }: ClientSituation, rules: MunicipalRuleSet, day: IsoDay): FundingReason | null {
  const years = rules.freeLoneOlderThan;
  if (years === null || birthDate === null || !lone) return null;
  const from = olderFrom(birthDate, years, rules.olderThan);
  return day < from ? null : fundingReason('funding.lone_older', { years, from });
}

/** The first day on which somebody is older than so many years, by the rule set's reading (S140). */
export function olderFrom(birthDate: IsoDay, years: number, reading: MunicipalRuleSet['olderThan']): IsoDay {
  return reading === 'day_after_birthday' ? addDays(addMonths(birthDate, years * 12), 1) : addMonths(birthDate, (years + 1) * 12);
}

const ALL: ClientPart = share(1, 1, fundingReason('funding.client'));

function nothing(reason: FundingReason): ClientPart {
  return share(0, 1, reason);
}

function share(part: number, whole: number, reason: FundingReason): ClientPart {
  return { part, whole, mostPerMonth: null, reason };
}
