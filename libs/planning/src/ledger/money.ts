import { shareOf, type Funder, type PayingSituation } from '#care';
import { dividedRound, NOTHING, type Cell, type Gap } from './amount.js';
import type { LedgerCause } from './causes.js';
import { monthMinutes } from './grant.js';
import { covers, type LedgerAccount, type LedgerFacts } from './ledger-facts.js';

/** What minutes of an account cost on a day, and whom. */
export interface Tariff {
  readonly priceId: string;
  /** Of minutes that follow `minutesBefore` others at the same tariff; whole cents, the payers' parts add up (S117-S120). */
  cost(minutes: number, minutesBefore?: number): Cell;
}

/** A payer's part of a visit, as a line of an invoice. */
export interface PayerShare {
  readonly funder: Funder;
  readonly minutes: number;
  readonly cents: number;
  readonly priceId: string;
}

type Prices = LedgerFacts['prices'];

/** Tariffs by day: asked for with every visit and every gap. */
const TARIFFS = new WeakMap<LedgerAccount, { readonly prices: Prices; readonly days: Map<string, Tariff | null> }>();

/** The account's tariff on a day; null when nobody is known to pay or no price is valid: prices are never guessed (S153). */
export function tariffOn({ prices }: Pick<LedgerFacts, 'prices'>, account: LedgerAccount, day: string): Tariff | null {
  const found = TARIFFS.get(account);
  const known = found?.prices === prices ? found : { prices, days: new Map<string, Tariff | null>() };
  if (known !== found) TARIFFS.set(account, known);
  const before = known.days.get(day);
  if (before !== undefined) return before;
  const tariff = newTariff(prices, account, day);
  known.days.set(day, tariff);
  return tariff;
}

function newTariff(prices: Prices, account: LedgerAccount, day: string): Tariff | null {
  const paying = account.payers.find((span) => covers(span, day))?.paying;
  if (!paying) return null;
  const situation: PayingSituation = { ...paying, prices, monthMinutes: monthMinutes(account, day) };
  const share = shareOf(0, day, situation);
  if (!share.ok) return null;
  const costs = new Map<number, Cell>();
  const cost = (minutes: number, minutesBefore = 0): Cell => {
    if (minutesBefore !== 0) return costOf(minutes, day, { ...situation, minutesBefore });
    const cell = costs.get(minutes) ?? costOf(minutes, day, situation);
    costs.set(minutes, cell);
    return cell;
  };
  return { priceId: share.priceId, cost };
}

function costOf(minutes: number, day: string, situation: PayingSituation): Cell {
  const share = shareOf(minutes, day, situation);
  if (!share.ok) return { ...NOTHING, minutes };
  const { municipalityCents: municipality, clientCents: client, stateCents: state } = share;
  return { minutes, cents: municipality + client + state, municipality, client, state };
}

/** Minutes at a tariff; without one they cost nothing. */
export function valueOf(tariff: Tariff | null, minutes: number): Cell {
  return tariff === null ? { ...NOTHING, minutes } : tariff.cost(minutes);
}

/** A visit’s minutes by payer in the proportion of their cents; the client has the rest. */
export function payerShares(tariff: Tariff, minutes: number): readonly PayerShare[] {
  if (minutes === 0) return [];
  const { cents, municipality, client, state } = tariff.cost(minutes);
  const theirs = cents === 0 ? 0 : dividedRound(minutes * municipality, cents);
  const shares: readonly Omit<PayerShare, 'priceId'>[] = [
    { funder: 'municipality', minutes: theirs, cents: municipality },
    { funder: 'state', minutes: state > 0 ? minutes : 0, cents: state },
    { funder: 'client', minutes: state > 0 ? 0 : minutes - theirs, cents: client },
  ];
  return shares.filter((share) => share.minutes > 0 || share.cents > 0).map((share) => ({ ...share, priceId: tariff.priceId }));
}

/**
 * Gaps of minutes, one after the other from `start`, with the cents by which each lowers the cost: so that their cents
 * add up to the whole difference although each cost is rounded.
 */
export function chainGaps(
  tariff: Tariff | null,
  start: number,
  steps: readonly (readonly [cause: LedgerCause, minutes: number])[],
): readonly Gap[] {
  let left = start;
  return steps.map(([cause, minutes]) => {
    const before = valueOf(tariff, left).cents;
    left -= minutes;
    return { cause, minutes, cents: before - valueOf(tariff, left).cents };
  });
}
