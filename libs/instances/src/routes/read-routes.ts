import type { PlanRoute, ProblemInput, StaffInput, VisitInput } from '#engine';
import { FieldReader, type Fields } from '../document/fields.js';
import { parseJson } from '../document/json.js';
import type { InstanceContext, ReadSolution } from '../format.js';
import { serviceOf } from '../services.js';
import { timedRoute, type DatedStop } from './timed-route.js';

/** The service name that marks a lunch in a solution file, and its break's id in the problem. */
export const LUNCH = 'lunch_break';

/**
 * Reads `{routes: [{caregiver_id, locations: [{patient, service, arrival_time, departure_time}]}]}`,
 * where `arrival_time` (or `start_time`) is the START of service. Locations need
 * not be sorted. A lunch names the patient served next.
 */
export function readRoutes(context: InstanceContext, text: string): ReadSolution {
  const read = new FieldReader();
  const parsed = parseJson(read, text);
  if (!read.none) return { ok: false, issues: read.issues };
  const { problem } = context;
  const staff = new Map(problem.staff.map((person) => [person.id, person]));
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const taken = new Set<string>();
  const routes = new Map<string, PlanRoute>();
  read.list(read.object(parsed, '')['routes'], 'routes').forEach((entry, at) => {
    const path = `routes[${at}]`;
    const fields = read.object(entry, path);
    const id = read.text(fields['caregiver_id'] ?? fields['caregiver'], `${path}.caregiver_id`);
    read.reference(id, staff, `${path}.caregiver_id`, 'a caregiver');
    const locations = read.optionalList(fields['locations'], `${path}.locations`);
    const stops = locations.map((item, index) => {
      const where = `${path}.locations[${index}]`;
      return readStop(read, read.object(item, where), where, { visits, taken, unit: context.timeUnit });
    });
    const person = staff.get(id);
    if (!person || stops.length === 0) return;
    if (routes.has(id))
      read.add('duplicate', `${path}.caregiver_id`, id, { allowed: 'one route a caregiver', message: 'Join the two routes.' });
    if (read.none) routes.set(id, route(problem, person, stops));
  });
  if (!read.none) return { ok: false, issues: read.issues };
  const served = new Set(
    [...routes.values()].flatMap(({ stops }) => stops.map((stop) => (stop.kind === 'visit' ? stop.id : ''))),
  );
  return {
    ok: true,
    plan: {
      routes: problem.staff.flatMap(({ id }) => routes.get(id) ?? []),
      unserved: problem.visits.map(({ id }) => id).filter((id) => !served.has(id)),
    },
  };
}

interface StopContext {
  readonly visits: ReadonlyMap<string, VisitInput>;
  /** Parts already given, so that a second service of the same kind finds the second part. */
  readonly taken: Set<string>;
  readonly unit: number;
}

function readStop(read: FieldReader, fields: Fields, path: string, { visits, taken, unit }: StopContext): DatedStop {
  const patient = read.text(fields['patient'] ?? fields['patient_id'], `${path}.patient`);
  const service = read.text(fields['service'] ?? fields['service_id'], `${path}.service`);
  const start = read.number(fields['arrival_time'] ?? fields['start_time'], `${path}.arrival_time`, { min: 0 });
  const end = read.number(fields['departure_time'] ?? fields['end_time'], `${path}.departure_time`, { min: 0 });
  const times = { start: Math.round(start * unit), end: Math.round(end * unit) };
  read.reference(patient, visits, `${path}.patient`, 'a patient');
  const visit = visits.get(patient);
  const place = visit?.place ?? 0;
  if (service === LUNCH) return { kind: 'break', id: LUNCH, part: '', place, ...times };
  const fitting = visit?.parts.filter((part) => serviceOf(part) === service) ?? [];
  const part = fitting.find(({ id }) => !taken.has(`${patient}\n${id}`)) ?? fitting[0];
  if (visit && !part)
    read.add('unknown_reference', `${path}.service`, service, {
      allowed: 'a service the patient requires',
      message: 'Mend the service.',
    });
  taken.add(`${patient}\n${part?.id ?? ''}`);
  return { kind: 'visit', id: patient, part: part?.id ?? '', place, ...times };
}

function route(problem: ProblemInput, person: StaffInput, stops: readonly DatedStop[]): PlanRoute {
  const ordered = [...stops].sort((a, b) => a.start - b.start || a.end - b.end);
  return timedRoute(problem, person, person.shifts[0], ordered);
}
