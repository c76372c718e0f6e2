import { describe, expect, it } from '@jest/globals';
import type { Client, Shift, StaffMember, Visit, VisitLink } from '#care';
import type { PlanningData } from '../ports.js';
import { buildProblem, staffOnDuty, type ProblemParts } from './build-problem.js';
import { placesOf } from './places.js';
import { STANDARD_PRICES } from './prices.js';

const EPOCH = 1_795_471_200;
const HOUR = 3600;
const home = { latitude: 56.95, longitude: 24.1 };
const office = { latitude: 56.96, longitude: 24.2 };

const client = (id: string, more: Partial<Client> = {}): Client => ({
  id,
  position: home,
  languages: ['lv'],
  flags: [],
  ...more,
});

const member = (id: string, more: Partial<StaffMember> = {}): StaffMember => ({
  id,
  professions: ['carer'],
  skills: [],
  languages: ['lv'],
  travelMode: 'transit',
  start: office,
  qualifications: [],
  ...more,
});

const shift = (staffId: string, from: number, to: number, breakMinutes = 0): Shift => ({
  id: `${staffId}-shift`,
  staffId,
  date: '2026-11-24',
  start: EPOCH + from * HOUR,
  end: EPOCH + to * HOUR,
  breakSeconds: breakMinutes * 60,
});

const visit = (key: string, more: Partial<Visit> = {}): Visit => ({
  key,
  patternId: key,
  clientId: 'c1',
  date: '2026-11-24',
  ordinal: 0,
  funding: { kind: 'private' },
  tasks: ['BATH'],
  durationSeconds: 1800,
  profession: 'carer',
  skills: [],
  staffCount: 1,
  windows: [{ start: EPOCH + 8 * HOUR, end: EPOCH + 9 * HOUR }],
  priority: 3,
  ...more,
});

const one = {
  data: {
    clients: [client('c1')],
    staff: [member('p1'), member('idle')],
    shifts: [shift('p1', 8, 17, 60)],
    patterns: [],
    preferences: [],
  } satisfies PlanningData,
  visits: [visit('v1')],
  links: [] as VisitLink[],
};

/** The fixture with some things changed; people practise their professions every day unless told otherwise. */
function build(
  change: { data?: Partial<PlanningData>; visits?: Visit[]; links?: VisitLink[]; practises?: ProblemParts['practises'] } = {},
) {
  const data: PlanningData = { ...one.data, ...change.data };
  const places = placesOf(data.clients, staffOnDuty(data));
  const n = places.positions.length;
  return buildProblem({
    name: 'one',
    epoch: EPOCH,
    end: EPOCH + 24 * HOUR,
    data,
    visits: change.visits ?? one.visits,
    links: change.links ?? one.links,
    places,
    travel: new Map([
      ['transit', new Int32Array(n * n)],
      ['car', new Int32Array(n * n)],
    ]),
    prices: STANDARD_PRICES,
    practises: change.practises ?? ((staff, profession) => staff.professions.includes(profession)),
  }).problem;
}

describe('buildProblem', () => {
  it('counts seconds from the first midnight and starts and ends at the staff member’s place', () => {
    const problem = build();
    expect(problem.places).toBe(2);
    expect(problem.horizonEnd).toBe(24 * HOUR);
    expect(problem.staff).toEqual([
      {
        id: 'p1',
        profile: 'transit',
        skills: ['profession:carer'],
        shifts: [
          {
            id: 'p1-shift',
            start: 8 * HOUR,
            end: 17 * HOUR,
            endRule: 'hard',
            startPlace: 1,
            endPlace: 1,
            departure: 'late',
            breaks: [
              {
                id: 'p1-shift/break',
                duration: HOUR,
                earliest: 10 * HOUR,
                latest: 12 * HOUR,
                measuredAt: 'start',
                missed: 'required',
                whenLongerThan: 6 * HOUR,
              },
            ],
          },
        ],
      },
    ]);
    expect(problem.visits).toEqual([
      {
        id: 'v1',
        client: 'c1',
        place: 0,
        parts: [
          {
            id: '1',
            duration: 1800,
            windows: [{ start: 8 * HOUR, end: 9 * HOUR }],
            lateness: 'hard',
            measuredAt: 'start',
            skills: ['profession:carer'],
          },
        ],
        unserved: 25_600_000,
      },
    ]);
  });

  it.each([
    [
      'nine hours without a rostered break owe the law’s half hour',
      shift('p1', 8, 17),
      [{ duration: 1800, whenLongerThan: 6 * HOUR }],
    ],
    ['six hours owe none', shift('p1', 8, 14), []],
    ['a rostered break of a short shift is owed always', shift('p1', 8, 12, 15), [{ duration: 900, whenLongerThan: undefined }]],
    ['a roster’s break that does not fit its shift is none', shift('p1', 8, 9, 90), []],
  ])('%s', (_, only, expected) => {
    const [{ breaks }] = build({ data: { shifts: [only] } }).staff[0].shifts;
    expect(breaks.map(({ duration, whenLongerThan }) => ({ duration, whenLongerThan }))).toEqual(expected);
  });

  it('lets a shift end after the last midnight', () => {
    expect(build({ data: { shifts: [shift('p1', 20, 30)] } }).horizonEnd).toBe(30 * HOUR);
  });

  it('numbers a house once', () => {
    const clients = [client('c1'), client('c2'), client('c3', { position: office })];
    const visits = ['c1', 'c2', 'c3'].map((clientId) => visit(clientId, { clientId }));
    const problem = build({ data: { clients }, visits });
    expect(problem.places).toBe(2);
    expect(problem.visits.map(({ place }) => place)).toEqual([0, 0, 1]);
  });

  it('gives every person of a visit a part and starts them together', () => {
    const problem = build({ visits: [visit('v1', { staffCount: 3 })] });
    expect(problem.visits[0].parts.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(problem.links.map(({ id, before, after, gaps, staff }) => ({ id, before, after, gaps, staff }))).toEqual(
      [2, 3].map((n) => ({
        id: `v1#${n}`,
        before: { visit: 'v1', part: '1' },
        after: { visit: 'v1', part: String(n) },
        gaps: [{ min: 0, max: 0, cost: 0 }],
        staff: 'different',
      })),
    );
  });

  const apart: VisitLink = {
    before: 'v1',
    after: 'v2',
    effect: 'parted',
    gaps: [
      { min: null, max: -1800, cost: 0 },
      { min: 1800, max: null, cost: 0 },
    ],
    served: 'ifBoth',
    rules: ['BATH-WOUND-conflict'],
  };

  it.each([
    ['binds visits whose windows overlap', 9, apart, 1],
    ['leaves out what the windows keep anyway', 9.5, apart, 0],
    ['keeps a condition on being served', 9.5, { ...apart, served: 'together' } as const, 1],
  ])('a link %s', (_, hour, link, expected) => {
    const second = visit('v2', { windows: [{ start: EPOCH + hour * HOUR, end: EPOCH + 12 * HOUR }] });
    expect(build({ visits: [visit('v1'), second], links: [link] }).links).toHaveLength(expected);
  });

  it('asks for a profession by day where somebody’s certificate ends between the days', () => {
    const visits = [visit('mon', { date: '2026-11-23' }), visit('tue', { skills: ['heavy_transfer'] })];
    const staff = [member('p1', { skills: ['heavy_transfer'] })];
    const problem = build({ data: { staff }, visits, practises: (_member, _profession, date) => date < '2026-11-24' });
    expect(problem.staff[0].skills).toEqual(['profession:carer@2026-11-23', 'skill:heavy_transfer']);
    expect(problem.visits.map(({ parts }) => parts[0].skills)).toEqual([
      ['profession:carer@2026-11-23'],
      ['profession:carer@2026-11-24', 'skill:heavy_transfer'],
    ]);
  });

  it('lets a physician assistant make a nurse’s visit, but not a carer’s', () => {
    const visits = [visit('v1', { profession: 'nurse', tasks: ['WOUND'] }), visit('v2')];
    const problem = build({ data: { staff: [member('p1', { professions: ['feldsher'] })] }, visits });
    expect(problem.visits.map(({ parts }) => parts[0].skills)).toEqual([['profession:nurse|feldsher'], ['profession:carer']]);
    expect(problem.staff[0].skills).toEqual(['profession:nurse|feldsher']);
  });
});

describe('who comes to whom (S058)', () => {
  const staff = [member('p1'), member('p2', { languages: ['ru'] }), member('off')];
  const shifts = [shift('p1', 8, 17), shift('p2', 8, 17)];
  const lists = (data: Partial<PlanningData>) => {
    const [part] = build({ data: { staff, shifts, ...data } }).visits[0].parts;
    return { allowed: part.allowedStaff, excluded: part.excludedStaff, preferred: part.preferredStaff };
  };
  const wish = (kind: 'preferred' | 'required' | 'excluded', staffId: string) => ({ clientId: 'c1', staffId, kind });

  it.each([
    ['those who speak a language of the client', [], { preferred: ['p1'] }],
    ['preferred people before languages', [wish('preferred', 'p2')], { preferred: ['p2'] }],
    ['languages when nobody preferred is on duty', [wish('preferred', 'off')], { preferred: ['p1'] }],
    ['required people only', [wish('required', 'p2')], { allowed: ['p2'], preferred: ['p1'] }],
    ['nobody when who is required is off', [wish('required', 'off')], { allowed: [], preferred: ['p1'] }],
    ['all but excluded people', [wish('excluded', 'p1'), wish('excluded', 'off')], { excluded: ['p1'], preferred: ['p1'] }],
  ])('%s', (_, preferences, expected) => {
    expect(lists({ preferences })).toEqual(expected);
  });

  it('has no wish where everybody speaks the language', () => {
    expect(lists({ clients: [client('c1', { languages: ['lv', 'ru'] })] }).preferred).toBeUndefined();
  });
});
