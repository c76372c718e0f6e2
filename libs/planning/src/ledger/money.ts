import { NOTHING, dividedRound, type Cell, type Gap } from './amount.js';
import type { LedgerCause } from './causes.js';
import { covers, type Funder, type HourPrice, type LedgerAccount, type LedgerFacts } from './ledger-facts.js';

/** What an hour of an account costs on a day, and whom. Percentages are of the time, each at its payer's own price. */
export interface HourCost {
  readonly funder: 'state' | 'shared';
  /** Cents an hour times 100, of all payers and of the municipality alone. */
  readonly total: number;
  readonly municipality: number;
  readonly municipalityPercent: number;
  readonly priceIds: Readonly<Partial<Record<Funder, string>>>;
}

/** A payer's part of a visit. */
export interface PayerShare {
  readonly funder: Funder;
  readonly minutes: number;
  readonly cents: number;
  readonly priceId: string;
}

/**
 * The cost of an hour; null when nobody is to pay that day or a price is missing. A client without a price of the own
 * pays the municipality's (S130); a municipality's own price goes before the one for all.
 */
export function hourCost(facts: Pick<LedgerFacts, 'prices'>, account: LedgerAccount, day: string): HourCost | null {
  const payers = account.payers.find((span) => covers(span, day));
  if (!payers) return null;
  const price = (payer: Funder): HourPrice | undefined => priceOn(facts.prices, { payer, account, day });
  if ('payer' in payers) {
    const state = price('state');
    if (!state) return null;
    const total = state.centsPerHour * 100;
    return { funder: 'state', total, municipality: 0, municipalityPercent: 0, priceIds: { state: state.id } };
  }
  const percent = payers.municipalityPercent;
  const municipality = price('municipality');
  const client = price('client') ?? municipality;
  if ((percent > 0 && !municipality) || (percent < 100 && !client)) return null;
  const theirs = (municipality?.centsPerHour ?? 0) * percent;
  return {
    funder: 'shared',
    total: theirs + (client?.centsPerHour ?? 0) * (100 - percent),
    municipality: theirs,
    municipalityPercent: percent,
    priceIds: { ...(municipality && { municipality: municipality.id }), ...(client && { client: client.id }) },
  };
}

function priceOn(
  prices: readonly HourPrice[],
  { payer, account, day }: { readonly payer: Funder; readonly account: LedgerAccount; readonly day: string },
): HourPrice | undefined {
  const valid = prices.filter((price) => price.payer === payer && covers(price, day));
  return (
    valid.find(({ municipalityId }) => municipalityId === account.municipalityId) ??
    valid.find(({ municipalityId }) => municipalityId === null)
  );
}

/** Minutes with their cents, halves of a cent up; the client pays what the municipality's rounded part leaves (S117-S120). */
export function valueOf(cost: HourCost | null, minutes: number): Cell {
  if (cost === null) return { ...NOTHING, minutes };
  return cellOf(cost, minutes, { total: minutes * cost.total, municipality: minutes * cost.municipality });
}

/** The cell of cents given in 6,000ths (minutes times cents an hour times 100). */
export function cellOf(cost: HourCost, minutes: number, units: { readonly total: number; readonly municipality: number }): Cell {
  const cents = dividedRound(units.total, 6000);
  if (cost.funder === 'state') return { minutes, cents, municipality: 0, client: 0, state: cents };
  const municipality = dividedRound(units.municipality, 6000);
  return { minutes, cents, municipality, client: cents - municipality, state: 0 };
}

/** Minutes by payer, as lines of invoices; none for whoever pays nothing. */
export function payerShares(cost: HourCost, minutes: number): readonly PayerShare[] {
  const { municipality, client, state } = valueOf(cost, minutes);
  if (cost.funder === 'state') return sharesFor(cost, [['state', minutes, state]]);
  const theirs = dividedRound(minutes * cost.municipalityPercent, 100);
  return sharesFor(cost, [
    ['municipality', theirs, municipality],
    ['client', minutes - theirs, client],
  ]);
}

function sharesFor({ priceIds }: HourCost, shares: readonly (readonly [Funder, number, number])[]): readonly PayerShare[] {
  return shares
    .filter(([, minutes, cents]) => minutes > 0 || cents > 0)
    .map(([funder, minutes, cents]) => ({ funder, minutes, cents, priceId: priceIds[funder] ?? '' }));
}

/**
 * Gaps of minutes, one after the other from `start`, with the cents by which each lowers the value: so that their cents
 * add up to the whole difference although each value is rounded.
 */
export function chainGaps(
  cost: HourCost | null,
  start: number,
  steps: readonly (readonly [cause: LedgerCause, minutes: number])[],
): readonly Gap[] {
  let left = start;
  return steps.map(([cause, minutes]) => {
    const before = valueOf(cost, left).cents;
    left -= minutes;
    return { cause, minutes, cents: before - valueOf(cost, left).cents };
  });
}
