import type { IsoDay } from '#time';
import type { DecisionForm } from '../municipalities/rule-set.js';
import { isStale } from '../municipalities/sourced.js';
import { careCents, rounded } from './cents.js';
import { clientPart, type ClientPart, type ClientSituation } from './client-part.js';
import { fundingReason, type FundingReason } from './funding-reasons.js';
import { priceOn, type HourPrice } from './hour-price.js';

/** Under what a visit is paid, and all that decides who pays. */
export interface PayingSituation extends ClientSituation {
  readonly funding: { readonly kind: 'decision'; readonly form: DecisionForm } | { readonly kind: 'episode' | 'private' };
  /** Prices are looked up under it. */
  readonly municipalityId: string | null;
  readonly prices: readonly HourPrice[];
  /** Minutes granted in the visit's month: what the client's monthly contribution is spread over. */
  readonly monthMinutes: number;
  /** Minutes of the month's visits before this one; with them a month's cents add up exactly. Absent: 0. */
  readonly minutesBefore?: number;
}

/** Who pays how many cents of a visit and why, or the one reason why nobody can say. */
export type VisitShare =
  | {
      readonly ok: true;
      /** The price it was reckoned at. */
      readonly priceId: string;
      readonly centsPerHour: number;
      readonly municipalityCents: number;
      readonly clientCents: number;
      readonly stateCents: number;
      readonly reasons: readonly FundingReason[];
    }
  | { readonly ok: false; readonly reason: FundingReason };

/**
 * Who pays for minutes of care on a day (S054, S117-S120, S130, S140). The
 * three amounts are whole cents and add up to the price. Given the minutes
 * before it in the month, a visit is charged the difference of what is due
 * after and before it: whatever the month is cut into, its visits together
 * cost hours times price, and the client's share of that, to the cent.
 */
export function shareOf(minutes: number, day: IsoDay, situation: PayingSituation): VisitShare {
  const { funding, municipalityId, prices, ruleSet, monthMinutes, minutesBefore = 0 } = situation;
  const payer = funding.kind === 'episode' ? 'state' : isClientAlone(funding) ? 'client' : 'municipality';
  const price = priceOn(prices, { payer, municipalityId }, day);
  if (price === null) return { ok: false, reason: fundingReason('price.missing', { day, payer }) };
  const { centsPerHour } = price;
  const due = (total: number): number => careCents(total, centsPerHour);
  const cost = due(minutesBefore + minutes) - due(minutesBefore);
  const priced = fundingReason('funding.price', { price: centsPerHour, from: price.validFrom });
  const amounts = { priceId: price.id, centsPerHour, municipalityCents: 0, clientCents: 0, stateCents: 0 };
  if (payer === 'state') return { ok: true, ...amounts, stateCents: cost, reasons: [fundingReason('funding.state'), priced] };
  if (payer === 'client') {
    const code = funding.kind === 'private' ? 'funding.private' : 'funding.self_paid';
    return { ok: true, ...amounts, clientCents: cost, reasons: [fundingReason(code), priced] };
  }
  const part = clientPart(situation, day, due(monthMinutes));
  const clientCents = clientDue(part, due(minutesBefore + minutes)) - clientDue(part, due(minutesBefore));
  const byRules = situation.municipalityPercent === null && ruleSet !== null && isStale(ruleSet, day);
  const stale = byRules ? [fundingReason('funding.stale', { checked: ruleSet.checkedOn })] : [];
  return { ok: true, ...amounts, municipalityCents: cost - clientCents, clientCents, reasons: [part.reason, priced, ...stale] };
}

function isClientAlone(funding: PayingSituation['funding']): boolean {
  return funding.kind === 'private' || (funding.kind === 'decision' && funding.form === 'self_paid');
}

/** The client's part of what is due so far in the month, never above the month's contribution. */
function clientDue({ part, whole, mostPerMonth }: ClientPart, cents: number): number {
  const share = rounded(cents * part, whole);
  return mostPerMonth === null ? share : Math.min(share, mostPerMonth);
}
