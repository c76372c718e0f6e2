import type { IsoDay } from '#time';
import type { MunicipalRuleSet } from '../municipalities/rule-set.js';
import { rounded } from './cents.js';
import { fundingReason, type FundingReason } from './funding-reasons.js';
import { incomePerMember, isWithin, limitCents, type Means } from './means.js';

/** The application for support of a relative (S121, S122, S127), as far as it decides. */
export interface SupportApplication {
  readonly namesCarer: boolean;
  readonly namesAccount: boolean;
  /** Who signed; a relative may write it, but not sign. */
  readonly signedBy: 'client' | 'representative' | 'relative' | null;
}

export interface SupportSituation {
  readonly ruleSet: MunicipalRuleSet;
  readonly means: Means | null;
  readonly application: SupportApplication;
}

export type RelativeSupport =
  | { readonly ok: true; readonly centsPerMonth: number; readonly reasons: readonly FundingReason[] }
  | { readonly ok: false; readonly reasons: readonly FundingReason[] };

/** What a relative who cares for so many minutes a week receives a month, or every reason why nothing (S121-S128, S139, S141). */
export function relativeSupport(minutesPerWeek: number, day: IsoDay, situation: SupportSituation): RelativeSupport {
  const { ruleSet, application } = situation;
  if (!ruleSet.forms.includes('informal_carer')) return { ok: false, reasons: [fundingReason('support.not_offered')] };
  const band = ruleSet.supportBands.find(({ upToMinutesPerWeek: most }) => most === null || minutesPerWeek <= most);
  const { namesCarer, namesAccount, signedBy } = application;
  const refusals = [
    ...meansRefusals(situation, day),
    ...(band === undefined ? [fundingReason('support.amount_unknown')] : []),
    ...(namesCarer ? [] : [fundingReason('support.carer_missing')]),
    ...(namesAccount ? [] : [fundingReason('support.account_missing')]),
    ...(signedBy === 'client' || signedBy === 'representative' ? [] : [fundingReason('support.signature')]),
  ];
  if (band === undefined || refusals.length > 0) return { ok: false, reasons: refusals };
  const { centsPerMonth } = band;
  return {
    ok: true,
    centsPerMonth,
    reasons: [fundingReason('support.granted', { minutes: minutesPerWeek, amount: centsPerMonth })],
  };
}

function meansRefusals({ ruleSet, means }: SupportSituation, day: IsoDay): readonly FundingReason[] {
  const limit = ruleSet.supportUpTo === null ? null : limitCents(ruleSet.supportUpTo, day);
  if (ruleSet.supportUpTo === null) return [];
  const income = means === null ? null : incomePerMember(means, ruleSet.incomeMonths);
  if (income === null || limit === null) return [fundingReason('support.means_unknown', { months: ruleSet.incomeMonths })];
  if (isWithin(income, limit)) return [];
  return [fundingReason('support.over_limit', { income: rounded(income.cents, income.over), limit })];
}
