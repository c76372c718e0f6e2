import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerView, planSummary, type DifferenceView } from '#contracts';
import { House } from './house.js';
import { client, decision, member, pattern, shifts, storyProvider } from './story-provider.js';

const [MO, TU, WE, TH, FR] = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const WEEK = [MO, TU, WE, TH, FR];

let house: House;

beforeAll(async () => {
  house = await House.open('2026-11-20T10:05:00+02:00');
});

afterAll(() => house.close());

/** Effect, cause and kind of change of every difference, sorted. */
const told = (differences: readonly DifferenceView[]): string[] =>
  differences.map(({ effect, cause, change, date }) => `${date} ${effect} ${cause} ${change?.kind}`).sort();

const clock = (instant: string): string =>
  new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Europe/Riga', hour: '2-digit', minute: '2-digit' });

describe('plans keep the rules of the stories', () => {
  it('BATH and WOUND at the same address and hour never overlap', async () => {
    const at = { from: '10:00', to: '11:30' };
    const office = await house.settle(
      storyProvider('CONFLICT', {
        clients: [client(1)],
        staff: [member('S1'), member('N1', 'nurse')],
        shifts: shifts(['S1', 'N1'], [TU]),
        patterns: [pattern('BATH', 'C1', ['BATH'], at), pattern('WOUND', 'C1', ['WOUND'], { ...at, profession: 'nurse' })],
      }),
    );
    const plan = await office.publish(TU);
    expect(plan.figures).toMatchObject({ visits: 2, served: 2, conflictsAvoided: 1 });
    const [first, second] = (await office.stops(plan.id)).sort((a, b) => (a.start < b.start ? -1 : 1));
    expect(first.end <= second.start).toBe(true);
  });

  it('PULCER and LINEN are one joint visit of nurse and carer', async () => {
    const office = await house.settle(
      storyProvider('JOINT', {
        clients: [client(1, { flags: ['pressure_risk'] })],
        staff: [member('S1'), member('N1', 'nurse')],
        shifts: shifts(['S1', 'N1'], [TU]),
        patterns: [
          pattern('LINEN', 'C1', ['LINEN'], { durationMinutes: 30 }),
          pattern('PULCER', 'C1', ['PULCER'], { durationMinutes: 30, profession: 'nurse', from: '09:00', to: '14:00' }),
        ],
      }),
    );
    const plan = await office.publish(TU);
    expect(plan.figures).toMatchObject({ visits: 2, served: 2, jointVisits: 1 });
  });

  it('insulin comes before breakfast, and medication three times a day', async () => {
    const office = await house.settle(
      storyProvider('INSULIN', {
        clients: [client(1, { flags: ['diabetes', 'insulin', 'insulin_rapid'] })],
        staff: [member('S1'), member('S2'), member('N1', 'nurse')],
        shifts: [...shifts(['S1', 'N1'], [TU], ['07:00', '15:30']), ...shifts(['S2'], [TU], ['12:00', '20:00'])],
        patterns: [
          pattern('INS', 'C1', ['INSULIN'], { durationMinutes: 10, profession: 'nurse', from: '07:30', to: '08:30' }),
          pattern('FEED', 'C1', ['FEED'], { durationMinutes: 30, from: '07:30', to: '09:00' }),
          pattern('TID', 'C1', ['MEDSUP'], {
            ...{ durationMinutes: 10 },
            windows: [
              { from: '09:00', to: '10:00' },
              { from: '13:00', to: '14:00' },
              { from: '18:00', to: '19:00' },
            ],
          }),
        ],
      }),
    );
    const plan = await office.publish(TU);
    expect(plan.figures).toMatchObject({ visits: 5, served: 5 });
    const stops = await office.stops(plan.id);
    const insulin = stops.find(({ tasks }) => tasks.includes('INSULIN'))!;
    const feed = stops.find(({ tasks }) => tasks.includes('FEED'))!;
    const wait = (Date.parse(feed.start) - Date.parse(insulin.end)) / 60_000;
    expect(wait).toBeGreaterThanOrEqual(0);
    expect(wait).toBeLessThanOrEqual(15);
  });

  it('a fasting sample is taken before breakfast and goes to the laboratory by 09:30', async () => {
    const office = await house.settle(
      storyProvider('SAMPLE', {
        clients: [client(1, { flags: ['fasting'] })],
        places: [{ id: 'LAB', kind: 'laboratory', name: 'Laboratory', latitude: 56.96, longitude: 24.12 }],
        staff: [member('S1'), member('N1', 'nurse')],
        shifts: shifts(['S1', 'N1'], [TU], ['07:00', '15:30']),
        patterns: [
          pattern('SAMPLE', 'C1', ['WOUND', 'SAMPLE'], { durationMinutes: 20, profession: 'nurse', from: '07:30', to: '07:30' }),
          pattern('LABDEL', 'C1', ['LABDEL'], { durationMinutes: 10, profession: 'nurse', from: '07:30', to: '09:20' }),
          pattern('FEED', 'C1', ['FEED'], { durationMinutes: 30, from: '07:00', to: '09:30' }),
        ],
      }),
    );
    const plan = await office.publish(TU);
    expect(plan.figures).toMatchObject({ visits: 3, served: 3 });
    const stops = await office.stops(plan.id);
    const [sample, brought, feed] = ['SAMPLE', 'LABDEL', 'FEED'].map((task) => stops.find(({ tasks }) => tasks.includes(task))!);
    expect(clock(sample.start)).toBe('07:30');
    // Breakfast may begin while the wound is dressed: the sample is taken first.
    expect(sample.start < feed.start).toBe(true);
    expect([brought.staff, clock(brought.end) <= '09:30']).toEqual([sample.staff, true]);
  });

  it('a stove-heated house is heated an hour before the bath', async () => {
    const office = await house.settle(
      storyProvider('STOVE', {
        clients: [client(1, { flags: ['stove_heating'], stoveHeating: true, neighbourhood: 'Bolderāja' })],
        staff: [member('S1'), member('S2')],
        shifts: shifts(['S1', 'S2'], [TU]),
        patterns: [
          pattern('HEAT', 'C1', ['HEAT'], { durationMinutes: 30, from: '08:00', to: '13:00' }),
          pattern('BATH', 'C1', ['BATH'], { from: '08:00', to: '15:00' }),
        ],
      }),
    );
    const plan = await office.publish(TU);
    const stops = await office.stops(plan.id);
    const heat = stops.find(({ tasks }) => tasks.includes('HEAT'))!;
    const bath = stops.find(({ tasks }) => tasks.includes('BATH'))!;
    const gap = (Date.parse(bath.start) - Date.parse(heat.end)) / 60_000;
    expect(gap).toBeGreaterThanOrEqual(60);
    expect(gap).toBeLessThanOrEqual(240);
  });

  it('S112 the bath van brings its crew of two to Ķengarags', async () => {
    const office = await house.settle(
      storyProvider('VAN', {
        clients: [1, 2].map((n) => client(n, { neighbourhood: 'Ķengarags' })),
        staff: [member('V1', 'van_crew'), member('V2', 'van_crew')],
        shifts: shifts(['V1', 'V2'], [TU]),
        patterns: ['C1', 'C2'].map((of) => pattern(`VAN-${of}`, of, ['MBATH'], { profession: 'van_crew', staffCount: 2 })),
      }),
    );
    const plan = await office.publish(TU);
    expect(plan.figures).toMatchObject({ visits: 2, served: 2, jointVisits: 2 });
  });

  it('gives no more baths than the water of the van lasts for, and sends no second crew with it', async () => {
    const crew = ['V1', 'V2', 'V3', 'V4'];
    const office = await house.settle(
      storyProvider('WATER', {
        clients: [1, 2, 3, 4].map((n) => client(n)),
        staff: crew.map((id) => member(id, 'van_crew')),
        shifts: shifts(crew, [TU]),
        equipment: [{ id: 'VAN', kind: 'bath_van', name: 'Van', crew: 2, usesBeforeRefill: 3 }],
        patterns: [1, 2, 3, 4].map((n) => pattern(`VAN-${n}`, `C${n}`, ['MBATH'], { profession: 'van_crew', staffCount: 2 })),
      }),
    );
    const plan = await office.publish(TU);
    expect(plan.figures).toMatchObject({ visits: 4, served: 3, jointVisits: 3 });
    const [left] = await office.unserved(plan.id);
    expect(left.reasons.map(({ code }) => code)).toEqual(['NO_EQUIPMENT_FREE']);
    const baths = (await office.stops(plan.id)).filter(({ kind }) => kind === 'visit');
    expect(new Set(baths.map(({ staff }) => staff)).size).toBe(2);
  });

  it('the client with MRSA comes last in the round', async () => {
    const office = await house.settle(
      storyProvider('MRSA', {
        clients: [1, 2, 3].map((n) => client(n, n === 1 ? { flags: ['infectious'] } : {})),
        staff: [member('S1')],
        shifts: shifts(['S1'], [TU]),
        patterns: ['C1', 'C2', 'C3'].map((of) => pattern(`P-${of}`, of, ['CLEAN'])),
      }),
    );
    const plan = await office.publish(TU);
    expect(plan.figures).toMatchObject({ visits: 3, served: 3 });
    const visits = (await office.stops(plan.id)).filter(({ kind }) => kind === 'visit');
    expect(visits.at(-1)?.client).toBe('Given1 Client1');
  });

  it('nobody visits between 21:00 and 07:00', async () => {
    const office = await house.settle(
      storyProvider('NIGHT', {
        clients: [client(1)],
        staff: [member('S1')],
        shifts: shifts(['S1'], [TU], ['07:00', '21:00']),
        patterns: [pattern('NIGHT', 'C1', ['POSITION'], { durationMinutes: 30, from: '21:00', to: '23:00' })],
      }),
    );
    const plan = await office.publish(TU);
    expect(plan.figures).toMatchObject({ visits: 1, served: 0 });
    const [left] = await office.unserved(plan.id);
    expect(left.reasons.map(({ code }) => code)).toEqual(['NO_SHIFT_IN_WINDOW']);
  });
});

describe('plans recompute themselves', () => {
  it('carer ill at 06:40: exactly the five visits move to others, each with its cause', async () => {
    house.now = new Date(`${TU}T06:40:00+02:00`);
    const clients = [1, 2, 3, 4, 5, 6, 7].map((n) => client(n));
    const office = await house.settle(
      storyProvider('ILL', {
        clients,
        staff: [member('S1'), member('S2'), member('S3')],
        shifts: shifts(['S1', 'S2', 'S3'], [TU]),
        patterns: clients.map(({ id }) => pattern(`P-${id}`, id, ['CLEAN'], { from: '08:30', to: '15:30' })),
        preferences: clients.map(({ id }, n) => ({
          ...{ id: `W-${id}`, client: id, staff: n < 5 ? 'S1' : `S${n - 3}` },
          kind: n < 5 ? 'preferred' : 'required',
        })),
      }),
    );
    const published = await office.publish(TU);
    const draft = await office.record({
      kind: 'staff_absent',
      absence: { id: 'ILL', staff: 'S1', from: TU, to: TU, kind: 'sick' },
    });
    expect(draft).toMatchObject({ basedOn: published.id, from: TU, to: TU });
    const differences = await office.differences(draft!.id);
    expect(told(differences)).toEqual(Array(5).fill(`${TU} reassigned direct staff_absent`));
    expect(differences.map(({ before }) => before?.staff)).toEqual(Array(5).fill(['S1 Staff']));
    expect(draft!.figures).toMatchObject({ visits: 7, served: 7 });
    const kept = (await office.stops(draft!.id))
      .filter(({ client: of }) => /[67]$/.test(of))
      .map(({ visit, start }) => [visit, start]);
    const were = (await office.stops(published.id))
      .filter(({ client: of }) => /[67]$/.test(of))
      .map(({ visit, start }) => [visit, start]);
    expect(kept.sort()).toEqual(were.sort());
  });

  it('decision cut from 12 to 6 h a week in mid-week: only the days from the cut on', async () => {
    house.now = new Date('2026-11-20T10:05:00+02:00');
    const office = await house.settle(
      storyProvider('CUT', {
        clients: [client(1), client(2)],
        staff: [member('S1')],
        shifts: shifts(['S1'], WEEK),
        decisions: [decision('D1', 'C1', ['CLEAN', 'COOK'])],
        patterns: [
          pattern('LONG', 'C1', ['CLEAN', 'COOK'], { decision: 'D1', durationMinutes: 144 }),
          pattern('OTHER', 'C2', ['CLEAN']),
        ],
      }),
    );
    await office.publish(MO, FR);
    const draft = await office.record({
      kind: 'decision_made',
      decision: decision('D2', 'C1', ['CLEAN'], { decidedOn: '2026-11-19', validFrom: WE, grantedMinutes: 360, replaces: 'D1' }),
      patterns: [(({ client: _, ...rest }) => rest)(pattern('SHORT', 'C1', ['CLEAN'], { durationMinutes: 120, validFrom: WE }))],
    });
    expect(draft).toMatchObject({ from: WE, to: FR });
    expect(told(await office.differences(draft!.id))).toEqual(
      [WE, TH, FR].flatMap((day) => [`${day} added direct decision_made`, `${day} removed direct decision_made`]),
    );
    const others = (of: string) => async (id: string) =>
      (await office.stops(id)).filter(({ client: name, start }) => name === of && start >= WE).map(({ start }) => start);
    const [before] = (await office.plans()).filter(({ status }) => status === 'published');
    expect(await others('Given2 Client2')(draft!.id)).toEqual(await others('Given2 Client2')(before.id));
    expect(await office.visitor.send('POST', `/api/v1/plans/${draft!.id}/publish`)).toMatchObject({ status: 200 });
  });

  it('client in hospital for four days, and home earlier than thought', async () => {
    const office = await house.settle(
      storyProvider('HOSPITAL', {
        clients: [client(1), client(2)],
        staff: [member('S1')],
        shifts: shifts(['S1'], WEEK),
        patterns: [pattern('P1', 'C1', ['CLEAN']), pattern('P2', 'C2', ['CLEAN'])],
      }),
    );
    await office.publish(MO, FR);
    const away = await office.record({ kind: 'client_away', client: 'C1', from: MO, to: TH, reason: 'hospital' });
    expect(told(await office.differences(away!.id))).toEqual([MO, TU, WE, TH].map((day) => `${day} removed direct client_away`));
    const back = await office.record({ kind: 'client_back', client: 'C1', on: WE });
    expect((await office.plan(away!.id)).status).toBe('superseded');
    expect(told(await office.differences(back!.id))).toEqual([MO, TU].map((day) => `${day} removed direct client_away`));
  });

  it('nobody opens the door: this one visit is called off', async () => {
    const office = await house.settle(
      storyProvider('DOOR', {
        clients: [client(1), client(2)],
        staff: [member('S1')],
        shifts: shifts(['S1'], [MO, TU]),
        patterns: [pattern('P1', 'C1', ['CLEAN']), pattern('P2', 'C2', ['CLEAN'])],
      }),
    );
    const published = await office.publish(MO, TU);
    const [stop] = (await office.stops(published.id)).filter(({ client: of }) => of === 'Given1 Client1');
    const draft = await office.record({ kind: 'visit_refused', visit: stop.visit, reason: 'away' });
    const [only, ...more] = await office.differences(draft!.id);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ visit: stop.visit, effect: 'removed', cause: 'direct', change: { kind: 'visit_refused' } });
  });

  it('a visit runs over: what the person does next waits as long as it must, others take what cannot, nobody else is told', async () => {
    house.now = new Date(`${TU}T10:50:00+02:00`);
    const office = await house.settle(
      storyProvider('OVER', {
        clients: [1, 2, 3, 4, 5].map((n) => client(n)),
        staff: [member('S1'), member('S2')],
        shifts: shifts(['S1', 'S2'], [TU], ['09:20', '15:20']).map((shift) => ({ ...shift, breakMinutes: 0 })),
        decisions: [decision('D1', 'C1', ['CLEAN'])],
        patterns: [
          pattern('P1', 'C1', ['CLEAN'], { decision: 'D1', from: '10:00', to: '10:00' }),
          pattern('P2', 'C2', ['CLEAN'], { durationMinutes: 30, from: '11:15', to: '13:00' }),
          pattern('P3', 'C3', ['CLEAN'], { durationMinutes: 30, from: '13:10', to: '13:10' }),
          pattern('P4', 'C4', ['CLEAN'], { durationMinutes: 30, from: '14:30', to: '14:30' }),
          pattern('P5', 'C5', ['CLEAN'], { from: '10:30', to: '10:30' }),
        ],
        preferences: [1, 2, 3, 4, 5].map((n) => ({
          ...{ id: `W${n}`, client: `C${n}`, staff: n === 5 ? 'S2' : 'S1' },
          kind: n === 3 ? 'preferred' : 'required',
        })),
      }),
    );
    const published = await office.publish(TU);
    const stops = await office.stops(published.id);
    const of = (n: number) => stops.find(({ client: name }) => name === `Given${n} Client${n}`)!;
    expect([1, 2, 3, 4, 5].map((n) => `${clock(of(n).start)} ${of(n).staff}`)).toEqual([
      '10:00 S1 Staff',
      '11:15 S1 Staff',
      '13:10 S1 Staff',
      '14:30 S1 Staff',
      '10:30 S2 Staff',
    ]);
    const moved = (until: string) => new Date(Date.parse(until) + 1000 * of(2).travelSeconds).toISOString().replace('.000', '');
    const over = { kind: 'visit_runs_over', visit: of(1).visit };
    const late = await office.visitor.send('POST', '/api/v1/changes', { ...over, until: `${TH}T09:00:00+02:00` });
    expect(late).toMatchObject({ status: 400, body: { issues: [{ path: 'until', code: 'date.order' }] } });

    const half = `${TU}T11:30:00+02:00`;
    const first = await office.record({ ...over, until: half });
    const why = { cause: 'direct', change: { kind: 'visit_runs_over', client: 'Given1 Client1', staff: 'S1 Staff' } };
    const next = { visit: of(2).visit, effect: 'moved', ...why };
    expect(await office.differences(first!.id)).toMatchObject([{ ...next, after: { staff: ['S1 Staff'] } }]);
    const [{ after }] = await office.differences(first!.id);
    expect(after?.start.replace('.000', '')).toBe(moved(half));

    // It takes longer still: 13:10 is out of reach.
    const hour = `${TU}T12:50:00+02:00`;
    const second = await office.record({ ...over, until: hour });
    const [a, b, ...more] = (await office.differences(second!.id)).sort((x, y) => (x.client < y.client ? -1 : 1));
    expect(more).toEqual([]);
    expect(a).toMatchObject(next);
    expect(a.after?.start.replace('.000', '')).toBe(moved(hour));
    expect(b).toMatchObject({ visit: of(3).visit, effect: 'reassigned', ...why, after: { staff: ['S2 Staff'] } });
    expect(clock(b.after!.start)).toBe('13:10');
    await office.visitor.post(`/api/v1/plans/${second!.id}/publish`, undefined, planSummary);
    const stays = (await office.stops(second!.id)).find(({ visit }) => visit === of(1).visit)!;
    expect([clock(stays.start), clock(stays.end)]).toEqual(['10:00', '12:50']);
    // What is owed and planned is still the hour.
    const manager = await office.colleague('manager');
    const { rows } = await manager.get(`/api/v1/ledger?from=${TU}&to=${TU}`, ledgerView);
    expect(rows.find(({ kind }) => kind === 'decision')?.planned.minutes).toBe(60);
    house.now = new Date('2026-11-20T10:05:00+02:00');
  });

  it('nobody opens the door, says the phone: the office is to find out, and nobody is billed', async () => {
    const office = await house.settle(
      storyProvider('SHUT', {
        clients: [client(1)],
        staff: [member('S1')],
        shifts: shifts(['S1'], [MO]),
        decisions: [decision('D1', 'C1', ['CLEAN'])],
        patterns: [pattern('P1', 'C1', ['CLEAN'], { decision: 'D1', from: '10:00', to: '10:00' })],
        prices: [{ id: 'PR', payer: 'municipality', municipality: 'RIGA', centsPerHour: 1000, validFrom: '2026-01-01' }],
      }),
    );
    const [stop] = (await office.stops((await office.publish(MO)).id)).filter(({ kind }) => kind === 'visit');
    house.now = new Date(`${MO}T10:05:00+02:00`);
    const phone = await office.phone('S1');
    const shut = { id: randomUUID(), visit: stop.visit, kind: 'no_answer', at: `${MO}T10:02:00+02:00` };
    const report = (event: object) => phone.send('POST', '/api/v1/execution-events', { events: [event] });
    expect(await report(shut)).toMatchObject({ status: 200 });
    const asked = { kind: 'nobody_opened', client: 'Given1 Client1', staff: 'S1 Staff', dueAt: `${MO}T08:02:00.000Z` };
    expect(await office.workItems()).toMatchObject([{ ...asked, overdue: true }]);
    const manager = await office.colleague('manager');
    const { rows } = await manager.get(`/api/v1/ledger?from=${MO}&to=${MO}`, ledgerView);
    expect(rows[0].notDelivered).toMatchObject([{ cause: 'no_answer', minutes: 60 }]);
    // The next-door neighbour had a key: the client was reached.
    const inside = { id: randomUUID(), visit: stop.visit, kind: 'checked_in', at: `${MO}T10:04:00+02:00`, corrects: shut.id };
    expect(await report({ ...inside, reason: 'other_time' })).toMatchObject({ status: 200 });
    expect(await office.workItems()).toEqual([]);
    house.now = new Date('2026-11-20T10:05:00+02:00');
  });

  it('two-person hoist: without the second carer somebody must find cover, and with her back nobody need', async () => {
    const office = await house.settle(
      storyProvider('HOIST', {
        clients: [client(1, { flags: ['two_person'] }), client(2), client(3)],
        staff: [member('S1'), member('S2')],
        shifts: shifts(['S1', 'S2'], [TU]),
        patterns: [
          pattern('HOIST', 'C1', ['TRANSFER'], { staffCount: 2, durationMinutes: 30, from: '10:00', to: '12:00' }),
          pattern('P2', 'C2', ['CLEAN']),
          pattern('P3', 'C3', ['CLEAN']),
        ],
        preferences: [
          { id: 'W2', client: 'C2', staff: 'S1', kind: 'required' },
          { id: 'W3', client: 'C3', staff: 'S2', kind: 'preferred' },
        ],
      }),
    );
    const published = await office.publish(TU);
    const hoist = (await office.stops(published.id)).filter(({ tasks }) => tasks.includes('TRANSFER'));
    expect(new Set(hoist.map(({ staff }) => staff)).size).toBe(2);
    expect(hoist[0].start).toBe(hoist[1].start);
    const draft = await office.record({
      kind: 'staff_absent',
      absence: { id: 'A', staff: 'S2', from: TU, to: TU, kind: 'sick' },
    });
    expect(told(await office.differences(draft!.id))).toEqual([
      `${TU} reassigned direct staff_absent`,
      `${TU} unserved direct staff_absent`,
    ]);
    expect(await office.workItems()).toEqual([
      expect.objectContaining({
        kind: 'find_cover',
        client: 'Given1 Client1',
        about: TU,
        dueAt: `${TU}T06:00:00.000Z`,
        overdue: false,
      }),
    ]);
    expect(await office.record({ kind: 'staff_back', staff: 'S2', on: TU })).toBeUndefined();
    expect(await office.workItems()).toEqual([]);
  });

  it('30-day term that ends in two working days over 18 November: ask, chase, continue', async () => {
    house.now = new Date('2026-11-13T10:05:00+02:00');
    const office = await house.settle(
      storyProvider('TERM', {
        clients: [client(1)],
        staff: [member('N1', 'nurse')],
        shifts: shifts(['N1'], ['2026-11-20', MO]),
        referrals: [
          {
            ...{
              id: 'F1',
              client: 'C1',
              kind: 'chronic_mobility',
              issuedOn: '2026-10-20',
              issuerRole: 'gp',
              issuer: 'Dr. Kalns',
            },
            ...{ careDiagnosis: 'L89.2', mobilityDiagnosis: 'G82.4', orders: 'Dressing, three times a week' },
          },
        ],
        episodes: [{ id: 'E1', referral: 'F1', startedOn: '2026-10-22', mainTasks: ['WOUND'] }],
        terms: [{ id: 'T1', episode: 'E1', startsOn: '2026-10-22', endsOn: '2026-11-20' }],
        patterns: [pattern('WOUND', 'C1', ['WOUND'], { episode: 'E1', profession: 'nurse', validFrom: '2026-10-22' })],
      }),
    );
    const published = await office.publish('2026-11-20', MO);
    expect(published.figures).toMatchObject({ visits: 2, served: 1 });
    const at = (kind: string, dueAt: string, overdue = false) =>
      expect.objectContaining({ kind, client: 'Given1 Client1', about: '2026-11-20', dueAt, overdue });
    await house.runSchedules();
    expect(await office.workItems()).toEqual([at('request_gp_visit', '2026-11-13T13:00:00.000Z')]);
    expect(await office.record({ kind: 'opinion_requested', term: 'T1', on: '2026-11-13' })).toBeUndefined();
    expect(await office.workItems()).toEqual([]);
    // The window is 17 to 20 November: the 18th is a holiday.
    for (const [day, item] of [
      ['2026-11-16', null],
      ['2026-11-17', at('chase_opinion', '2026-11-17T15:00:00.000Z')],
      ['2026-11-19', at('chase_opinion', '2026-11-19T15:00:00.000Z')],
      ['2026-11-20', at('chase_opinion', '2026-11-20T10:00:00.000Z')],
    ] as const) {
      house.now = new Date(`${day}T06:10:00+02:00`);
      await house.runSchedules();
      expect(await office.workItems()).toEqual(item === null ? [] : [item]);
    }
    house.now = new Date('2026-11-20T12:01:00+02:00');
    expect(await office.workItems()).toEqual([at('chase_opinion', '2026-11-20T10:00:00.000Z', true)]);
    const opinion = { id: 'O1', episode: 'E1', givenOn: '2026-11-20', verdict: 'continue', givenBy: 'Dr. Kalns' };
    const draft = await office.record({ kind: 'opinion_received', opinion });
    expect(told(await office.differences(draft!.id))).toEqual([`${MO} served direct opinion_received`]);
    expect(await office.workItems()).toEqual([]);
  });
});
