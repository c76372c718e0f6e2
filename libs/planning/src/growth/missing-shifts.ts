import {
  NORMAL_TERMS,
  type Profession,
  type Shift,
  type StaffMember,
  type TravelMode,
  type Visit,
  type WorkingTerms,
} from '#care';
import { clockOf, instantOf } from '#time';
import { grouped, known } from '../problem/lookup.js';
import type { PlanningData } from '../ports.js';

/** What further shifts are made of: those of a week's roster, and where clients live. */
export interface ShiftKinds {
  readonly data: Pick<PlanningData, 'clients' | 'staff' | 'shifts' | 'law'>;
  /** By client. */
  readonly districts: ReadonlyMap<string, string>;
}

/** People nobody employs with a shift each, for the visits of a day that nobody is there for. */
export interface MissingShifts {
  readonly staff: readonly StaffMember[];
  readonly shifts: readonly Shift[];
  /** The groups of visits, of one profession in one district, that left some out although every shift of a kind went out: more might serve more. */
  short(used: ReadonlySet<string>, left: ReadonlySet<string>): readonly string[];
}

interface Team {
  readonly kinds: readonly Kind[];
  readonly mode: TravelMode;
  readonly terms: WorkingTerms;
  readonly shifts: number;
  readonly people: number;
}

interface Kind {
  readonly start: string;
  readonly end: string;
  readonly breakSeconds: number;
}

/** Room for the ways: a shift of eight hours is asked to give four hours of care at least. */
const CARE_OF_SHIFT = 0.5;

/**
 * Shifts for the search to choose from, so that it says how many are needed: for each profession and
 * district every kind of shift the profession works in the week, begun at the home in the middle of the district's visits,
 * by somebody with every skill and language that is asked for, who moves and is employed as most of the profession. A profession
 * without any shift gets none. `times`: so many times the shifts that the care would fill, by group; absent: once.
 */
export function missingShifts(
  day: string,
  left: readonly Visit[],
  { data, districts }: ShiftKinds,
  times: ReadonlyMap<string, number> = new Map(),
): MissingShifts {
  const clients = new Map(data.clients.map((client) => [client.id, client]));
  const languages = [...new Set(data.clients.flatMap((client) => client.languages))].sort();
  const staff: StaffMember[] = [];
  const shifts: Shift[] = [];
  const offered: { readonly group: string; readonly ids: readonly string[]; readonly all: boolean }[] = [];
  const groups = grouped(left, ({ profession, clientId }) => `${profession}/${districts.get(clientId) ?? ''}`);
  for (const [name, visits] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [{ profession }] = visits;
    const team = teamOf(profession, data);
    const start = middle(visits.map((visit) => known(clients, visit.clientId, 'client').position));
    const care = visits.reduce((sum, { durationSeconds, staffCount }) => sum + durationSeconds * staffCount, 0);
    const most = Math.max(...visits.map(({ staffCount }) => staffCount));
    team.kinds.forEach((kind, k) => {
      const [begins, ends] = [instantOf(day, kind.start), endOf(day, kind)];
      const enough = Math.max(most, Math.ceil(care / ((ends - begins) * CARE_OF_SHIFT))) * (times.get(name) ?? 1);
      const count = Math.min(enough, visits.length * most);
      const ids = Array.from({ length: count }, (_, n) => `missing/${name}/${k}/${n + 1}`);
      offered.push({ group: name, ids, all: count === visits.length * most });
      for (const id of ids) {
        staff.push({
          ...{ id, professions: [profession], languages, travelMode: team.mode, start, qualifications: [] },
          terms: team.terms,
          skills: [...new Set(visits.flatMap((visit) => visit.skills))].sort(),
        });
        shifts.push({ id, staffId: id, date: day, start: begins, end: ends, breakSeconds: kind.breakSeconds });
      }
    });
  }
  return {
    ...{ staff, shifts },
    short: (used, out) =>
      [...groups.keys()].filter(
        (name) =>
          (groups.get(name) ?? []).some(({ key }) => out.has(key)) &&
          offered.some(({ group, ids, all }) => group === name && !all && ids.every((id) => used.has(id))),
      ),
  };
}

/** Shifts of a week and people of a profession, by what people do first, and on what terms most work. */
export function teamOf(profession: Profession, { staff, shifts }: Pick<PlanningData, 'staff' | 'shifts'>): Team {
  const members = new Map(staff.filter(({ professions }) => professions[0] === profession).map((one) => [one.id, one]));
  const worked = shifts.filter(({ staffId }) => members.has(staffId));
  const kindOf = ({ start, end, breakSeconds }: Shift): string => `${clockOf(start)} ${clockOf(end)} ${breakSeconds}`;
  const kinds = byFrequency(worked.map(kindOf)).map((kind): Kind => {
    const [start, end, rest] = kind.split(' ');
    return { start, end, breakSeconds: Number(rest) };
  });
  const rostered = [...new Set(worked.map(({ staffId }) => staffId))];
  const modes = byFrequency(rostered.map((id) => known(members, id, 'person').travelMode));
  const agreed = rostered.map((id) => known(members, id, 'person').terms ?? NORMAL_TERMS);
  const [usual] = byFrequency(agreed.map((terms) => JSON.stringify(terms)));
  const terms = agreed.find((one) => JSON.stringify(one) === usual) ?? NORMAL_TERMS;
  return { kinds, mode: modes[0] ?? 'transit', terms, shifts: worked.length, people: rostered.length };
}

function endOf(day: string, { start, end }: Kind): number {
  const same = instantOf(day, end);
  return end > start ? same : same + 86_400;
}

/** The most frequent first; of two as frequent the first in order. */
function byFrequency<T extends string>(values: readonly T[]): readonly T[] {
  return [...grouped(values, (value) => value)]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([value]) => value);
}

/** Of some homes the one nearest to their mean: a place on the ground. */
function middle(homes: readonly StaffMember['start'][]): StaffMember['start'] {
  const mean = (of: 'latitude' | 'longitude'): number => homes.reduce((sum, home) => sum + home[of], 0) / homes.length;
  const [latitude, longitude] = [mean('latitude'), mean('longitude')];
  // A degree of longitude is about half as long as one of latitude here.
  const square = (home: StaffMember['start']): number =>
    (home.latitude - latitude) ** 2 + ((home.longitude - longitude) / 2) ** 2;
  return homes.reduce((best, next) => (square(next) < square(best) ? next : best));
}
