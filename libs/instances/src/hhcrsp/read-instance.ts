import type { LinkInput, PartInput, ProblemInput, StaffInput, TimeWindowInput, VisitInput } from '#engine';
import { FieldReader, type Fields } from '../document/fields.js';
import { parseJson } from '../document/json.js';
import { squareMatrix } from '../document/matrix.js';
import type { ReadInstance } from '../format.js';
import { horizonBound } from '../routes/horizon.js';
import { partIds, pairLinks, type Synchronization } from '../services.js';

/** Thousandths: the published distances have three decimals. */
const UNIT = 1000;
/** The cost is a third of the sum of distance, lateness and highest lateness. */
const SHARES = 3;

/** Reads an instance; matrix order is office, then patients as listed. */
export function readHhcrsp(text: string, name: string): ReadInstance {
  const read = new FieldReader();
  const parsed = parseJson(read, text);
  if (!read.none) return { ok: false, issues: read.issues };
  const root = read.object(parsed, '');
  const services = readServices(read, root);
  const offices = read.list(root['central_offices'], 'central_offices');
  if (offices.length !== 1)
    read.add('unsupported', 'central_offices', offices.length, {
      allowed: 'one office',
      message: 'Split the instance by office.',
    });
  const patients = read.list(root['patients'], 'patients').map((entry, at) => readPatient(read, entry, at, services));
  const caregivers = read.list(root['caregivers'], 'caregivers').map((entry, at) => {
    const path = `caregivers[${at}]`;
    const caregiver = read.object(entry, path);
    const abilities = read.texts(caregiver['abilities'], `${path}.abilities`);
    abilities.forEach((ability, index) => read.reference(ability, services, `${path}.abilities[${index}]`, 'a service'));
    return { id: read.text(caregiver['id'], `${path}.id`), abilities };
  });
  read.unique(
    patients.map(({ visit }) => visit.id),
    (at) => `patients[${at}].id`,
  );
  read.unique(
    caregivers.map(({ id }) => id),
    (at) => `caregivers[${at}].id`,
  );
  const durations = squareMatrix(read, root['distances'], 'distances', { unit: UNIT, size: patients.length + 1 });
  if (!read.none) return { ok: false, issues: read.issues };

  const visits = patients.map(({ visit }) => visit);
  const links = patients.flatMap(({ links: own }) => own);
  const horizonEnd = horizon(visits, links, durations);
  const staff = caregivers.map(({ id, abilities }): StaffInput => {
    const open = {
      id,
      start: 0,
      end: horizonEnd,
      endRule: 'open',
      startPlace: 0,
      endPlace: 0,
      departure: 'late',
      breaks: [],
    } as const;
    return { id, profile: 'travel', skills: abilities, shifts: [open] };
  });
  const problem: ProblemInput = {
    name,
    horizonEnd,
    places: patients.length + 1,
    profiles: [{ id: 'travel', durations }],
    staff,
    visits,
    links,
    objective: { travel: 1, lateness: 1, highestLateness: 1 },
  };
  const componentNames = { travel: 'distance', lateness: 'tardiness', highestLateness: 'max_tardiness' };
  return {
    ok: true,
    problem,
    context: { format: 'hhcrsp', problem, timeUnit: UNIT, costUnit: SHARES * UNIT, componentNames },
  };
}

function readServices(read: FieldReader, root: Fields): Map<string, number | undefined> {
  const services = new Map<string, number | undefined>();
  read.list(root['services'], 'services').forEach((entry, at) => {
    const path = `services[${at}]`;
    const service = read.object(entry, path);
    const own = service['default_duration'];
    const duration = own === undefined ? undefined : read.number(own, `${path}.default_duration`, { min: 0 });
    services.set(read.text(service['id'], `${path}.id`), duration);
  });
  return services;
}

function readPatient(read: FieldReader, entry: unknown, at: number, services: ReadonlyMap<string, number | undefined>) {
  const path = `patients[${at}]`;
  const patient = read.object(entry, path);
  const id = read.text(patient['id'], `${path}.id`);
  const window = readWindow(read, patient['time_window'], `${path}.time_window`);
  const required = read.list(patient['required_caregivers'], `${path}.required_caregivers`);
  if (required.length === 0) {
    read.add('wrong_length', `${path}.required_caregivers`, 0, {
      allowed: 'at least one service',
      message: 'Name the services, or leave the patient out.',
    });
  }
  const wanted = required.map((item, index) => {
    const where = `${path}.required_caregivers[${index}]`;
    const fields = read.object(item, where);
    const service = read.text(fields['service'], `${where}.service`);
    read.reference(service, services, `${where}.service`, 'a service');
    const duration = read.number(fields['duration'] ?? services.get(service), `${where}.duration`, { min: 0 });
    return { service, duration: Math.round(duration * UNIT) };
  });
  const ids = partIds(wanted.map(({ service }) => service));
  const parts = wanted.map(({ service, duration }, index): PartInput => {
    const soft = { windows: [window], lateness: 'soft', measuredAt: 'start' } as const;
    return { id: ids[index], duration, ...soft, skills: [service] };
  });
  const visit: VisitInput = { id, client: id, place: at + 1, parts, unserved: 'forbidden' };
  return { visit, links: pairLinks(id, ids, readSynchronization(read, patient['synchronization'], `${path}.synchronization`)) };
}

function readWindow(read: FieldReader, value: unknown, path: string): TimeWindowInput {
  const [start, end] = read.list(value, path);
  const from = Math.round(read.number(start, `${path}[0]`, { min: 0 }) * UNIT);
  const to = Math.round(read.number(end, `${path}[1]`, { min: 0 }) * UNIT);
  if (to < from)
    read.add('not_sorted', path, value, { allowed: 'a start no later than the end', message: 'Swap or mend the two times.' });
  return { start: from, end: to };
}

function readSynchronization(read: FieldReader, value: unknown, path: string): Synchronization {
  if (value === undefined || value === null) return { type: 'independent' };
  const fields = read.object(value, path);
  const type = read.word(fields['type'], `${path}.type`, ['independent', 'simultaneous', 'sequential']);
  if (type !== 'sequential') return { type };
  const [least, most] = read.list(fields['distance'], `${path}.distance`);
  const min = Math.round(read.number(least, `${path}.distance[0]`) * UNIT);
  const max = Math.round(read.number(most, `${path}.distance[1]`) * UNIT);
  if (max < min)
    read.add('not_sorted', `${path}.distance`, fields['distance'], {
      allowed: 'a minimum no larger than the maximum',
      message: 'Swap or mend the two.',
    });
  return { type, min, max };
}

function horizon(visits: readonly VisitInput[], links: readonly LinkInput[], durations: Int32Array): number {
  const parts = visits.flatMap((visit) => visit.parts);
  return horizonBound({
    latest: parts.reduce((latest, part) => Math.max(latest, ...part.windows.map((window) => window.end)), 0),
    durations: parts.reduce((sum, part) => sum + part.duration, 0),
    gaps: links.reduce((sum, link) => sum + Math.max(0, link.gaps[0]?.min ?? 0), 0),
    stops: [0, ...visits.flatMap((visit) => visit.parts.map(() => visit.place))],
    durationsBetween: durations,
    places: visits.length + 1,
  });
}
