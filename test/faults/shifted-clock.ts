/**
 * Loaded with --import into a program of the test: its clock runs as many milliseconds ahead (or behind) as the file of
 * APGAITA_CLOCK_FILE says, and jumps when the file changes.
 */
import { readFileSync } from 'node:fs';

const file = process.env['APGAITA_CLOCK_FILE'] ?? '';
const LOOK_EVERY_MS = 100;
const Real = Date;
let shift = 0;

class ShiftedDate extends Real {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [Real.now() + shift] : given) as [number]));
  }

  static override now(): number {
    return Real.now() + shift;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
setInterval(() => {
  try {
    shift = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    // Not written yet: the machine's own time.
  }
}, LOOK_EVERY_MS).unref();
