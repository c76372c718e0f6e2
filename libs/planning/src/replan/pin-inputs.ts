import type { PinInput, ProblemInput } from '#engine';
import type { VisitPin } from './replan-ports.js';

/** Pins as the engine's; one on somebody who does not work then any more binds nobody. */
export function pinInputs(pins: readonly VisitPin[], { visits, staff }: ProblemInput, epoch: number): readonly PinInput[] {
  const planned = new Set(visits.map(({ id }) => id));
  const onDuty = new Set(staff.filter(({ shifts }) => shifts.length > 0).map(({ id }) => id));
  return pins.flatMap(({ visitKey, part, staffId, start }): PinInput[] => {
    const person = staffId !== null && onDuty.has(staffId) ? { staff: staffId } : {};
    const time = start === null ? {} : { start: start - epoch };
    if (!planned.has(visitKey) || Object.keys({ ...person, ...time }).length === 0) return [];
    return [{ visit: visitKey, part: String(part), ...person, ...time }];
  });
}
