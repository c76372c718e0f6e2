import type { BreakInput } from '#engine';
import type { FieldReader, Fields } from '../document/fields.js';
import { LUNCH } from '../routes/read-routes.js';
import { readSpan, type UhhcFrame } from './frame.js';

/** A caregiver in the model's terms, before the horizon is known. */
export interface Caregiver {
  readonly id: string;
  readonly skills: readonly string[];
  readonly startPlace: number;
  readonly endPlace: number;
  /** Absent: works without a shift. */
  readonly shift: { readonly start: number; readonly end: number; readonly endRule: 'hard' | 'soft' } | undefined;
  readonly breaks: readonly BreakInput[];
}

/** Reads `caregivers`, `terminal_points` and `lunch_breaks`. */
export function readCaregivers(read: FieldReader, root: Fields, frame: UhhcFrame): Caregiver[] {
  const points = new Map<string, number>();
  read.list(root['terminal_points'], 'terminal_points').forEach((entry, at) => {
    const path = `terminal_points[${at}]`;
    const point = read.object(entry, path);
    const place = read.number(point['distance_matrix_index'], `${path}.distance_matrix_index`, {
      min: 0,
      max: frame.places - 1,
      whole: true,
    });
    points.set(read.text(point['id'], `${path}.id`), place);
  });
  const entries = read.list(root['caregivers'], 'caregivers');
  const somebodyLunches = entries.some((entry) => (entry as Fields | null)?.['lunch_break'] === true);
  const lunch = somebodyLunches ? readLunch(read, root, frame) : undefined;
  const caregivers = entries.map((entry, at): Caregiver => {
    const path = `caregivers[${at}]`;
    const caregiver = read.object(entry, path);
    const place = (key: string): number => {
      const id = read.text(caregiver[key], `${path}.${key}`);
      read.reference(id, points, `${path}.${key}`, 'a terminal point');
      return points.get(id) ?? 0;
    };
    const skills = read.texts(caregiver['abilities'], `${path}.abilities`);
    skills.forEach((skill, index) => read.reference(skill, frame.services, `${path}.abilities[${index}]`, 'a service'));
    return {
      id: read.text(caregiver['id'], `${path}.id`),
      skills,
      startPlace: place('departing_point'),
      endPlace: place('arrival_point'),
      shift: readShift(read, caregiver['working_shift'], `${path}.working_shift`, frame),
      breaks: caregiver['lunch_break'] === true && lunch ? [lunch] : [],
    };
  });
  read.unique(
    caregivers.map(({ id }) => id),
    (at) => `caregivers[${at}].id`,
  );
  return caregivers;
}

function readShift(read: FieldReader, value: unknown, path: string, { timeUnit, weights }: UhhcFrame): Caregiver['shift'] {
  if (value === undefined || value === null) return undefined;
  const { start, end } = readSpan(read, value, path, timeUnit);
  return { start, end, endRule: weights.of.total_extra_time === 'HARD' ? 'hard' : 'soft' };
}

/** A lunch is taken where the next patient lives, so it always has a visit after it. */
function readLunch(read: FieldReader, root: Fields, { timeUnit, measuredAt, weights }: UhhcFrame): BreakInput {
  const { start, end } = readSpan(read, root['lunch_breaks'], 'lunch_breaks', timeUnit);
  const length = read.number(read.object(root['lunch_breaks'], 'lunch_breaks')['min_duration'], 'lunch_breaks.min_duration', {
    min: 0,
  });
  const weight = weights.of.missed_lunch_break;
  const missed = weight === 'HARD' ? 'required' : Math.round((weight ?? 0) * weights.unit) * timeUnit;
  return {
    id: LUNCH,
    duration: Math.round(length * timeUnit),
    earliest: start,
    latest: end,
    measuredAt,
    missed,
    beforeVisit: true,
  };
}
