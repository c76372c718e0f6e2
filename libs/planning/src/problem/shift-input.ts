import type { Shift } from '#care';
import type { BreakInput, ShiftInput } from '#engine';

/** Labour Law s. 145: work of more than six hours owes a rest of at least 30 minutes, not later than four hours after its start. */
export const BREAK_OWED_AFTER = 6 * 3600;
export const SHORTEST_BREAK = 30 * 60;
export const LATEST_BREAK = 4 * 3600;

/** A rest in the first two hours of a day rests nobody; the provider's convention, not law. */
export const EARLIEST_BREAK = 2 * 3600;

/** The shift as the engine's: instants count from `epoch` (epoch seconds); it starts and ends at `place`. */
export function shiftInput(shift: Shift, epoch: number, place: number): ShiftInput {
  return {
    id: shift.id,
    start: shift.start - epoch,
    end: shift.end - epoch,
    endRule: 'hard',
    startPlace: place,
    endPlace: place,
    departure: 'late',
    breaks: breaksOf(shift, epoch),
  };
}

/**
 * The rest a shift owes. A long shift owes the law's break, at the roster's
 * length where that is longer, once its route keeps somebody out for more than
 * six hours; its latest start counts from the roster's start, which is never
 * later than the real one. A short shift owes only what the roster grants, at
 * any time; a break as long as the shift grants nothing.
 */
function breaksOf(shift: Shift, epoch: number): BreakInput[] {
  const start = shift.start - epoch;
  const id = `${shift.id}/break`;
  if (shift.end - shift.start > BREAK_OWED_AFTER) {
    return [
      {
        id,
        duration: Math.max(shift.breakSeconds, SHORTEST_BREAK),
        earliest: start + EARLIEST_BREAK,
        latest: start + LATEST_BREAK,
        measuredAt: 'start',
        missed: 'required',
        whenLongerThan: BREAK_OWED_AFTER,
      },
    ];
  }
  const latest = shift.end - epoch - shift.breakSeconds;
  if (shift.breakSeconds === 0 || latest <= start) return [];
  return [{ id, duration: shift.breakSeconds, earliest: start, latest, measuredAt: 'start', missed: 'required' }];
}
