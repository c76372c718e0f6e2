import type { IsoDay } from '#time';
import { inForce } from '../municipalities/sourced.js';

/** Who pays for care. */
export type Funder = 'municipality' | 'client' | 'state';

/** The price of a care hour for one payer from a day on (S117, S153); a provider enters its own. */
export interface HourPrice {
  readonly id: string;
  readonly payer: Funder;
  /** Null: wherever no municipality has its own. */
  readonly municipalityId: string | null;
  readonly centsPerHour: number;
  readonly validFrom: IsoDay;
  readonly validTo: IsoDay | null;
}

/** The price for a payer on a day: the municipality's own, else the general one; null where none is known: prices are never guessed (S153). */
export function priceOn(
  prices: readonly HourPrice[],
  { payer, municipalityId }: Pick<HourPrice, 'payer' | 'municipalityId'>,
  day: IsoDay,
): HourPrice | null {
  const known = prices.filter((price) => price.payer === payer && inForce(price, day));
  return (
    known.find((price) => price.municipalityId === municipalityId) ?? known.find((price) => price.municipalityId === null) ?? null
  );
}
