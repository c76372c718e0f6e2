import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planSummary, proposalView, recordedChangeView, replanSettings } from '#contracts';
import { House, type Office } from './house.js';
import { client, decision, member, pattern, shifts, storyProvider } from './story-provider.js';
import { Visitor } from './visitor.js';

const DAY = '2026-11-24';

let house: House;
let office: Office;

beforeAll(async () => {
  house = await House.open('2026-11-23T10:05:00+02:00');
  office = await house.settle(
    storyProvider('CHANGES', {
      clients: [client(1), client(2)],
      staff: [member('S1'), member('S2')],
      shifts: shifts(['S1', 'S2'], [DAY]),
      decisions: [decision('D1', 'C1', ['CLEAN'])],
      patterns: [pattern('P1', 'C1', ['CLEAN'], { decision: 'D1' }), pattern('P2', 'C2', ['CLEAN'])],
      preferences: [1, 2].map((n) => ({ id: `W${n}`, client: `C${n}`, staff: `S${n}`, kind: 'preferred' })),
    }),
  );
});

afterAll(() => house.close());

describe('a change newer than a draft', () => {
  it('is looked at once more when the draft is published', async () => {
    const older = await house.settle(
      storyProvider('OLDER', {
        ...{ clients: [client(1), client(2)], staff: [member('S1')], shifts: shifts(['S1'], [DAY]) },
        patterns: [pattern('P1', 'C1', ['CLEAN']), pattern('P2', 'C2', ['CLEAN'])],
      }),
    );
    await older.publish(DAY);
    const order = { from: DAY, to: DAY, seconds: 1, threads: 1 };
    const { id } = await older.visitor.post('/api/v1/plans', order, planSummary);
    await older.drafted(id);
    const away = { kind: 'client_away', client: 'C2', from: DAY, to: DAY, reason: 'away' };
    expect(await older.record(away)).toMatchObject({ status: 'draft' });
    await older.visitor.post(`/api/v1/plans/${id}/publish`, undefined, planSummary);
    const draft = await older.settled();
    expect(draft).toMatchObject({ basedOn: id });
    expect((await older.stops(draft?.id ?? '')).filter(({ kind }) => kind === 'visit')).toHaveLength(1);
  });
});

describe('a change', () => {
  it('comes back with every issue at once', async () => {
    const problem = await office.visitor.refused('POST', '/api/v1/changes', {
      kind: 'decision_made',
      decision: decision('D1', 'C9', ['CLEAN', 'NOSUCH'], { validTo: '2025-01-01', replaces: 'D7' }),
      patterns: [{ ...pattern('P1', 'C1', ['WOUND']), timesPerWeek: 2 }],
    });
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(problem.issues.map(({ code, path }) => `${path} ${code}`).sort()).toEqual([
      'decision.client reference.unknown',
      'decision.id id.duplicate',
      'decision.replaces reference.unknown',
      'decision.tasks task.unknown',
      'decision.validTo date.order',
      'patterns[0].id id.duplicate',
      'patterns[0].tasks task.not_granted',
      'patterns[0].tasks task.profession',
      'patterns[0].weekdays pattern.days',
    ]);
  });

  it.each([
    [
      'of another client',
      { kind: 'decision_made', decision: decision('D2', 'C2', ['CLEAN'], { replaces: 'D1' }) },
      'decision.replaces reference.other_client',
    ],
    ['before it began', { kind: 'decision_ended', decision: 'D1', lastDay: '2025-12-31' }, 'lastDay date.order'],
    ['of a visit that is not', { kind: 'visit_refused', visit: 'x', reason: 'refused' }, 'visit reference.unknown'],
    [
      'that ends before it begins',
      { kind: 'client_away', client: 'C1', from: DAY, to: '2026-11-23', reason: 'away' },
      'to date.order',
    ],
  ])('%s is refused', async (_, order, issue) => {
    const { issues } = await office.visitor.refused('POST', '/api/v1/changes', order);
    expect(issues.map(({ code, path }) => `${path} ${code}`)).toEqual([issue]);
  });

  it('before any plan touches none, and is listed with names', async () => {
    expect(await office.record({ kind: 'client_away', client: 'C2', from: '2026-12-01', reason: 'hospital' })).toBeUndefined();
    const [newest] = await office.visitor.get('/api/v1/changes', recordedChangeView.array());
    expect(newest).toMatchObject({
      kind: 'client_away',
      client: 'Given2 Client2',
      staff: null,
      from: '2026-12-01',
      to: null,
      followed: true,
    });
  });

  it('needs a session, and is nobody else’s', async () => {
    const stranger = await house.settle(storyProvider('STRANGER', {}));
    expect(await stranger.visitor.get('/api/v1/changes', recordedChangeView.array())).toEqual([]);
    const order = { kind: 'client_away', client: 'C1', from: DAY, reason: 'away' };
    const { issues } = await stranger.visitor.refused('POST', '/api/v1/changes', order);
    expect(issues.map(({ code }) => code)).toEqual(['reference.unknown']);
    expect(await new Visitor(house.address).refused('POST', '/api/v1/changes', order)).toMatchObject({ status: 401 });
  });
});

describe('publishing without a person', () => {
  const settings = { publishes: true, mostChangedVisits: 3, protectedHours: 12, frozenMinutes: 60, horizonDays: 0 };

  it('is allowed by a manager, not by a coordinator', async () => {
    expect(await office.visitor.get('/api/v1/replan-settings', replanSettings)).toMatchObject({ publishes: false });
    expect(await office.visitor.refused('PUT', '/api/v1/replan-settings', settings)).toMatchObject({ code: 'session.role' });
    const manager = await office.colleague('manager');
    expect(await manager.send('PUT', '/api/v1/replan-settings', settings)).toMatchObject({ status: 200, body: settings });
  });

  it('happens within the limits, and waits for a person beyond them', async () => {
    const published = await office.publish(DAY);
    await office.record({ kind: 'staff_absent', absence: { id: 'A1', staff: 'S1', from: DAY, to: DAY, kind: 'sick' } });
    const [first] = await office.plans();
    expect(first).toMatchObject({ status: 'published', basedOn: published.id });
    expect((await office.differences(first.id)).map(({ effect }) => effect)).toEqual(['reassigned']);
    // Ten hours before the visits nothing moves any more without a person.
    house.now = new Date('2026-11-23T23:00:00+02:00');
    await office.record({ kind: 'staff_back', staff: 'S1', on: DAY });
    const draft = await office.record({ kind: 'decision_ended', decision: 'D1', lastDay: '2026-11-23' });
    expect(draft).toMatchObject({ status: 'draft', basedOn: first.id });
    expect((await office.differences(draft!.id)).map(({ effect }) => effect)).toEqual(['removed']);
  });
});

describe('a decision in force', () => {
  const [WE, TH, FR] = ['2026-11-25', '2026-11-26', '2026-11-27'];
  const decidedOn = '2026-11-20';
  let paused: Office;

  beforeAll(async () => {
    house.now = new Date('2026-11-23T10:05:00+02:00');
    paused = await house.settle(
      storyProvider('PAUSED', {
        clients: [client(1)],
        staff: [member('S1')],
        shifts: shifts(['S1'], [DAY, WE, TH, FR]),
        decisions: [decision('D1', 'C1', ['CLEAN'])],
        patterns: [pattern('P1', 'C1', ['CLEAN'], { decision: 'D1' })],
      }),
    );
    await paused.publish(DAY, FR);
  });

  const effects = async (order: object): Promise<string[]> => {
    const draft = await paused.record(order);
    const differences = draft === undefined ? [] : await paused.differences(draft.id);
    return differences.map(({ date, effect, change }) => `${date} ${effect} ${change?.kind}`).sort();
  };

  it('S052 is suspended for some days: its visits wait, and no hours are shaped on them', async () => {
    const order = { kind: 'decision_suspended', id: 'H1', decision: 'D1', from: WE, decidedOn, reason: 'rehabilitation' };
    expect(await effects(order)).toEqual([WE, TH, FR].map((day) => `${day} unserved decision_suspended`));
    const [plan] = await paused.plans();
    expect((await paused.unserved(plan.id))[0].reasons[0]).toMatchObject({ code: 'law.decision_suspended' });
    expect(await paused.visitor.refused('GET', `/api/v1/decisions/D1/proposal?from=${TH}`)).toMatchObject({ status: 404 });
  });

  it('S052 is resumed: the visits from that day on are given after all', async () => {
    expect(await effects({ kind: 'decision_resumed', decision: 'D1', on: FR })).toEqual(
      [WE, TH].map((day) => `${day} unserved decision_suspended`),
    );
  });

  it('S052 ends earlier than first said: what lies behind is gone', async () => {
    const order = { kind: 'decision_shortened', id: 'H2', decision: 'D1', lastDay: WE, decidedOn };
    expect(await effects(order)).toEqual([
      `${WE} unserved decision_suspended`,
      `${TH} removed decision_shortened`,
      `${FR} removed decision_shortened`,
    ]);
  });

  it('S052, S066 grants less: the visits that stay are the same ones with other content, by the same people at the same time', async () => {
    const fewer = await house.settle(
      storyProvider('FEWER', {
        clients: [client(1), client(2)],
        staff: [member('S1'), member('S2')],
        shifts: shifts(['S1', 'S2'], [DAY, WE, TH, FR]),
        decisions: [decision('D1', 'C1', ['COOK', 'FEED', 'MEDSUP'], { grantedMinutes: 450 })],
        patterns: [
          pattern('P1', 'C1', ['COOK', 'FEED', 'MEDSUP'], { decision: 'D1', durationMinutes: 90, from: '08:00', to: '10:00' }),
          pattern('P2', 'C2', ['CLEAN'], { from: '08:00', to: '09:00' }),
        ],
      }),
    );
    await fewer.publish(DAY, FR);
    await fewer.record({ kind: 'decision_reduced', id: 'H9', decision: 'D1', from: WE, decidedOn, grantedMinutes: 300 });
    const { fingerprint } = await fewer.visitor.get(`/api/v1/decisions/D1/proposal?from=${WE}`, proposalView);
    const accepted = await fewer.visitor.send('POST', '/api/v1/decisions/D1/proposal', { from: WE, fingerprint });
    expect(accepted).toMatchObject({ status: 200 });
    const draft = await fewer.settled();
    const differences = await fewer.differences(draft!.id);
    expect(differences.map(({ date, effect, change }) => `${date} ${effect} ${change?.kind}`).sort()).toEqual(
      [WE, TH, FR].map((day) => `${day} changed visits_shaped`),
    );
    expect(differences.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after))).toBe(true);
  });

  it('S052 is refused a change under an id that is taken, or outside its days', async () => {
    const reduced = { kind: 'decision_reduced', id: 'H2', decision: 'D1', from: '2025-12-01', grantedMinutes: 60, decidedOn };
    const { issues } = await paused.visitor.refused('POST', '/api/v1/changes', reduced);
    expect(issues.map(({ code, path }) => `${path} ${code}`).sort()).toEqual(['from date.order', 'id id.duplicate']);
  });
});

describe('a plan in force', () => {
  it('reads as it was published, whatever drafts make of its visits, until one of them is published', async () => {
    house.now = new Date('2026-11-23T10:05:00+02:00');
    const file = storyProvider('KEPT', {
      clients: [client(1)],
      staff: [member('S1')],
      shifts: shifts(['S1'], [DAY]),
      patterns: [pattern('P1', 'C1', ['CLEAN', 'COOK'])],
    });
    const kept = await house.settle(file);
    const published = await kept.publish(DAY);
    await house.persistence.providers.write({ ...file, patterns: [{ ...file.patterns[0], tasks: ['CLEAN'] }] });
    // Any change lets the plan be looked at again; this one would leave it as it is.
    const draft = await kept.record({ kind: 'client_away', client: 'C1', from: '2026-11-24', to: '2026-11-24', reason: 'away' });
    const back = await kept.record({ kind: 'client_back', client: 'C1', on: DAY });
    expect((await kept.differences(back!.id)).map(({ effect, tasks }) => `${effect} ${tasks.join()}`)).toEqual(['changed CLEAN']);
    const tasksOf = async (id: string) =>
      (await kept.stops(id)).filter(({ kind }) => kind === 'visit').map(({ tasks }) => tasks.join());
    expect([await tasksOf(published.id), await tasksOf(back!.id)]).toEqual([['CLEAN,COOK'], ['CLEAN']]);
    // The draft goes on differing from the plan in force, however often it is made anew.
    const again = await kept.record({ kind: 'staff_back', staff: 'S1', on: DAY });
    expect((await kept.differences(again!.id)).map(({ effect }) => effect)).toEqual(['changed']);
    await kept.visitor.send('POST', `/api/v1/plans/${again!.id}/publish`);
    expect([await tasksOf(published.id), await tasksOf(again!.id)]).toEqual([['CLEAN,COOK'], ['CLEAN']]);
    expect(draft).toBeDefined();
  });
});

describe('work items', () => {
  it('are taken, seen and done, once', async () => {
    await office.record({ kind: 'staff_absent', absence: { id: 'A2', staff: 'S1', from: DAY, to: DAY, kind: 'sick' } });
    await office.record({ kind: 'staff_absent', absence: { id: 'A3', staff: 'S2', from: DAY, to: DAY, kind: 'sick' } });
    const [item] = await office.workItems();
    expect(item).toMatchObject({ kind: 'find_cover', client: 'Given2 Client2', about: DAY, owner: null, acknowledgedAt: null });
    const act = (name: string, body?: object) => office.visitor.send('POST', `/api/v1/work-items/${item.id}/${name}`, body);
    expect(await act('assign', { owner: 'nobody@example.com' })).toMatchObject({
      status: 422,
      body: { code: 'work.no_such_owner' },
    });
    expect(await act('assign', { owner: office.tenant.email })).toMatchObject({ status: 204 });
    // Who has not seen that somebody took it does not take it from them.
    const late = (name: string, body?: object) =>
      office.visitor.send('POST', `/api/v1/work-items/${item.id}/${name}`, body, { 'if-match': `"${item.revision}"` });
    expect(await late('assign', { owner: null })).toMatchObject({ status: 412, body: { code: 'request.changed' } });
    expect(await act('acknowledge')).toMatchObject({ status: 204 });
    expect(await office.workItems()).toEqual([
      expect.objectContaining({ id: item.id, owner: office.tenant.email, acknowledgedAt: house.now.toISOString(), revision: 2 }),
    ]);
    expect(await act('done')).toMatchObject({ status: 204 });
    expect(await act('done')).toMatchObject({ status: 409, body: { code: 'work.already_done' } });
    expect(await office.workItems()).toEqual([]);
    expect((await office.workItems('done')).map(({ id }) => id)).toContain(item.id);
  });
});
