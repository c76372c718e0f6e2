import { clockAt, minuteOf, type StartWindow } from '../patterns.js';
import type { Random } from '../random.js';

/** What a visit is mostly for, which decides when it may start. */
export type Occasion = 'home' | 'bath' | 'meal' | 'morning' | 'evening';

/** Times clients agree to, by weight: earliest and latest start, and when the visit is over at the latest. */
const AGREED: Readonly<Record<Occasion, readonly (readonly [readonly [string, string, string], number])[]>> = {
  home: [
    [['08:00', '16:30', '18:30'], 62],
    [['08:00', '12:30', '15:00'], 22],
    [['12:00', '17:00', '19:30'], 16],
  ],
  bath: [
    [['09:00', '16:00', '18:00'], 70],
    [['09:00', '13:00', '15:30'], 30],
  ],
  meal: [
    [['10:00', '14:00', '16:30'], 50],
    [['09:00', '15:00', '17:30'], 50],
  ],
  morning: [
    [['07:30', '09:30', '13:00'], 20],
    [['08:00', '11:30', '14:30'], 45],
    [['08:30', '13:00', '16:00'], 35],
  ],
  // Whoever comes last must be home by the end of the late shift.
  evening: [
    [['16:30', '19:30', '20:15'], 60],
    [['17:30', '19:30', '20:15'], 40],
  ],
};

/** Shortest window left after cutting it to the end of the visit. */
const LEAST_CHOICE = 60;

/** A start window for a visit of `minutes`. */
export function windowFor(random: Random, occasion: Occasion, minutes: number): StartWindow {
  const [from, to, over] = random.weighted(AGREED[occasion]);
  const latest = Math.min(minuteOf(to), minuteOf(over) - minutes);
  return { from, to: clockAt(Math.max(latest, minuteOf(from) + LEAST_CHOICE)) };
}
