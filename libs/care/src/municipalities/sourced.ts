import { addMonths, type IsoDay } from '#time';

/** A row of law: when it is in force, where it is written, and when somebody last looked whether it still is (S150). */
export interface Sourced {
  readonly validFrom: IsoDay;
  /** Last day; null: open. */
  readonly validTo: IsoDay | null;
  readonly source: string;
  readonly checkedOn: IsoDay;
}

/** A row that nobody has looked at for longer is stale: the article of the seed warns of itself after two years (S150). */
export const STALE_AFTER_MONTHS = 24;

/** Whether the row is in force on a day, both ends included. */
export function inForce({ validFrom, validTo }: Pick<Sourced, 'validFrom' | 'validTo'>, day: IsoDay): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** Whether the row was last checked more than {@link STALE_AFTER_MONTHS} before the day (S150). */
export function isStale({ checkedOn }: Pick<Sourced, 'checkedOn'>, day: IsoDay): boolean {
  return addMonths(checkedOn, STALE_AFTER_MONTHS) < day;
}
