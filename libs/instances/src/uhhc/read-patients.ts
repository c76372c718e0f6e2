import type { LinkInput, PartInput, TimeWindowInput, VisitInput } from '#engine';
import type { FieldReader, Fields } from '../document/fields.js';
import { pairLinks, partIds, type Synchronization } from '../services.js';
import { readSpan, type UhhcFrame } from './frame.js';

export interface Patient {
  readonly visit: VisitInput;
  readonly links: readonly LinkInput[];
}

/** Reads `patients`. */
export function readPatients(read: FieldReader, root: Fields, frame: UhhcFrame, caregivers: ReadonlySet<string>): Patient[] {
  const patients = read.list(root['patients'], 'patients').map((entry, at) => {
    const path = `patients[${at}]`;
    return readPatient(read, read.object(entry, path), path, { frame, caregivers });
  });
  read.unique(
    patients.map(({ visit }) => visit.id),
    (at) => `patients[${at}].id`,
  );
  return patients;
}

interface Surroundings {
  readonly frame: UhhcFrame;
  readonly caregivers: ReadonlySet<string>;
}

function readPatient(read: FieldReader, patient: Fields, path: string, { frame, caregivers }: Surroundings): Patient {
  const { weights, timeUnit } = frame;
  const id = read.text(patient['id'], `${path}.id`);
  const place = read.number(patient['distance_matrix_index'], `${path}.distance_matrix_index`, {
    min: 0,
    max: frame.places - 1,
    whole: true,
  });
  const common = commonOfParts(read, patient, path, { frame, caregivers });
  const services = readServices(read, patient, path, frame);
  const ids = partIds(services.map(({ service }) => service));
  const parts = services.map(({ service, duration }, index): PartInput => {
    return { id: ids[index], duration, skills: [service], ...common };
  });
  const weight = weights.of.optional_patients;
  const optional = patient['optional'] === true && weight !== 'HARD';
  const unserved = optional ? Math.round((weight ?? 0) * weights.unit) * timeUnit : 'forbidden';
  const how = readSynchronization(read, patient['synchronization'], `${path}.synchronization`, timeUnit);
  return { visit: { id, client: id, place, parts, unserved }, links: pairLinks(id, ids, how) };
}

function readServices(read: FieldReader, patient: Fields, path: string, { services, timeUnit }: UhhcFrame) {
  const required = read.list(patient['required_services'], `${path}.required_services`);
  if (required.length === 0) {
    read.add('wrong_length', `${path}.required_services`, 0, {
      allowed: 'at least one service',
      message: 'Name the services, or leave the patient out.',
    });
  }
  return required.map((item, index) => {
    const where = `${path}.required_services[${index}]`;
    const fields = read.object(item, where);
    const service = read.text(fields['service'], `${where}.service`);
    read.reference(service, services, `${where}.service`, 'a service');
    const duration = read.number(fields['duration'] ?? services.get(service), `${where}.duration`, { min: 0 });
    return { service, duration: Math.round(duration * timeUnit) };
  });
}

/** What all parts of a patient share: windows, and who may, must not or should come. */
function commonOfParts(read: FieldReader, patient: Fields, path: string, { frame, caregivers }: Surroundings) {
  const { weights, measuredAt, timeUnit } = frame;
  const people = (key: string): readonly string[] => {
    const ids = patient[key] === undefined || patient[key] === null ? [] : read.texts(patient[key], `${path}.${key}`);
    ids.forEach((id, index) => read.reference(id, caregivers, `${path}.${key}[${index}]`, 'a caregiver'));
    return ids;
  };
  const preferred = people('preferred_caregivers');
  const excludedStaff = people('incompatible_caregivers');
  const onlyPreferred = weights.of.caregiver_preferences === 'HARD' && preferred.length > 0;
  const hard = weights.of.total_tardiness === 'HARD' || weights.of.highest_tardiness === 'HARD';
  return {
    windows: readWindows(read, patient, path, timeUnit),
    lateness: hard ? 'hard' : 'soft',
    measuredAt,
    ...(typeof weights.of.qualification === 'number' && { skillsWished: true }),
    ...(excludedStaff.length > 0 && { excludedStaff }),
    ...(excludedStaff.length > 0 && typeof weights.of.incompabilities === 'number' && { exclusionWished: true }),
    ...(onlyPreferred && { allowedStaff: preferred }),
    ...(preferred.length > 0 && !onlyPreferred && { preferredStaff: preferred }),
  } as const;
}

function readWindows(read: FieldReader, patient: Fields, path: string, timeUnit: number): TimeWindowInput[] {
  const where = `${path}.time_windows`;
  const entries = read.list(patient['time_windows'], where);
  if (entries.length === 0)
    read.add('wrong_length', where, 0, {
      allowed: 'at least one window',
      message: 'Give the window of the whole day if any time will do.',
    });
  const windows = entries
    .map((entry, at) => readSpan(read, entry, `${where}[${at}]`, timeUnit))
    .sort((a, b) => a.start - b.start);
  windows.slice(1).forEach((window, at) => {
    if (window.start < (windows[at] as TimeWindowInput).end) {
      read.add('not_sorted', where, patient['time_windows'], {
        allowed: 'windows that do not overlap',
        message: 'Join the overlapping windows.',
      });
    }
  });
  return windows;
}

function readSynchronization(read: FieldReader, value: unknown, path: string, timeUnit: number): Synchronization {
  if (value === undefined || value === null) return { type: 'independent' };
  const fields = read.object(value, path);
  const type = read.word(fields['type'], `${path}.type`, ['independent', 'simultaneous', 'sequential']);
  if (type !== 'sequential') return { type };
  const distance = read.object(fields['distance'], `${path}.distance`);
  const min = Math.round(read.number(distance['min'], `${path}.distance.min`) * timeUnit);
  const max = Math.round(read.number(distance['max'], `${path}.distance.max`) * timeUnit);
  if (max < min)
    read.add('not_sorted', `${path}.distance`, distance, {
      allowed: 'a minimum no larger than the maximum',
      message: 'Swap or mend the two.',
    });
  return { type, min, max };
}
