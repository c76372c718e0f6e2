import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { VisitLink } from '#care';
import { testDatabase } from '#embedded';
import type { RouteRow } from '#planning';
import { createPersistence, type Persistence } from '../index.js';
import { planRequest, planResult, route, stop, visitOf } from '../testing/plan-result.js';
import { smallProvider } from '../testing/small-provider.js';
import { funderOf } from './funder.js';
import { routeFigures } from './route-figures.js';

const MONDAY = '2026-11-23';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const at = (clock: string): string => new Date(`${MONDAY}T${clock}:00+02:00`).toISOString();

let persistence: Persistence;
let providerId: string;
let planId: string;
let rows: readonly RouteRow[];
let keys: readonly string[];

/**
 * Monday: Dace and Elga bathe Alma together at 08:30; Dace then rests 30 minutes at the door of nobody; Elga dresses
 * Cilda's wound at 10:00 after five minutes' wait. Berta's cleaning is left out.
 */
beforeAll(async () => {
  persistence = createPersistence({ databaseUrl: await testDatabase() });
  ({ providerId } = await persistence.providers.write(smallProvider()));
  const data = await persistence.providers.planningData(providerId, MONDAY, MONDAY);
  const [bath, cleaning, wound] = data.patterns.map((pattern) => visitOf(pattern, MONDAY));
  keys = [bath.key, cleaning.key, wound.key];
  const carer = route(data.shifts[0], 480, [stop(bath.key, '1', [510, 510, 570]), stop('break:1', '', [580, 580, 610])], 630);
  const nurse = route(data.shifts[1], 490, [stop(bath.key, '2', [510, 510, 570]), stop(wound.key, '1', [595, 600, 660])], 680);
  const link = (before: string, after: string, min: number, cost: number): VisitLink => ({
    before,
    after,
    effect: 'parted',
    gaps: [{ min, max: null, cost }],
    served: 'ifBoth',
    rules: ['BATH-WOUND-conflict'],
  });
  const order = (max: number, ...tasks: string[]) => ({ min: null, max, before: tasks, after: null });
  const links: VisitLink[] = [
    {
      ...link(bath.key, wound.key, 3600, 0),
      orders: [order(3600, 'BATH', 'LINEN'), { ...order(5400, 'DRESS', 'BATH'), min: 3601 }],
    },
    {
      ...link(wound.key, bath.key, -5400, 7),
      effect: 'joined',
      gaps: [
        { min: -5400, max: -5400, cost: 7 },
        { min: 0, max: 600, cost: 3 },
      ],
    },
    {
      ...link(bath.key, cleaning.key, 0, 0),
      effect: 'ordered',
      orders: [{ min: null, max: null, before: ['LINEN', 'BATH'], after: null }],
      rules: ['BATH-CLEAN-order', 'ANY'],
    },
  ];
  const plan = await persistence.plans.request(providerId, planRequest(MONDAY), null);
  await persistence.plans.finish(plan.id, planResult(MONDAY, [bath, cleaning, wound], [nurse, carer], { links }));
  planId = plan.id;
  rows = await persistence.planReader.routes(providerId, planId, null);
});

afterAll(() => persistence.close());

describe('a plan’s routes', () => {
  it('come by staff name with the shift, the times and the sums', () => {
    expect(rows.map(({ staffName, profession, mode }) => [staffName, profession, mode])).toEqual([
      ['Dace Bērza', 'carer', 'transit'],
      ['Elga Kļava', 'nurse', 'car'],
    ]);
    expect(rows[0]).toMatchObject({
      date: MONDAY,
      shiftStart: at('08:00'),
      shiftEnd: at('16:00'),
      departure: at('08:00'),
      return: at('10:30'),
      travelSeconds: (30 + 10 + 20) * 60,
      waitingSeconds: 0,
      serviceSeconds: 3600,
    });
    expect(rows[1]).toMatchObject({ travelSeconds: (20 + 25 + 20) * 60, waitingSeconds: 300, serviceSeconds: 7200 });
  });

  it('have stops with the way there, who it is for and who pays', () => {
    expect(rows[1].stops[1]).toMatchObject({
      kind: 'visit',
      visit: keys[2],
      client: 'Cilda Egle',
      address: 'Ozolu iela 3',
      neighbourhood: null,
      tasks: ['WOUND_CARE'],
      funder: 'state',
      arrival: at('09:55'),
      start: at('10:00'),
      end: at('11:00'),
      travelSeconds: 25 * 60,
      part: 1,
      parts: 1,
    });
    expect(rows.map(({ stops: [first] }) => [first.client, first.neighbourhood, first.funder, first.part, first.parts])).toEqual([
      ['Alma Ozola', 'Imanta', 'municipality', 1, 2],
      ['Alma Ozola', 'Imanta', 'municipality', 2, 2],
    ]);
  });

  it('tell tasks in the order that the planned starts choose, not as a link to a visit left out would', () => {
    expect(rows.map(({ stops: [first] }) => first.tasks)).toEqual([
      ['DRESS', 'BATH'],
      ['DRESS', 'BATH'],
    ]);
  });

  it('show a break under its own id, without a client', () => {
    const { kind, visit, client, tasks, funder, travelSeconds, start, end, links } = rows[0].stops[1];
    expect({ kind, visit, client, tasks, funder, travelSeconds, start, end, links }).toEqual({
      kind: 'break',
      visit: 'break:1',
      client: '',
      tasks: [],
      funder: null,
      travelSeconds: 600,
      start: at('09:40'),
      end: at('10:10'),
      links: [],
    });
  });

  it('say of both visits of a link whether it is held, and where the other one is', () => {
    const parted = { effect: 'parted', held: true, rules: ['BATH-WOUND-conflict'] };
    // The gap of -5400 s is allowed but costs: the rules wanted something else.
    const joined = { ...parted, effect: 'joined', held: false };
    const bath = { otherVisit: keys[0], otherStaff: 'Dace Bērza', otherStart: at('08:30') };
    const wound = { otherVisit: keys[2], otherStaff: 'Elga Kļava', otherStart: at('10:00') };
    const unserved = { otherVisit: keys[1], otherStaff: null, otherStart: null };
    const ordered = { effect: 'ordered', held: false, rules: ['BATH-CLEAN-order', 'ANY'], ...unserved };
    expect(rows[1].stops[1].links).toHaveLength(2);
    expect(rows[1].stops[1].links).toEqual(
      expect.arrayContaining([
        { ...parted, ...bath },
        { ...joined, ...bath },
      ]),
    );
    for (const { stops } of rows) {
      expect(stops[0].links).toHaveLength(3);
      expect(stops[0].links).toEqual(expect.arrayContaining([{ ...parted, ...wound }, { ...joined, ...wound }, ordered]));
    }
  });

  it('are asked for by day, and by nobody else', async () => {
    const { planReader } = persistence;
    expect(await planReader.routes(providerId, planId, MONDAY)).toEqual(rows);
    expect(await planReader.routes(providerId, planId, '2026-11-24')).toEqual([]);
    expect(await planReader.routes(UNKNOWN, planId, null)).toEqual([]);
    expect(await planReader.unserved(UNKNOWN, planId, null)).toEqual([]);
    expect(await planReader.summary(UNKNOWN, planId)).toBeNull();
    expect(await planReader.summaries(UNKNOWN, 10)).toEqual([]);
  });
});

describe('the visits left out', () => {
  it('come with their windows and reasons', async () => {
    const unserved = await persistence.planReader.unserved(providerId, planId, null);
    expect(unserved).toEqual([
      {
        visit: keys[1],
        clientId: 'C2',
        client: 'Berta Liepa',
        address: 'Ozolu iela 2',
        neighbourhood: null,
        position: { latitude: 56.9612345, longitude: 24.0587654 },
        date: MONDAY,
        tasks: ['CLEANING'],
        funder: 'shared',
        windows: [{ start: at('08:00'), end: at('12:00') }],
        priority: 3,
        reasons: [{ code: 'no_staff_free', params: { candidates: 2 } }],
      },
    ]);
    expect(await persistence.planReader.unserved(providerId, planId, MONDAY)).toEqual(unserved);
    expect(await persistence.planReader.unserved(providerId, planId, '2026-11-24')).toEqual([]);
  });
});

describe('summaries', () => {
  it('come newest first, without figures until the search has finished', async () => {
    await persistence.plans.request(providerId, planRequest(MONDAY), null);
    const summaries = await persistence.planReader.summaries(providerId, 10);
    expect(summaries.map(({ version, status, figures }) => [version, status, figures === null])).toEqual([
      [2, 'requested', true],
      [1, 'draft', false],
    ]);
    expect(summaries[1]).toEqual(await persistence.planReader.summary(providerId, planId));
  });
});

describe('funderOf', () => {
  it.each([
    ['decision', 100, 'municipality'],
    ['decision', 99, 'shared'],
    ['decision', 1, 'shared'],
    ['decision', 0, 'client'],
    ['episode', null, 'state'],
    ['private', null, 'client'],
  ] as const)('a %s at %s per cent is paid by %s', (funding, municipalityPercent, funder) => {
    expect(funderOf({ funding, municipalityPercent })).toBe(funder);
  });
});

describe('routeFigures', () => {
  it('of a route without stops are the way there and back', () => {
    const empty = { shift: 's', staff: 'p', departure: 100, return: 160, stops: [] };
    expect(routeFigures(empty)).toEqual({ travelSeconds: 60, waitingSeconds: 0, serviceSeconds: 0 });
  });
});

describe('a plan’s working time', () => {
  it('comes by staff name and day, with figures and source, to its own provider alone', async () => {
    const data = await persistence.providers.planningData(providerId, MONDAY, MONDAY);
    const finding = (staffId: string, from: string) => ({
      ...{ staffId, code: 'working_time.week' as const, severity: 'warning' as const, from, to: '2026-11-29' },
      ...{ actualMinutes: 2460, limitMinutes: 2400, source: 'Labour Law, s. 131(1)' },
    });
    const [carer, nurse] = data.staff.map(({ id }) => id);
    const workingTime = [finding(nurse, MONDAY), finding(carer, '2026-11-24'), finding(carer, MONDAY)];
    const plan = await persistence.plans.request(providerId, planRequest(MONDAY), null);
    await persistence.plans.finish(plan.id, { ...planResult(MONDAY, [], [], {}), workingTime });
    expect(await persistence.planReader.workingTime(providerId, plan.id)).toEqual([
      { ...finding(carer, MONDAY), staffName: 'Dace Bērza' },
      { ...finding(carer, '2026-11-24'), staffName: 'Dace Bērza' },
      { ...finding(nurse, MONDAY), staffName: 'Elga Kļava' },
    ]);
    expect(await persistence.planReader.workingTime(UNKNOWN, plan.id)).toEqual([]);
    expect(await persistence.planReader.workingTime(providerId, planId)).toEqual([]);
  });
});
