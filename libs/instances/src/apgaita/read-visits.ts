import type { PartInput, TimeWindowInput, VisitInput } from '#engine';
import type { FieldReader, Fields } from '../document/fields.js';
import { optionalFields } from '../document/shape.js';
import { LARGEST, LARGEST_UNSERVED, type Bounds } from './bounds.js';
import { PART_RULES, VISIT_RULES } from './read-rules.js';

const VISIT_NAMES = ['id', 'client', 'place', 'parts', 'unserved', ...Object.keys(VISIT_RULES)];
const PART_NAMES = [
  ...['id', 'duration', 'windows', 'lateness', 'measuredAt', 'skills', 'demand', 'wishedWindow'],
  ...['allowedStaff', 'excludedStaff', 'preferredStaff', ...Object.keys(PART_RULES)],
];

/** Reads `visits` with their parts. */
export function readVisits(read: FieldReader, value: unknown, bounds: Bounds, staff: ReadonlySet<string>): VisitInput[] {
  const visits = read.list(value, 'visits').map((entry, at): VisitInput => {
    const path = `visits[${at}]`;
    const visit = read.object(entry, path);
    read.onlyNamed(visit, path, VISIT_NAMES);
    const unserved = visit['unserved'];
    return {
      id: read.text(visit['id'], `${path}.id`),
      client: read.text(visit['client'], `${path}.client`),
      place: read.number(visit['place'], `${path}.place`, { min: 0, max: bounds.places - 1, whole: true }),
      parts: readParts(read, visit['parts'], `${path}.parts`, { bounds, staff }),
      unserved:
        unserved === 'forbidden'
          ? unserved
          : read.number(unserved, `${path}.unserved`, { min: 0, max: LARGEST_UNSERVED, whole: true }),
      ...optionalFields(read, visit, { path, fields: VISIT_RULES }),
    };
  });
  read.unique(
    visits.map(({ id }) => id),
    (at) => `visits[${at}].id`,
  );
  return visits;
}

interface Surroundings {
  readonly bounds: Bounds;
  readonly staff: ReadonlySet<string>;
}

function readParts(read: FieldReader, value: unknown, path: string, surroundings: Surroundings): PartInput[] {
  const entries = read.list(value, path);
  if (Array.isArray(value) && entries.length === 0)
    read.add('wrong_length', path, 0, { allowed: 'at least one part', message: 'Give the part, or leave the visit out.' });
  const parts = entries.map((entry, at) => readPart(read, read.object(entry, `${path}[${at}]`), `${path}[${at}]`, surroundings));
  read.unique(
    parts.map(({ id }) => id),
    (at) => `${path}[${at}].id`,
  );
  return parts;
}

function readPart(read: FieldReader, part: Fields, path: string, { bounds, staff }: Surroundings): PartInput {
  read.onlyNamed(part, path, PART_NAMES);
  const people = (key: 'allowedStaff' | 'excludedStaff' | 'preferredStaff'): Partial<Pick<PartInput, typeof key>> => {
    if (part[key] === undefined) return {};
    const ids = read.texts(part[key], `${path}.${key}`);
    ids.forEach((id, at) => read.reference(id, staff, `${path}.${key}[${at}]`, 'a staff member'));
    return { [key]: ids };
  };
  return {
    id: read.text(part['id'], `${path}.id`),
    duration: read.number(part['duration'], `${path}.duration`, { min: 0, max: bounds.horizonEnd, whole: true }),
    windows: readWindows(read, part['windows'], `${path}.windows`, bounds.horizonEnd),
    lateness: read.word(part['lateness'], `${path}.lateness`, ['hard', 'soft']),
    measuredAt: read.word(part['measuredAt'], `${path}.measuredAt`, ['start', 'end']),
    skills: read.texts(part['skills'], `${path}.skills`),
    ...people('allowedStaff'),
    ...people('excludedStaff'),
    ...people('preferredStaff'),
    ...(part['wishedWindow'] !== undefined && {
      wishedWindow: readWindow(read, part['wishedWindow'], `${path}.wishedWindow`, bounds.horizonEnd),
    }),
    ...(part['demand'] !== undefined && {
      demand: read.number(part['demand'], `${path}.demand`, { min: 0, max: LARGEST, whole: true }),
    }),
    ...optionalFields(read, part, { path, fields: PART_RULES }),
  };
}

function readWindows(read: FieldReader, value: unknown, path: string, horizonEnd: number): TimeWindowInput[] {
  const entries = read.list(value, path);
  if (Array.isArray(value) && entries.length === 0) {
    read.add('wrong_length', path, 0, { allowed: 'at least one window', message: 'Give 0 to horizonEnd if any time will do.' });
  }
  const windows = entries.map((entry, at) => readWindow(read, entry, `${path}[${at}]`, horizonEnd));
  windows.slice(1).forEach(({ start }, at) => {
    const before = windows[at];
    const allowed = `a start of at least ${before.end}`;
    if (start < before.end)
      read.add('not_sorted', `${path}[${at + 1}].start`, start, {
        allowed,
        message: 'Sort the windows and join those that overlap.',
      });
  });
  return windows;
}

function readWindow(read: FieldReader, value: unknown, path: string, horizonEnd: number): TimeWindowInput {
  const window = read.object(value, path);
  const start = read.number(window['start'], `${path}.start`, { min: 0, max: horizonEnd, whole: true });
  return { start, end: read.number(window['end'], `${path}.end`, { min: start, max: horizonEnd, whole: true }) };
}
