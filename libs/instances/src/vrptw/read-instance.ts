import type { ProblemInput, StaffInput, VisitInput } from '#engine';
import type { ReadInstance } from '../format.js';
import { IssueList } from '../issue.js';

/** Tenths of the file's unit: distances are truncated to one decimal. */
const UNIT = 10;
const COLUMNS = 'number, x, y, demand, ready time, due date, service time';

/** A row of the CUSTOMER section, times in tenths. */
interface Site {
  readonly id: string;
  readonly line: number;
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

/** Reads Solomon's text format; the first customer row is the depot. */
export function readVrptw(text: string, name: string): ReadInstance {
  const found = new IssueList();
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const vehicles = readFleet(found, lines);
  const sites = readSites(found, lines);
  const [depot, ...customers] = sites;
  if (!depot && found.none)
    found.add('missing', 'CUSTOMER', undefined, { allowed: `rows of ${COLUMNS}`, message: 'Give the depot as the first row.' });
  if (!depot || !found.none) return { ok: false, issues: found.issues };

  const durations = distances(sites);
  const visits = customers.map(({ id, ready, due, service, demand }, at): VisitInput => {
    const hard = { windows: [{ start: ready, end: due }], lateness: 'hard', measuredAt: 'start' } as const;
    return {
      id,
      client: id,
      place: at + 1,
      parts: [{ id: '1', duration: service, ...hard, skills: [], demand }],
      unserved: 'forbidden',
    };
  });
  const staff = Array.from({ length: vehicles.fleet }, (_, at): StaffInput => {
    const id = String(at + 1);
    const shift = {
      id,
      start: depot.ready,
      end: depot.due,
      endRule: 'hard',
      startPlace: 0,
      endPlace: 0,
      departure: 'late',
    } as const;
    return { id, profile: 'travel', skills: [], shifts: [{ ...shift, breaks: [], capacity: vehicles.capacity }] };
  });
  const problem: ProblemInput = {
    name,
    horizonEnd: depot.due,
    places: sites.length,
    profiles: [{ id: 'travel', durations }],
    staff,
    visits,
    links: [],
    objective: { travel: 1 },
  };
  const componentNames = { travel: 'distance' };
  return { ok: true, problem, context: { format: 'vrptw', problem, timeUnit: UNIT, costUnit: UNIT, componentNames } };
}

/** floor(10 * distance) of every pair, exact for whole coordinates. */
function distances(sites: readonly Site[]): Int32Array {
  const cells = new Int32Array(sites.length * sites.length);
  sites.forEach((from, row) => {
    sites.forEach((to, column) => {
      const square = (from.x - to.x) ** 2 + (from.y - to.y) ** 2;
      cells[row * sites.length + column] = Math.floor(Math.sqrt(UNIT * UNIT * square));
    });
  });
  return cells;
}

function readFleet(found: IssueList, lines: readonly string[]): { fleet: number; capacity: number } {
  const section = lines.findIndex((line) => line.toUpperCase() === 'VEHICLE');
  const at = section < 0 ? -1 : lines.findIndex((line, index) => index > section && /^\d/.test(line));
  const customers = lines.findIndex((line) => line.toUpperCase() === 'CUSTOMER');
  if (at < 0 || (customers >= 0 && at > customers)) {
    found.add('missing', 'VEHICLE', undefined, {
      allowed: 'a line with the number of vehicles and their capacity',
      message: 'Add the VEHICLE section.',
    });
    return { fleet: 0, capacity: 0 };
  }
  const [fleet, capacity, ...rest] = numbers(lines[at]);
  const sound = whole(fleet, 1, 10_000) && whole(capacity, 0, 1e9) && rest.length === 0;
  if (!sound)
    found.add('syntax', `line ${at + 1}`, lines[at], {
      allowed: 'two whole numbers: vehicles and capacity',
      message: 'Mend the line.',
    });
  return sound ? { fleet: fleet, capacity: capacity } : { fleet: 0, capacity: 0 };
}

function readSites(found: IssueList, lines: readonly string[]): Site[] {
  const section = lines.findIndex((line) => line.toUpperCase() === 'CUSTOMER');
  if (section < 0) {
    found.add('missing', 'CUSTOMER', undefined, { allowed: `rows of ${COLUMNS}`, message: 'Add the CUSTOMER section.' });
    return [];
  }
  const sites: Site[] = [];
  const seen = new Set<string>();
  for (let at = section + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === '' || /^CUST\b/i.test(line)) continue;
    const [id, x, y, demand, ready, due, service, ...rest] = numbers(line) as [number, ...number[]];
    const path = `line ${at + 1}`;
    const times = [ready, due, service].map((time) => (time ?? Number.NaN) * UNIT);
    const sound = whole(id, 0, 1e9) && whole(demand, 0, 1e9) && times.every((time) => whole(time, 0, 1e9)) && rest.length === 0;
    if (!sound || !Number.isFinite(x) || !Number.isFinite(y)) {
      found.add('syntax', path, line, {
        allowed: `seven numbers: ${COLUMNS}`,
        message: 'Mend the row; times may have one decimal.',
      });
      continue;
    }
    if (due < ready)
      found.add('not_sorted', path, line, { allowed: 'a ready time no later than the due date', message: 'Mend the two times.' });
    if (seen.has(String(id)))
      found.add('duplicate', path, id, { allowed: 'a customer number that occurs once', message: 'Renumber the row.' });
    seen.add(String(id));
    const [from, to, lasts] = times as [number, number, number];
    sites.push({
      id: String(id),
      line: at + 1,
      x: x,
      y: y,
      demand: demand,
      ready: from,
      due: to,
      service: lasts,
    });
  }
  return sites;
}

function numbers(line: string): number[] {
  return line.split(/\s+/).map(Number);
}

function whole(value: number | undefined, min: number, max: number): boolean {
  return value !== undefined && Number.isInteger(value) && value >= min && value <= max;
}
