import type { IsoDay } from '#time';
import { inForce, type Sourced } from './sourced.js';

/** The state's minimum monthly wage, gross, in cents. */
export interface MinimumWage extends Sourced {
  readonly cents: number;
}

const rules = 'Cabinet Regulation 656 of 24.11.2015 as amended';

/** By the day it took force (S141 compares household means with it). Add a row when the Cabinet decides a new one. */
export const MINIMUM_WAGES: readonly MinimumWage[] = [
  { validFrom: '2018-01-01', validTo: '2020-12-31', cents: 43_000, source: rules, checkedOn: '2026-11-22' },
  { validFrom: '2021-01-01', validTo: '2022-12-31', cents: 50_000, source: rules, checkedOn: '2026-11-22' },
  { validFrom: '2023-01-01', validTo: '2023-12-31', cents: 62_000, source: rules, checkedOn: '2026-11-22' },
  { validFrom: '2024-01-01', validTo: '2024-12-31', cents: 70_000, source: rules, checkedOn: '2026-11-22' },
  { validFrom: '2025-01-01', validTo: '2025-12-31', cents: 74_000, source: rules, checkedOn: '2026-11-22' },
  { validFrom: '2026-01-01', validTo: '2026-12-31', cents: 78_000, source: rules, checkedOn: '2026-11-22' },
];

/** The minimum wage of a day in cents; null where the table has none. */
export function minimumWageOn(day: IsoDay, wages: readonly MinimumWage[] = MINIMUM_WAGES): number | null {
  return wages.find((wage) => inForce(wage, day))?.cents ?? null;
}
