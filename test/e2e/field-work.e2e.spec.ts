import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { z } from 'zod';
import {
  clientWeekView,
  exceptionsView,
  ledgerView,
  myChangeView,
  myDayView,
  myTimeView,
  observationsRecorded,
  observationView,
  planSummary,
  secretLinkMade,
  secretLinkView,
  unansweredView,
  workItemView,
  type MyDayView,
} from '#contracts';
import { PASSWORD, settleFieldDay, type FieldDay } from './field-day.js';
import { House } from './house.js';
import { DAY } from './small-provider.js';
import { Visitor } from './visitor.js';

const at = (clock: string): string => `${DAY}T${clock}:00+02:00`;
const DAY_OF = `/api/v1/my/day?day=${DAY}`;

let house: House;
let field: FieldDay;
let carer: Visitor;
let second: Visitor;
let nurse: Visitor;
let office: Visitor;

beforeAll(async () => {
  house = await House.open(at('08:00'));
  field = await settleFieldDay(house.persistence, 'WORK');
  [carer, second, nurse, office] = await Promise.all([
    loggedIn(field.emails.S1),
    loggedIn(field.emails.S2),
    loggedIn(field.emails.N1),
    loggedIn(field.emails.office),
  ]);
}, 60_000);

afterAll(() => house?.close());

async function loggedIn(email: string): Promise<Visitor> {
  const visitor = new Visitor(house.address);
  await visitor.logIn(email, PASSWORD);
  return visitor;
}

const dayOf = (visitor: Visitor): Promise<MyDayView> => visitor.get(DAY_OF, myDayView);
const visitOf = ({ routes }: MyDayView, key: string) =>
  routes.flatMap(({ stops }) => stops).find(({ visit }) => visit?.visit === key)?.visit;
const openWork = () => office.get('/api/v1/work-items', workItemView.array());

describe('one’s own day', () => {
  it('is what was published: stops, travel, break and paid time', async () => {
    const { routes, name, profession, providerPhone } = await dayOf(carer);
    expect({ name, profession, providerPhone }).toEqual({
      name: 'GivenS1 FamilyS1',
      profession: 'carer',
      providerPhone: '+371 20000000',
    });
    expect(routes).toHaveLength(1);
    expect(routes[0].stops.map(({ kind, start, travelSeconds }) => [kind, start.slice(11, 16), travelSeconds])).toEqual([
      ['visit', '06:30', 20 * 60],
      ['break', '07:30', 0],
      ['visit', '09:00', 40 * 60],
    ]);
    // 08:00 to 12:00 without half an hour.
    expect(routes[0].paidSeconds).toBe(3.5 * 3600);
  });

  it('tells the door, what protects, and who else comes with consent; never the diagnosis', async () => {
    for (const [visitor, key, other] of [
      [carer, field.bath, 'nurse'],
      [nurse, field.wound, 'carer'],
    ] as const) {
      const day = await dayOf(visitor);
      const visit = visitOf(day, key);
      expect(visit?.home).toMatchObject({ floor: 4, lift: false, doorCode: '1234', keyNote: 'under the mat', flags: ['pets'] });
      expect(visit?.meetings.map(({ profession, effect }) => [profession, effect])).toEqual([[other, 'parted']]);
      expect(JSON.stringify(day)).not.toMatch(/I83|Z74|dressing daily|diabetes/);
    }
    const words = visitOf(await dayOf(carer), field.bath)?.notMine.map(({ task }) => task);
    expect(words).toEqual(['INJ', 'WOUND']);
    expect(visitOf(await dayOf(nurse), field.wound)?.notMine.map(({ task }) => task)).toEqual(['SHOP', 'COOK', 'CLEAN', 'BATH']);
  });

  it('hides the other service without consent', async () => {
    const silent = await settleFieldDay(house.persistence, 'SILENT', { silent: true });
    const day = await dayOf(await loggedIn(silent.emails.S1));
    expect(visitOf(day, silent.bath)?.meetings).toEqual([]);
    expect(JSON.stringify(day)).not.toContain('FamilyN1');
  });

  it('hides the other service from the next look on once the consent is withdrawn, for days gone by too', async () => {
    const taken = await settleFieldDay(house.persistence, 'TAKEN');
    const [theirs, coordinator] = [await loggedIn(taken.emails.S1), await loggedIn(taken.emails.office)];
    expect(visitOf(await dayOf(theirs), taken.bath)?.meetings).toHaveLength(1);
    const withdrawn = { kind: 'consent_withdrawn', consent: 'health_to_social', on: DAY };
    expect((await coordinator.send('POST', '/api/v1/changes', withdrawn)).status).toBe(201);
    expect(visitOf(await dayOf(theirs), taken.bath)?.meetings).toEqual([]);
    house.now = new Date('2026-11-25T08:00:00+02:00');
    expect(visitOf(await dayOf(theirs), taken.bath)?.meetings).toEqual([]);
    house.now = new Date(at('08:00'));
  });

  it.each([
    ['two days before', '2026-11-22T08:00:00+02:00', null],
    ['the evening before', '2026-11-23T20:00:00+02:00', 'GivenC1 FamilyC1'],
    ['that evening', at('21:00'), 'GivenC1 FamilyC1'],
    ['the day after', '2026-11-25T08:00:00+02:00', null],
  ])('names nobody outside the time it is needed: %s', async (_, now, client) => {
    house.now = new Date(now);
    const visit = visitOf(await dayOf(carer), field.bath);
    expect([visit?.client, visit?.home === null]).toEqual([client, client === null]);
    house.now = new Date(at('08:00'));
  });

  it('shows the partner of a visit of two come and go', async () => {
    const event = (kind: string, clock: string) => ({ id: randomUUID(), visit: field.lift, kind, at: at(clock) });
    house.now = new Date(at('11:50'));
    const events = [event('checked_out', '11:44'), event('checked_in', '11:02')];
    expect(await second.send('POST', '/api/v1/execution-events', { events })).toMatchObject({ status: 200 });
    expect(visitOf(await dayOf(carer), field.lift)?.partners).toEqual([
      { staff: 'GivenS2 FamilyS2', arrivedAt: `${DAY}T09:02:00.000Z`, leftAt: `${DAY}T09:44:00.000Z` },
    ]);
    const [refused] = (
      await second.refused('POST', '/api/v1/execution-events', {
        events: [{ ...events[0], id: randomUUID(), visit: field.bath }],
      })
    ).issues;
    expect(refused.code).toBe('event.not_yours');
  });
});

describe('one’s time', () => {
  it('counts care, travel and waiting as paid, and a swap is asked of the office once', async () => {
    const { days, contractMinutesPerWeek } = await nurse.get(`/api/v1/my/time?from=${DAY}&to=${DAY}`, myTimeView);
    expect(contractMinutesPerWeek).toBe(2400);
    // 09:00 to 10:45: 25 minutes there, 5 of waiting, 45 of care, 30 back.
    expect(days).toMatchObject([
      { day: DAY, careSeconds: 2700, travelSeconds: 3300, waitingSeconds: 300, paidSeconds: 6300, absence: null },
    ]);
    const swap = { id: randomUUID(), day: '2026-12-01' };
    for (const status of [204, 204]) expect(await nurse.send('POST', '/api/v1/my/swap-requests', swap)).toMatchObject({ status });
    expect((await openWork()).filter(({ kind }) => kind === 'swap_request')).toHaveLength(1);
    expect(z.array(z.unknown()).parse((await nurse.send('GET', '/api/v1/my/calendar-links')).body)).toEqual([]);
  });
});

describe('what staff saw', () => {
  const report = (visit: string, code: string, more: object = {}) => ({
    ...{ id: randomUUID(), visit, code, at: at('08:40'), isNew: true, clientInformed: true, ...more },
  });
  const send = (visitor: Visitor, reports: readonly object[]) =>
    visitor.post('/api/v1/observations', { reports }, observationsRecorded);

  it('goes to the doctor with consent and its due time, once however often it is sent', async () => {
    const fever = report(field.bath, 'D4', { note: 'since the morning' });
    expect(await send(carer, [fever])).toEqual({ recorded: 1, repeated: 0 });
    expect(await send(carer, [fever, fever])).toEqual({ recorded: 0, repeated: 2 });
    const items = (await openWork()).filter(({ kind }) => kind === 'tell_gp');
    expect(items).toMatchObject([
      { client: 'GivenC1 FamilyC1', staff: 'GivenS1 FamilyS1', dueAt: `${DAY}T14:40:00.000Z`, overdue: false },
    ]);
    house.now = new Date(at('16:41'));
    expect((await openWork()).find(({ kind }) => kind === 'tell_gp')).toMatchObject({ overdue: true, acknowledgedAt: null });
    house.now = new Date(at('08:50'));
    const hand = visitOf(await dayOf(nurse), field.wound)?.handOver;
    expect(hand).toMatchObject([{ profession: 'carer', observation: 'D4', note: 'since the morning' }]);
  });

  it('waits for the client’s leave where there is none', async () => {
    await send(carer, [report(field.lift, 'D8')]);
    expect((await openWork()).filter(({ kind }) => kind === 'ask_consent')).toMatchObject([{ client: 'GivenC2 FamilyC2' }]);
    const seen = await office.get(`/api/v1/observations?from=${DAY}&to=${DAY}`, observationView.array());
    expect(seen.map(({ code, consented }) => [code, consented]).sort()).toEqual([
      ['D4', true],
      ['D8', false],
    ]);
  });

  it('is each field’s own list, and of one’s own visits', async () => {
    const { issues } = await nurse.refused('POST', '/api/v1/observations', {
      reports: [report(field.wound, 'D4'), report(field.bath, 'H4')],
    });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['observation.unknown', 'reports.0.code'],
      ['event.not_yours', 'reports.1.visit'],
    ]);
    expect(await send(nurse, [report(field.wound, 'H5')])).toMatchObject({ recorded: 1 });
    // The family is the subject: the office sees it, the carer does not.
    expect(visitOf(await dayOf(carer), field.bath)?.handOver.map(({ observation }) => observation)).toEqual(['D4']);
    expect((await openWork()).map(({ kind }) => kind)).toContain('tell_social_service');
  });
});

describe('an emergency', () => {
  it('asks nobody’s leave, reaches the office at once and gives the rest of the day to others; they hear of it and answer', async () => {
    house.now = new Date(at('08:50'));
    const started = { id: randomUUID(), visit: field.bath, kind: 'checked_in', at: at('08:30') };
    await carer.send('POST', '/api/v1/execution-events', { events: [started] });
    const emergency = {
      id: randomUUID(),
      visit: field.bath,
      code: 'E4',
      at: at('08:50'),
      isNew: true,
      clientInformed: false,
      calledAt: at('08:50'),
    };
    await carer.post('/api/v1/observations', { reports: [emergency] }, observationsRecorded);
    expect((await openWork())[0]).toMatchObject({ kind: 'emergency_at_home', dueAt: `${DAY}T06:50:00.000Z` });
    const draft = await draftAfter();
    await office.post(`/api/v1/plans/${draft}/publish`, undefined, planSummary);

    const changes = await carer.get('/api/v1/my/changes', myChangeView.array());
    expect(changes).toMatchObject([
      {
        visit: field.lift,
        client: 'GivenC2 FamilyC2',
        day: DAY,
        effect: 'unserved',
        why: 'staff_absent',
        by: field.emails.office,
        after: null,
        answer: null,
      },
    ]);
    expect(changes[0].before).toEqual({ start: `${DAY}T09:00:00.000Z`, mine: true });
    expect((await dayOf(carer)).unanswered).toBe(1);
    const unanswered = () => office.get('/api/v1/unanswered-changes', unansweredView.array());
    expect((await unanswered()).map(({ staff, changes: n }) => [staff, n])).toEqual([
      ['GivenS1 FamilyS1', 1],
      ['GivenS2 FamilyS2', 1],
    ]);
    const answer = { plan: draft, visit: field.lift, answer: 'accepted' };
    expect(await carer.send('POST', '/api/v1/my/changes/answers', answer)).toMatchObject({ status: 204 });
    expect((await unanswered()).map(({ staff }) => staff)).toEqual(['GivenS2 FamilyS2']);
    await second.send('POST', '/api/v1/my/changes/answers', { ...answer, answer: 'asked', question: 'who goes?' });
    expect((await openWork()).filter(({ kind }) => kind === 'answer_staff')).toMatchObject([{ staff: 'GivenS2 FamilyS2' }]);
  }, 60_000);

  /** The draft that a recomputation leaves to be published. */
  async function draftAfter(): Promise<string> {
    for (;;) {
      const plans = await office.get('/api/v1/plans', planSummary.array());
      const draft = plans.find(({ status, basedOn }) => status === 'draft' && basedOn === field.plan);
      if (draft) return draft.id;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});

describe('addresses without a log-in', () => {
  const stranger = () => new Visitor(house.address);
  const events = (feed: unknown): string[] => String(feed).split('BEGIN:VEVENT').slice(1);

  it('show a calendar without names, where what was taken away is cancelled and the sequence grows', async () => {
    const { id, path } = await second.post('/api/v1/my/calendar-links', undefined, secretLinkMade);
    const { status, headers, body } = await stranger().send('GET', path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const [lift] = events(body);
    expect(lift).toContain('STATUS:CANCELLED');
    expect(lift).toContain('SEQUENCE:1');
    expect(lift).toContain('DTSTART:20261124T090000Z');
    expect(String(body)).not.toMatch(/Family|Street|TRANSFER|pattern/);
    expect((await carer.refused('DELETE', `/api/v1/my/calendar-links/${id}`)).status).toBe(404);
    expect(await second.send('DELETE', `/api/v1/my/calendar-links/${id}`)).toMatchObject({ status: 204 });
    expect((await stranger().refused('GET', path)).status).toBe(404);
    expect(house.logged.join('')).not.toContain(path.split('/').at(-1));
  });

  it('show a client’s coming week: who, when, what and the share', async () => {
    const { id, path } = await office.post('/api/v1/week-links', { client: 'C1' }, secretLinkMade);
    const address = path.replace('/week/', '/api/v1/weeks/');
    const week = await stranger().get(address, clientWeekView);
    expect(week.visits.map(({ start, staff, tasks, clientPercent }) => [start, staff, tasks, clientPercent])).toEqual([
      [`${DAY}T06:30:00.000Z`, ['GivenS1 FamilyS1'], ['BATH'], 25],
      [`${DAY}T07:30:00.000Z`, ['GivenN1 FamilyN1'], ['WOUND'], 0],
    ]);
    expect(JSON.stringify(week)).not.toMatch(/I83|1234/);
    await office.send('DELETE', `/api/v1/week-links/${id}`);
    expect((await stranger().refused('GET', address)).status).toBe(404);
  });
});

describe('the code at a client’s door', () => {
  it('proves the place, is kept nowhere, and says nothing once it is revoked or of another door', async () => {
    house.now = new Date(at('23:00'));
    const code = async (client: string) => {
      const { path } = await office.post('/api/v1/door-codes', { client }, secretLinkMade);
      return path.slice('/door#'.length);
    };
    const [first, second, other] = [await code('C1'), await code('C1'), await code('C2')];
    const reasons = async (secret: string) => {
      const events = (['checked_in', 'checked_out'] as const).map((kind, i) => ({
        ...{ id: randomUUID(), visit: field.wound, kind, at: at(i === 0 ? '09:30' : '10:15'), code: secret },
        position: { latitude: 57.5, longitude: 25, accuracyMetres: 10 },
      }));
      expect((await nurse.send('POST', '/api/v1/execution-events', { events })).body).toEqual({ recorded: 2, repeated: 0 });
      expect((await nurse.send('POST', '/api/v1/execution-events', { events })).body).toEqual({ recorded: 0, repeated: 2 });
      const { visits } = await office.get(`/api/v1/exceptions?from=${DAY}&to=${DAY}`, exceptionsView);
      const found = visits.find(({ visit }) => visit === field.wound)?.reasons.map(({ code: reason }) => reason) ?? [];
      const withdrawn = events.map(({ id, visit, at: when }) => ({
        ...{ id: randomUUID(), visit, kind: 'withdrawn', at: when, corrects: id },
      }));
      await nurse.send('POST', '/api/v1/execution-events', { events: withdrawn });
      return found.filter((reason) => reason === 'door_code' || reason === 'place');
    };
    // The position is 80 km off: the right code stands for the place. The first code ended when the second was made.
    expect([await reasons(second), await reasons(first), await reasons(other)]).toEqual([
      [],
      ['place', 'door_code'],
      ['place', 'door_code'],
    ]);
    const [{ id }] = await office.get('/api/v1/door-codes', secretLinkView.array());
    expect((await carer.send('POST', '/api/v1/door-codes', { client: 'C1' })).status).toBe(403);
    expect((await office.send('DELETE', `/api/v1/door-codes/${id}`)).status).toBe(204);
    expect(await office.get('/api/v1/door-codes', secretLinkView.array())).toHaveLength(1);
    const seen = await office.send('GET', `/api/v1/execution-events?from=${DAY}&to=${DAY}`);
    expect([JSON.stringify(seen.body), house.logged.join('')].filter((text) => text.includes(second))).toEqual([]);
  });
});

describe('the ledger as a workbook', () => {
  it('opens with the rows and totals of the ledger, and names nobody', async () => {
    const manager = await loggedIn(field.emails.manager);
    const month = 'from=2026-11-01&to=2026-11-30';
    const { rows } = await manager.get(`/api/v1/ledger?${month}`, ledgerView);
    const answer = await fetch(`${house.address}/api/v1/ledger.xlsx?${month}`, { headers: { cookie: manager.cookies } });
    const [head, ...cells] = await readSheet(Buffer.from(await answer.arrayBuffer()));
    const totalOf = (column: string): number => cells.reduce((sum, row) => sum + Number(row[head.indexOf(column)]), 0);
    expect(cells).toHaveLength(rows.length);
    for (const column of ['granted', 'planned', 'delivered', 'billed'] as const) {
      expect([column, totalOf(`${column}_minutes`), totalOf(`${column}_cents`)]).toEqual([
        column,
        rows.reduce((sum, row) => sum + row[column].minutes, 0),
        rows.reduce((sum, row) => sum + row[column].cents, 0),
      ]);
    }
    expect(totalOf('delivered_minutes')).toBeGreaterThan(0);
    expect(JSON.stringify(cells)).not.toContain('Family');
  });
});
