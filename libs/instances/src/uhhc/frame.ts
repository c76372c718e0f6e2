import type { FieldReader } from '../document/fields.js';
import type { Weights } from './cost-components.js';

/** What all parts of the reading need to know of the instance. */
export interface UhhcFrame {
  /** Units of the problem in one minute: 1, or 1000 when travel times have decimals. */
  readonly timeUnit: number;
  readonly measuredAt: 'start' | 'end';
  readonly weights: Weights;
  readonly services: ReadonlyMap<string, number | undefined>;
  readonly places: number;
}

/** Reads `{start, end}` in minutes into the problem's units. */
export function readSpan(read: FieldReader, value: unknown, path: string, timeUnit: number): { start: number; end: number } {
  const fields = read.object(value, path);
  const start = read.number(fields['start'], `${path}.start`, { min: 0 });
  const end = read.number(fields['end'], `${path}.end`, { min: 0 });
  if (end < start)
    read.add(
      'not_sorted',
      path,
      { start, end },
      { allowed: 'a start no later than the end', message: 'Swap or mend the two times.' },
    );
  return { start: Math.round(start * timeUnit), end: Math.round(end * timeUnit) };
}
