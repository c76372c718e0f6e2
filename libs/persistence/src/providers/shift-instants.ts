import type { SheetRow } from '#contracts';
import { addDays, clockSeconds, instantOf } from '#time';

/** The instants a rostered shift begins and ends at, ISO text; an end before or equal to the start is on the next day. */
export function shiftInstants(
  shift: SheetRow<'shifts'>,
  timezone: string,
): { readonly startsAt: string; readonly endsAt: string } {
  const overnight = clockSeconds(shift.end) <= clockSeconds(shift.start);
  const endDay = overnight ? addDays(shift.date, 1) : shift.date;
  return {
    startsAt: isoText(instantOf(shift.date, shift.start, timezone)),
    endsAt: isoText(instantOf(endDay, shift.end, timezone)),
  };
}

function isoText(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
