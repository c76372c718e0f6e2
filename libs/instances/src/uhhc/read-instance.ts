import type { ProblemInput, StaffInput } from '#engine';
import { FieldReader, type Fields } from '../document/fields.js';
import { parseJson } from '../document/json.js';
import { squareMatrix } from '../document/matrix.js';
import type { ReadInstance } from '../format.js';
import { horizonBound } from '../routes/horizon.js';
import { readWeights } from './cost-components.js';
import type { UhhcFrame } from './frame.js';
import { readCaregivers, type Caregiver } from './read-caregivers.js';
import { readPatients, type Patient } from './read-patients.js';

/** Origins whose caregivers always leave at the start of their shift, waiting counted from there. */
const LEAVE_AT_SHIFT_START = ['bazirha', 'bazirha-caie'];

/** Reads an instance: everything the formulation has except public transport matrices, which its own judge ignores too. */
export function readUhhc(text: string, name: string): ReadInstance {
  const read = new FieldReader();
  const parsed = parseJson(read, text);
  if (!read.none) return { ok: false, issues: read.issues };
  const root = read.object(parsed, '');
  const metadata = read.object(root['metadata'], 'metadata');
  const rows = read.list(root['distances'], 'distances');
  const timeUnit = rows.some(
    (row) => Array.isArray(row) && row.some((cell) => typeof cell === 'number' && !Number.isInteger(cell)),
  )
    ? 1000
    : 1;
  const durations = squareMatrix(read, rows, 'distances', { unit: timeUnit });
  const frame: UhhcFrame = {
    timeUnit,
    measuredAt:
      read.word(metadata['time_window_met'] ?? 'at_service_start', 'metadata.time_window_met', [
        'at_service_start',
        'at_service_end',
      ]) === 'at_service_end'
        ? 'end'
        : 'start',
    weights: readWeights(read, metadata, timeUnit),
    services: readServices(read, root),
    places: rows.length,
  };
  const caregivers = readCaregivers(read, root, frame);
  const patients = readPatients(read, root, frame, new Set(caregivers.map(({ id }) => id)));
  if (!read.none) return { ok: false, issues: read.issues };

  const departure = LEAVE_AT_SHIFT_START.includes(String(metadata['origin'])) ? 'start' : 'late';
  const horizonEnd = horizon(patients, caregivers, durations, frame.places);
  const problem: ProblemInput = {
    name,
    horizonEnd,
    places: frame.places,
    profiles: [{ id: 'travel', durations }],
    staff: caregivers.map((caregiver) => staffOf(caregiver, departure, horizonEnd)),
    visits: patients.map(({ visit }) => visit),
    links: patients.flatMap(({ links }) => links),
    objective: frame.weights.objective,
    ...(frame.weights.mustBeZero.length > 0 && { mustBeZero: frame.weights.mustBeZero }),
  };
  const { unit, names } = frame.weights;
  return {
    ok: true,
    problem,
    context: { format: 'uhhc', problem, timeUnit, costUnit: timeUnit * unit, componentNames: names },
  };
}

function readServices(read: FieldReader, root: Fields): Map<string, number | undefined> {
  const services = new Map<string, number | undefined>();
  read.list(root['services'], 'services').forEach((entry, at) => {
    const path = `services[${at}]`;
    const service = read.object(entry, path);
    const own = service['default_duration'];
    const duration = own === undefined || own === null ? undefined : read.number(own, `${path}.default_duration`, { min: 0 });
    services.set(read.text(service['id'], `${path}.id`), duration);
  });
  return services;
}

function staffOf(caregiver: Caregiver, departure: 'late' | 'start', horizonEnd: number): StaffInput {
  const { id, skills, shift, startPlace, endPlace, breaks } = caregiver;
  const span = shift ?? { start: 0, end: horizonEnd, endRule: 'open' as const };
  return { id, profile: 'travel', skills, shifts: [{ id, ...span, startPlace, endPlace, departure, breaks }] };
}

function horizon(patients: readonly Patient[], caregivers: readonly Caregiver[], durations: Int32Array, places: number): number {
  const parts = patients.flatMap(({ visit }) => visit.parts);
  const breaks = caregivers.flatMap((caregiver) => caregiver.breaks);
  const ends = [
    ...parts.flatMap((part) => part.windows.map((window) => window.end)),
    ...caregivers.map(({ shift }) => shift?.end ?? 0),
    ...breaks.map(({ latest }) => latest),
  ];
  return horizonBound({
    latest: ends.reduce((latest, end) => Math.max(latest, end), 0),
    durations: [...parts, ...breaks].reduce((sum, { duration }) => sum + duration, 0),
    gaps: patients.flatMap(({ links }) => links).reduce((sum, { gaps }) => sum + Math.max(0, gaps[0]?.min ?? 0), 0),
    stops: [
      ...patients.flatMap(({ visit }) => visit.parts.map(() => visit.place)),
      ...caregivers.map(({ endPlace }) => endPlace),
    ],
    durationsBetween: durations,
    places,
  });
}
