import type { BreakInput, ShiftInput, StaffInput } from '#engine';
import type { FieldReader } from '../document/fields.js';
import { flag, optionalFields } from '../document/shape.js';
import { LARGEST, type Bounds } from './bounds.js';
import { STAFF_RULES } from './read-rules.js';

/** Reads `staff` with their shifts and breaks. */
export function readStaff(read: FieldReader, value: unknown, bounds: Bounds, profiles: ReadonlySet<string>): StaffInput[] {
  const staff = read.list(value, 'staff').map((entry, at): StaffInput => {
    const path = `staff[${at}]`;
    const person = read.object(entry, path);
    read.onlyNamed(person, path, ['id', 'profile', 'skills', 'shifts', ...Object.keys(STAFF_RULES)]);
    const profile = read.text(person['profile'], `${path}.profile`);
    read.reference(profile, profiles, `${path}.profile`, 'a profile');
    const shifts = read.list(person['shifts'], `${path}.shifts`);
    return {
      id: read.text(person['id'], `${path}.id`),
      profile,
      skills: read.texts(person['skills'], `${path}.skills`),
      shifts: shifts.map((shift, index) => readShift(read, shift, `${path}.shifts[${index}]`, bounds)),
      ...optionalFields(read, person, { path, fields: STAFF_RULES }),
    };
  });
  read.unique(
    staff.map(({ id }) => id),
    (at) => `staff[${at}].id`,
  );
  const shifts = staff.flatMap((person, at) =>
    person.shifts.map(({ id }, index) => ({ id, path: `staff[${at}].shifts[${index}].id` })),
  );
  read.unique(
    shifts.map(({ id }) => id),
    (at) => shifts[at].path,
  );
  staff.forEach((person, at) => disjoint(read, person, `staff[${at}].shifts`));
  return staff;
}

function disjoint(read: FieldReader, { shifts }: StaffInput, path: string): void {
  const ordered = [...shifts].sort((a, b) => a.start - b.start);
  ordered.slice(1).forEach((shift, at) => {
    const before = ordered[at];
    if (shift.start < before.end) {
      const value = { shift: shift.id, start: shift.start };
      read.add('out_of_range', path, value, {
        allowed: `a start of at least ${before.end}`,
        message: `Part the shift from ${before.id}, or join the two.`,
      });
    }
  });
}

function readShift(read: FieldReader, entry: unknown, path: string, { horizonEnd, places }: Bounds): ShiftInput {
  const shift = read.object(entry, path);
  const time = { min: 0, max: horizonEnd, whole: true };
  const place = { min: 0, max: places - 1, whole: true };
  const start = read.number(shift['start'], `${path}.start`, time);
  return {
    id: read.text(shift['id'], `${path}.id`),
    start,
    end: read.number(shift['end'], `${path}.end`, { ...time, min: start }),
    endRule: read.word(shift['endRule'], `${path}.endRule`, ['hard', 'soft', 'open']),
    startPlace: read.number(shift['startPlace'], `${path}.startPlace`, place),
    endPlace: read.number(shift['endPlace'], `${path}.endPlace`, place),
    departure: read.word(shift['departure'], `${path}.departure`, ['late', 'start']),
    breaks: readBreaks(read, shift['breaks'], `${path}.breaks`, horizonEnd),
    ...(shift['capacity'] !== undefined && {
      capacity: read.number(shift['capacity'], `${path}.capacity`, { min: 0, max: LARGEST, whole: true }),
    }),
  };
}

function readBreaks(read: FieldReader, value: unknown, path: string, horizonEnd: number): BreakInput[] {
  const breaks = read.list(value, path).map((entry, at) => {
    const where = `${path}[${at}]`;
    const rest = read.object(entry, where);
    const time = { min: 0, max: horizonEnd, whole: true };
    const earliest = read.number(rest['earliest'], `${where}.earliest`, time);
    const missed = rest['missed'];
    return {
      id: read.text(rest['id'], `${where}.id`),
      duration: read.number(rest['duration'], `${where}.duration`, time),
      earliest,
      latest: read.number(rest['latest'], `${where}.latest`, { ...time, min: earliest }),
      measuredAt: read.word(rest['measuredAt'], `${where}.measuredAt`, ['start', 'end']),
      missed: missed === 'required' ? missed : read.number(missed, `${where}.missed`, { min: 0, max: LARGEST, whole: true }),
      ...(rest['whenLongerThan'] !== undefined && {
        whenLongerThan: read.number(rest['whenLongerThan'], `${where}.whenLongerThan`, time),
      }),
      ...(rest['beforeVisit'] !== undefined && { beforeVisit: flag(read, rest['beforeVisit'], `${where}.beforeVisit`) }),
    } satisfies BreakInput;
  });
  read.unique(
    breaks.map(({ id }) => id),
    (at) => `${path}[${at}].id`,
  );
  return breaks;
}
