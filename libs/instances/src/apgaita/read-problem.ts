import type { ObjectiveInput, ProblemInput, TravelProfileInput } from '#engine';
import type { FieldReader, Fields } from '../document/fields.js';
import { optionalFields } from '../document/shape.js';
import { LARGEST, type Bounds } from './bounds.js';
import { OBJECTIVE_COMPONENTS } from './components.js';
import { readLinks } from './read-links.js';
import { PLAN_RULES } from './read-rules.js';
import { readStaff } from './read-staff.js';
import { readVisits } from './read-visits.js';

const NAMES = ['name', 'horizonEnd', 'places', 'profiles', 'staff', 'visits', 'links', 'objective'];

/**
 * Reads a problem and everything that refers to something else in it: ids are
 * unique, references known, matrices of the right size, windows and gaps sorted.
 * @param name stands in for a missing name
 */
export function readProblem(read: FieldReader, parsed: unknown, name: string): ProblemInput {
  const root = read.object(parsed, '');
  read.onlyNamed(root, '', [...NAMES, ...Object.keys(PLAN_RULES)]);
  const bounds: Bounds = {
    horizonEnd: read.number(root['horizonEnd'], 'horizonEnd', { min: 1, max: LARGEST, whole: true }),
    places: read.number(root['places'], 'places', { min: 1, max: 60_000, whole: true }),
  };
  const profiles = read
    .list(root['profiles'], 'profiles')
    .map((entry, at) => readProfile(read, entry, `profiles[${at}]`, bounds.places));
  read.unique(
    profiles.map(({ id }) => id),
    (at) => `profiles[${at}].id`,
  );
  const staff = readStaff(read, root['staff'], bounds, new Set(profiles.map(({ id }) => id)));
  const visits = readVisits(read, root['visits'], bounds, new Set(staff.map(({ id }) => id)));
  return {
    name: root['name'] === undefined ? name : read.text(root['name'], 'name'),
    ...bounds,
    profiles,
    staff,
    visits,
    links: readLinks(read, root['links'], visits),
    objective: readObjective(read, read.object(root['objective'], 'objective')),
    ...optionalFields(read, root, { path: '', fields: PLAN_RULES }),
  };
}

function readProfile(read: FieldReader, entry: unknown, path: string, places: number): TravelProfileInput {
  const profile = read.object(entry, path);
  const cells = (key: 'durations' | 'charges'): Int32Array => {
    const where = `${path}.${key}`;
    const values = read.list(profile[key], where);
    const allowed = `${places * places} numbers, row by row`;
    if (values.length !== places * places)
      read.add('wrong_length', where, values.length, { allowed, message: 'Give one for every pair of places.' });
    const rule = { min: 0, max: LARGEST, whole: true };
    return Int32Array.from(values, (value, at) => read.number(value, `${where}[${at}]`, rule));
  };
  const id = read.text(profile['id'], `${path}.id`);
  const durations = cells('durations');
  return profile['charges'] === undefined ? { id, durations } : { id, durations, charges: cells('charges') };
}

function readObjective(read: FieldReader, fields: Fields): ObjectiveInput {
  const objective: Partial<Record<keyof ObjectiveInput, number>> = {};
  for (const [key, value] of Object.entries(fields)) {
    const component = OBJECTIVE_COMPONENTS.find((known) => known === key);
    if (component) objective[component] = read.number(value, `objective.${key}`, { min: 0, max: LARGEST, whole: true });
    else
      read.add('unsupported', `objective.${key}`, value, {
        allowed: OBJECTIVE_COMPONENTS.join(' | '),
        message: 'Take the component out or mend its name.',
      });
  }
  return objective;
}
