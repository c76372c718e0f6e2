const dayMs = 86_400_000;

/** The calendar day `count` days after `date`; counts days, so no clock change can bend it. */
export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** Number of calendar days from `from` to `to`, both included; 0 or less when `to` lies before `from`. */
export function daysIncluded(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1;
}

/** Every day from `from` to `to`, both included. */
export function eachDay(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysIncluded(from, to)) }, (_, i) => addDays(from, i));
}

/** Monday to Sunday of the first week that begins after `today`. */
export function comingWeek(today: string): { readonly from: string; readonly to: string } {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const from = addDays(today, (8 - weekday) % 7 || 7);
  return { from, to: addDays(from, 6) };
}
