import { addDays, isoWeekStart } from '#time';
import { given } from '../book.js';
import type { DemoCalendar } from '../calendar.js';
import { type ClientDraft, isServedSocially } from '../people/client-draft.js';
import { type Home, Homes, neighbourhoodsNear } from '../people/homes.js';
import type { Random } from '../random.js';
import type { DemoSettings } from '../settings.js';
import { storyRoles } from '../stories/cast.js';
import type { Writing } from '../writing.js';
import { addAbsences, type Absentable } from './absences.js';
import { type Contract, roster, type RosterDay, type ShiftKind, tightWeek, weekendTurns } from './roster.js';

type Profession = 'carer' | 'nurse' | 'physio' | 'ergo' | 'speech' | 'van_crew';
type Mode = 'transit' | 'car' | 'bicycle';

/** The carer who falls ill and the one at the limit of weekly rest (stories 8 and 14). */
export const ILL_CARER = 'A001';
export const TIRED_CARER = 'A002';

/** Carers trained to lift with a hoist, at the least: two must be there on every day. */
const LIFTERS = 5;

/** Where the bath van stands. */
export const GARAGE = { latitude: 56.9381, longitude: 24.1726 } as const;

/** Everything about a person but the name. */
interface Position {
  readonly id: string;
  readonly profession: Profession;
  readonly contract: Contract;
  readonly mode: Mode;
  readonly skills: readonly string[];
  readonly languages: readonly ('lv' | 'ru')[];
  readonly certificate: string;
  readonly age: readonly [number, number];
}

/** Writes staff, qualifications, four weeks of shifts and absences. */
export function addStaff(writing: Writing, clients: readonly ClientDraft[]): void {
  const { settings, random, names, calendar, book } = writing;
  const homes = new Homes(random.fork('staff homes'), names);
  const positions = [
    ...carers(settings, random.fork('carers')),
    ...nurses(settings, random.fork('nurses')),
    ...others(settings, random.fork('others')),
  ];
  for (const team of teamsOf(positions)) {
    const places = neighbourhoodsNear(random.fork(`homes of ${team[0].id}`), team.length, clients.filter(isServedSocially));
    team.forEach((position, i) => addPerson(writing, position, homes.homeAt(places[i])));
  }
  for (const profession of ['carer', 'nurse', 'physio'] as const) {
    const team = positions.filter((position) => position.profession === profession);
    if (team.length >= settings.absencesFrom)
      addAbsences(
        book,
        team.map((one) => absentable(one, calendar)),
        calendar,
        random.fork(`absences ${profession}`),
      );
  }
}

/** People who stand in for one another: each team lives all over the city. */
function teamsOf(positions: readonly Position[]): Position[][] {
  const teams = new Map<string, Position[]>();
  for (const position of positions) {
    const team = `${position.profession} ${position.contract.kind} ${position.contract.isPartTime}`;
    teams.set(team, [...(teams.get(team) ?? []), position]);
  }
  return [...teams.values()];
}

function carers(settings: DemoSettings, random: Random): Position[] {
  const { fullTime, partTime, early, late } = settings.carers;
  const count = fullTime + partTime;
  const ids = Array.from({ length: count }, (_, i) => number('A', i + 1, 3));
  // The stories' carers work days: early and late shifts are dealt to the last of the list, part-time contracts across it.
  const kinds: ShiftKind[] = ids.map((_, i) => (i >= count - late ? 'late' : i >= count - late - early ? 'early' : 'day'));
  const stories = [ILL_CARER, TIRED_CARER];
  const partTimers = new Set(random.shuffled(ids.filter((id) => !stories.includes(id))).slice(0, partTime));
  const turnsOf = (kind: ShiftKind, eachWeek: number): ReadonlyMap<string, readonly number[]> =>
    weekendTurns(random.shuffled(ids.filter((id, i) => kinds[i] === kind && !stories.includes(id))), eachWeek);
  const { weekendCarers } = settings;
  const turns = new Map([
    ...turnsOf('day', weekendCarers.day),
    ...turnsOf('early', weekendCarers.early),
    ...turnsOf('late', weekendCarers.late),
  ]);
  const deal = (share: number, least = 0): ReadonlySet<string> =>
    new Set(random.shuffled(ids).slice(0, Math.max(least, Math.round(share * count))));
  const [heavy, dementia, feeding, noRussian, noLatvian] = [deal(0.35, LIFTERS), deal(0.4), deal(0.2), deal(0.15), deal(0.05)];
  const modes = random.dealt<Mode>(count, [
    ['transit', 0.86],
    ['car', 0.09],
    ['bicycle', 0.05],
  ]);
  return ids.map((id, i) => ({
    id,
    profession: 'carer',
    contract: { kind: kinds[i], isPartTime: partTimers.has(id), weekends: turns.get(id) ?? [], middleDay: i % 3 },
    mode: modes[i],
    skills: [
      'base',
      ...(heavy.has(id) ? ['heavy_transfer'] : []),
      ...(dementia.has(id) ? ['dementia'] : []),
      ...(feeding.has(id) ? ['feeding_dysphagia'] : []),
    ],
    languages: noLatvian.has(id) ? ['ru'] : noRussian.has(id) ? ['lv'] : ['lv', 'ru'],
    certificate: 'CARER_TRAINING',
    age: [24, 72],
  }));
}

function nurses(settings: DemoSettings, random: Random): Position[] {
  const { count, early, weekend } = settings.nurses;
  const ids = Array.from({ length: count }, (_, i) => number('M', i + 1, 2));
  const turns = weekendTurns(random.shuffled(ids), weekend);
  const modes = random.dealt<Mode>(count, [
    ['car', 0.6],
    ['transit', 0.4],
  ]);
  return ids.map((id, i) => ({
    id,
    profession: 'nurse',
    // At weekends all come early: insulin does not wait.
    contract: {
      kind: i < early ? 'early' : 'office',
      isPartTime: false,
      weekends: turns.get(id) ?? [],
      weekendKind: 'early',
      middleDay: 0,
    },
    mode: modes[i],
    skills: ['base'],
    languages: ['lv', 'ru'],
    certificate: 'NURSE',
    age: [26, 68],
  }));
}

function others({ physio, ergo, speech, vanCrew }: DemoSettings, random: Random): Position[] {
  const make = (
    profession: Profession,
    count: number,
    letter: string,
    more: Pick<Position, 'mode' | 'certificate'> & { skills?: string[] },
  ): Position[] =>
    Array.from({ length: count }, (_, i) => ({
      id: number(letter, i + 1, 2),
      profession,
      contract: { kind: 'office', isPartTime: false, weekends: [], middleDay: 0 },
      mode: more.mode,
      skills: more.skills ?? ['base'],
      languages: random.chance(0.9) ? ['lv', 'ru'] : ['lv'],
      certificate: more.certificate,
      age: [25, 65],
    }));
  return [
    ...make('physio', physio, 'F', { mode: 'transit', certificate: 'PHYSIO' }).map((one, i) =>
      i === 0 ? { ...one, mode: 'car' as const } : one,
    ),
    ...make('ergo', ergo, 'T', { mode: 'transit', certificate: 'ERGO' }),
    ...make('speech', speech, 'R', { mode: 'transit', certificate: 'SPEECH' }),
    ...make('van_crew', vanCrew, 'V', { mode: 'car', certificate: 'CARER_TRAINING', skills: ['base', 'heavy_transfer'] }),
  ];
}

function addPerson({ book, settings, calendar, names, random }: Writing, position: Position, home: Home): void {
  const own = random.fork(`staff ${position.id}`);
  const sex = own.chance(position.profession === 'carer' ? 0.93 : 0.85) ? 'female' : 'male';
  const isCrew = position.profession === 'van_crew';
  const { isPartTime } = position.contract;
  book.staff.push({
    id: position.id,
    ...names.person(sex),
    email: `${position.id.toLowerCase()}@${settings.name}.example`,
    phone: `+371 2${own.between(1000000, 9999999)}`,
    professions: [position.profession],
    skills: [...position.skills],
    languages: [...position.languages],
    travelMode: position.mode,
    startLatitude: isCrew ? GARAGE.latitude : home.latitude,
    startLongitude: isCrew ? GARAGE.longitude : home.longitude,
    startKind: isCrew ? 'office' : 'home',
    contractMinutesPerWeek: (isPartTime ? 24 : 40) * 60,
    employedFrom: addDays(calendar.today, -own.between(200, 4000)),
    ...given('neighbourhood', isCrew ? null : home.neighbourhood),
  });
  const since = addDays(calendar.today, -own.between(100, 1000));
  book.qualifications.push({
    id: book.id('qualifications', 'Q'),
    staff: position.id,
    kind: position.certificate,
    number: `${own.between(10000, 99999)}`,
    validFrom: since,
    // Certificates of health professions last five years.
    ...given('validTo', position.certificate !== 'CARER_TRAINING' ? addDays(since, 5 * 365) : null),
  });
  for (const { date, hours } of daysOf(position, settings, calendar)) {
    book.shifts.push({ id: `${position.id}/${date}`, staff: position.id, date, ...hours, ...(isCrew && { vehicle: 'VAN1' }) });
  }
}

function daysOf({ id, contract }: Position, settings: DemoSettings, calendar: DemoCalendar): RosterDay[] {
  const days = roster(contract, calendar);
  const isTired = id === TIRED_CARER && storyRoles(settings).some(({ story }) => story === 14);
  return isTired ? tightWeek(days, isoWeekStart(calendar.storyDay)) : days;
}

function absentable({ id, contract }: Position, calendar: DemoCalendar): Absentable {
  const days = roster(contract, calendar).map(({ date }) => date);
  const isOfStory = id === ILL_CARER || id === TIRED_CARER;
  const weekends = contract.weekends.flatMap((week) => [
    addDays(calendar.rosterFrom, week * 7 + 5),
    addDays(calendar.rosterFrom, week * 7 + 6),
  ]);
  return {
    id,
    group: contract.kind === 'early' || contract.kind === 'late' ? contract.kind : null,
    bound: isOfStory ? days : weekends,
  };
}

const number = (letter: string, value: number, digits: number): string => `${letter}${String(value).padStart(digits, '0')}`;
