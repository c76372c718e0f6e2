/**
 * `numerator / denominator` in whole numbers, halves rounded up; both must be
 * safe integers, the denominator positive. No fraction is ever formed, so that
 * nothing is lost on the way.
 */
export function rounded(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator <= 0) {
    throw new RangeError(`${numerator} / ${denominator} is not a ratio of whole numbers from 0`);
  }
  const rest = numerator % denominator;
  return (numerator - rest) / denominator + (2 * rest >= denominator ? 1 : 0);
}

/** What minutes of care cost at a price of an hour, in cents, half a cent rounded up (S117). */
export function careCents(minutes: number, centsPerHour: number): number {
  return rounded(minutes * centsPerHour, 60);
}
