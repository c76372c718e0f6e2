import type { Plan, PlanRoute, PlanStop } from '#engine';
import type { FieldReader } from '../document/fields.js';

/** Reads a plan, bare or inside `{plan, cost}`. Whether its ids and times make sense is the checker's business. */
export function readPlan(read: FieldReader, parsed: unknown): Plan {
  const root = read.object(parsed, '');
  return root['plan'] === undefined ? readPlanAt(read, root, '') : readPlanAt(read, root['plan'], 'plan');
}

/** Reads a plan that stands at a place of another document. */
export function readPlanAt(read: FieldReader, value: unknown, path: string): Plan {
  const fields = read.object(value, path);
  const prefix = path === '' ? '' : `${path}.`;
  return {
    routes: read.list(fields['routes'], `${prefix}routes`).map((entry, at) => readRoute(read, entry, `${prefix}routes[${at}]`)),
    unserved: read.texts(fields['unserved'], `${prefix}unserved`),
  };
}

function readRoute(read: FieldReader, entry: unknown, path: string): PlanRoute {
  const route = read.object(entry, path);
  return {
    shift: read.text(route['shift'], `${path}.shift`),
    staff: read.text(route['staff'], `${path}.staff`),
    departure: read.number(route['departure'], `${path}.departure`),
    return: read.number(route['return'], `${path}.return`),
    stops: read.list(route['stops'], `${path}.stops`).map((stop, at) => readStop(read, stop, `${path}.stops[${at}]`)),
  };
}

function readStop(read: FieldReader, entry: unknown, path: string): PlanStop {
  const stop = read.object(entry, path);
  const kind = read.word(stop['kind'], `${path}.kind`, ['visit', 'break']);
  return {
    kind,
    id: read.text(stop['id'], `${path}.id`),
    part: kind === 'visit' ? read.text(stop['part'], `${path}.part`) : '',
    arrival: read.number(stop['arrival'], `${path}.arrival`),
    start: read.number(stop['start'], `${path}.start`),
    end: read.number(stop['end'], `${path}.end`),
  };
}
