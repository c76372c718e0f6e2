import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  changeView,
  claimsView,
  clientConsentsView,
  decisionCheckView,
  exposedStaffView,
  legalPractice,
  ledgerView,
  myDayView,
  practiceChangeView,
  remediesView,
  sharingLogView,
} from '#contracts';
import { sharedClientView, workingTimeOfDays, type ChangeView } from '#contracts';
import { House, type Office } from './house.js';
import { client, decision, member, pattern, shifts, storyProvider } from './story-provider.js';

const [MO, TU, WE, TH] = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
const CERTIFICATE = {
  id: 'Z1',
  client: 'C1',
  issuedOn: '2026-01-02',
  issuedBy: 'Dr. Kalns',
  severity: 'severe',
  tuberculosis: false,
  acuteInfection: false,
  sexuallyTransmitted: false,
} as const;

let house: House;

beforeAll(async () => {
  house = await House.open('2026-11-20T10:05:00+02:00');
});

afterAll(() => house.close());

/** A chronic patient’s, of 26.10.: thirty days end on Tuesday 24.11. */
const termReferral = {
  id: 'F1',
  client: 'C1',
  kind: 'chronic_mobility',
  issuedOn: '2026-10-26',
  issuerRole: 'gp',
  issuer: 'Dr. Kalns',
  careDiagnosis: 'L97',
  mobilityDiagnosis: 'I69.3',
} as const;

describe('a term that ends (S030, S031)', () => {
  it('leaves the next visit out, saying until when the GP’s opinion is needed, until the opinion comes', async () => {
    const office = await house.settle(
      storyProvider('TERM', {
        clients: [client(1)],
        staff: [member('N1', 'nurse')],
        shifts: shifts(['N1'], [TU, WE]),
        referrals: [termReferral],
        // Thirty days from 26.10.: the last is Tuesday 24.11.
        episodes: [{ id: 'E1', referral: 'F1', startedOn: '2026-10-26', mainTasks: ['WOUND'] }],
        terms: [{ id: 'T1', episode: 'E1', startsOn: '2026-10-26', endsOn: '2026-11-24' }],
        patterns: [pattern('P1', 'C1', ['WOUND'], { profession: 'nurse', episode: 'E1' })],
      }),
    );
    const plan = await office.publish(TU, WE);
    expect(plan.figures).toMatchObject({ visits: 2, served: 1 });
    const [left] = await office.unserved(plan.id);
    expect(left).toMatchObject({ date: WE, reasons: [{ code: 'law.term_lapsed' }] });
    const asked = `/api/v1/plans/${plan.id}/unserved/${encodeURIComponent(left.visit)}/remedies`;
    const { remedies } = await office.visitor.get(asked, remediesView);
    const step = { kind: 'ask_opinion', client: null, staff: null, seconds: null, words: left.reasons[0].words, shift: null };
    // Proved: with the opinion there, solving serves the visit, and that costs less than leaving it out.
    expect(remedies.map(({ steps }) => steps)).toEqual([[step]]);
    expect(remedies[0].costDelta).toBeLessThan(0);
    expect(left.reasons[0].words?.en).toBe(
      'The term of 30 calendar days ends on 24.11.2026: needs the GP’s opinion by 23.11.2026 (window from 20.11.2026). (S031; the first day of care is day 1)',
    );
    const opinion = { id: 'O1', episode: 'E1', givenOn: '2026-11-20', verdict: 'continue', givenBy: 'Dr. Kalns' };
    const draft = await office.record({ kind: 'opinion_received', opinion });
    expect(draft?.figures).toMatchObject({ visits: 1, served: 1 });
    const [difference] = await office.differences(draft!.id);
    expect(difference).toMatchObject({ effect: 'served', date: WE, change: { kind: 'opinion_received' } });
  });
});

describe('how a provider reads the law', () => {
  it('is a manager’s choice, and plans follow it', async () => {
    const practising = await house.settle(
      storyProvider('READING', {
        clients: [client(1)],
        staff: [member('N1', 'nurse')],
        shifts: shifts(['N1'], [TU, WE]),
        referrals: [termReferral],
        episodes: [{ id: 'E1', referral: 'F1', startedOn: '2026-10-26', mainTasks: ['WOUND'] }],
        patterns: [pattern('P1', 'C1', ['WOUND'], { profession: 'nurse', episode: 'E1' })],
      }),
    );
    await practising.publish(TU, WE);
    const before = await practising.visitor.get('/api/v1/legal-practice', legalPractice);
    expect(before).toMatchObject({ readings: { termCounting: 'inclusive' }, followsTransfers: false, daysOff: [] });
    const changed = { ...before, readings: { ...before.readings, termCounting: 'exclusive' }, daysOff: ['2026-12-30'] };
    const order = { ...changed, reason: 'So says the social service.' };
    expect(await practising.visitor.refused('PUT', '/api/v1/legal-practice', order)).toMatchObject({ code: 'session.role' });
    const manager = await practising.colleague('manager');
    expect(await manager.refused('PUT', '/api/v1/legal-practice', changed)).toMatchObject({ status: 400 });
    expect(await manager.send('PUT', '/api/v1/legal-practice', order)).toMatchObject({ status: 200, body: changed });
    // What stands already is no change.
    await manager.send('PUT', '/api/v1/legal-practice', { ...order, reason: 'Once more.' });
    expect(await practising.visitor.get('/api/v1/legal-practice/changes', practiceChangeView.array())).toMatchObject([
      { what: 'daysOff', before: '', after: '2026-12-30', reason: order.reason },
      { what: 'termCounting', before: 'inclusive', after: 'exclusive', madeBy: expect.stringMatching(/^manager@/) },
    ]);
    const draft = await practising.settled();
    const [difference] = await practising.differences(draft!.id);
    expect(difference).toMatchObject({ effect: 'served', date: WE, change: { kind: 'practice_changed' } });
    expect(await practising.visitor.get('/api/v1/legal-practice', legalPractice)).toEqual(changed);
  });
});

describe('a contraindication (S039, S074)', () => {
  let office: Office;
  let reported: ChangeView;

  beforeAll(async () => {
    const nurse = { profession: 'nurse', priority: 5 } as const;
    office = await house.settle(
      storyProvider('INFECTED', {
        // Clients 1 and 3 are neighbours, client 2 lives ten kilometres off: the nurse sees the neighbours together.
        clients: [client(1), client(2, { latitude: 57.03, longitude: 24.2 }), client(3, client(1, { id: 'C3' }))],
        staff: [member('S1'), member('N1', 'nurse')],
        shifts: shifts(['S1', 'N1'], [MO, TU, WE, TH]),
        certificates: [CERTIFICATE],
        decisions: [decision('D1', 'C1', ['COOK'], { certificate: 'Z1' })],
        patterns: [
          pattern('COOK', 'C1', ['COOK'], { decision: 'D1' }),
          pattern('WOUND', 'C1', ['WOUND'], { ...nurse, from: '08:30', to: '16:00' }),
          pattern('INJ', 'C3', ['INJ'], { ...nurse, from: '10:00', to: '10:30' }),
          pattern('CATH', 'C2', ['CATH'], { ...nurse, from: '13:00', to: '13:30' }),
        ],
      }),
    );
    await office.publish(MO, TH);
    const draft = await office.record({
      ...{ kind: 'contraindication_reported', client: 'C1', on: WE, contraindication: 'tuberculosis' },
    });
    [reported] = await office.visitor.get('/api/v1/changes', changeView.array());
    expect(draft).toBeDefined();
    await office.visitor.send('POST', `/api/v1/plans/${draft!.id}/publish`);
  });

  it('takes every social visit from its day on out of the plan, with the remedy, and tells nobody which it is', async () => {
    const [, plan] = (await office.plans()).reverse();
    const left = await office.unserved(plan.id);
    expect(left.map(({ date, tasks, reasons }) => [date, tasks.join(), reasons[0].code])).toEqual([
      [WE, 'COOK', 'law.contraindicated'],
      [TH, 'COOK', 'law.contraindicated'],
    ]);
    expect(left[0].reasons[0].words?.en).toBe(
      'Social care is suspended since 25.11.2026: there is a contraindication. Needs a new certificate of the GP. (S039)',
    );
    expect(JSON.stringify([left, reported])).not.toContain('tuberculosis');
  });

  it('puts what is left of the nurse’s visits last on her routes', async () => {
    const [first, plan] = (await office.plans()).reverse();
    expect(await lastTasks(first.id)).toEqual(['CATH', 'CATH']);
    expect(await lastTasks(plan.id)).toEqual(['WOUND', 'WOUND']);
  });

  /** The nurse's last task on Wednesday and Thursday. */
  async function lastTasks(planId: string): Promise<string[]> {
    const stops = (await office.stops(planId)).filter(({ tasks }) => !tasks.includes('COOK'));
    return [WE, TH].map((day) => {
      const ofDay = stops.filter(({ start }) => start.startsWith(day)).sort((x, y) => (x.start < y.start ? -1 : 1));
      return ofDay.at(-1)!.tasks.join();
    });
  }

  it('lists who was at the home up to that day', async () => {
    const exposed = await office.visitor.get(`/api/v1/changes/${reported.id}/exposed-staff`, exposedStaffView.array());
    expect(exposed).toEqual([
      { staff: 'N1 Staff', lastOn: WE, visits: 3 },
      { staff: 'S1 Staff', lastOn: TU, visits: 2 },
    ]);
    expect(await office.visitor.refused('GET', '/api/v1/changes/999999/exposed-staff')).toMatchObject({ status: 404 });
  });

  it('reopens social care by a new certificate alone', async () => {
    const certificate = { ...CERTIFICATE, id: 'Z2', issuedOn: '2026-11-26' };
    const draft = await office.record({ kind: 'certificate_received', certificate });
    const differences = await office.differences(draft!.id);
    expect(differences.map(({ date, effect, tasks }) => `${date} ${effect} ${tasks.join()}`)).toContain(`${TH} served COOK`);
    expect(differences.some(({ date, tasks }) => date === WE && tasks.includes('COOK'))).toBe(false);
  });
});

describe('claims to the state', () => {
  it('S002, S035 have a line for every task given, its code, and what stands in the way', async () => {
    const office = await house.settle(
      storyProvider('CLAIMS', {
        clients: [client(1)],
        staff: [member('N1', 'nurse')],
        shifts: shifts(['N1'], [TU, WE]),
        referrals: [termReferral],
        episodes: [{ id: 'E1', referral: 'F1', startedOn: '2026-10-26', mainTasks: ['WOUND'], additionalTasks: ['VITALS'] }],
        patterns: [pattern('P1', 'C1', ['WOUND', 'VITALS'], { profession: 'nurse', episode: 'E1' })],
        manipulations: [
          {
            ...{ id: 'X1', code: 'TEST-1', name: 'Dressing', task: 'WOUND', professions: ['nurse'], cents: 950 },
            ...{ source: 'a list of this test', checkedOn: '2026-01-05', validFrom: '2026-01-01', validTo: '2026-11-24' },
          },
        ],
      }),
    );
    const manager = await office.colleague('manager');
    const plan = await office.publish(TU, WE);
    const [given] = (await office.stops(plan.id)).filter(({ kind }) => kind === 'visit');
    const at = {
      visit: given.visit,
      staff: (await house.persistence.planReader.routes(office.tenant.providerId, plan.id, TU))[0].staff,
    };
    const id = (n: number): string => `00000000-0000-4000-8000-0000000000${n}`;
    const events = [
      { id: id(10), ...at, kind: 'checked_in', at: given.start },
      { id: id(11), ...at, kind: 'checked_out', at: given.end },
    ];
    house.now = new Date('2026-11-25T20:00:00+02:00');
    await office.visitor.send('POST', '/api/v1/execution-events', { events });
    const claims = await manager.get(`/api/v1/claims?from=${TU}&to=${WE}`, claimsView);
    expect(claims.lines.map(({ task, code, cents, problems }) => [task, code, cents, problems.map((one) => one.code)])).toEqual([
      ['WOUND', 'TEST-1', 950, []],
      ['VITALS', null, null, ['claim.no_code']],
    ]);
    expect(claims.totals).toEqual({ lines: 2, payable: 1, cents: 950 });
    expect(claims.lines[0]).toMatchObject({ clientNumber: 'C1', episode: 'E1', diagnosis: 'L97', staff: 'N1 Staff', date: TU });
    expect(await office.visitor.refused('GET', `/api/v1/claims?from=${TU}&to=${WE}`)).toMatchObject({ status: 403 });
    house.now = new Date('2026-11-20T10:05:00+02:00');
  });
});

describe('care that must begin within hours', () => {
  it('S060, S095 takes a place in the plan in force, and somebody is to see to heating, food and medicines', async () => {
    const office = await house.settle(
      storyProvider('URGENT', {
        clients: [client(1), client(2)],
        staff: [member('S1')],
        shifts: shifts(['S1'], [MO]),
        patterns: [pattern('P1', 'C1', ['CLEAN'])],
      }),
    );
    await office.publish(MO);
    const start = { id: 'HOME', tasks: ['COOK', 'MEDSUP'], durationMinutes: 60, profession: 'carer' };
    const order = { kind: 'urgent_start', client: 'C2', pattern: start, day: MO, from: '11:00', to: '13:00' };
    const draft = await office.record(order);
    expect((await office.differences(draft!.id)).filter(({ effect }) => effect === 'added')).toMatchObject([
      { client: 'Given2 Client2', date: MO, cause: 'direct', change: { kind: 'urgent_start' } },
    ]);
    const stop = (await office.stops(draft!.id)).find(({ tasks }) => tasks.includes('COOK'));
    expect(stop!.start >= `${MO}T09:00:00.000Z` && stop!.start <= `${MO}T11:00:00.000Z`).toBe(true);
    expect(await office.workItems()).toMatchObject([
      { kind: 'prepare_home', client: 'Given2 Client2', dueAt: `${MO}T09:00:00.000Z` },
    ]);
    const wrong = await office.visitor.refused('POST', '/api/v1/changes', {
      ...{ ...order, pattern: { ...start, tasks: ['WOUND'] }, from: '14:00', to: '13:00' },
    });
    expect(wrong.issues.map(({ code, path }) => `${path} ${code}`).sort()).toEqual([
      'pattern.id id.duplicate',
      'pattern.tasks task.profession',
      'to date.order',
    ]);
  });

  it('S060, S064 is reserved when the hospital announces the day, gives way to what is owed, and is real with the discharge', async () => {
    const at = (n: number, time: string) =>
      pattern(`P${n}`, `C${n}`, ['CLEAN'], {
        ...{ from: time, to: time, validFrom: '2026-11-23' },
        weekdays: ['MO', 'TU', 'WE'],
      });
    const office = await house.settle(
      storyProvider('RESERVED', {
        clients: [client(1), client(2), client(3), client(4)],
        staff: [member('S1')],
        shifts: shifts(['S1'], [MO, TU, WE]),
        patterns: [at(1, '09:00'), at(2, '11:00'), at(3, '14:00')],
      }),
    );
    for (const ill of ['C1', 'C3'])
      await office.record({ kind: 'client_away', client: ill, from: '2026-11-18', reason: 'hospital' });
    await office.publish(MO, WE);
    await office.record({ kind: 'discharge_announced', client: 'C1', on: TU });
    const announced = await office.record({ kind: 'discharge_announced', client: 'C3', on: TU });
    const told = async (id: string) =>
      (await office.differences(id))
        .map(({ client: of, date, effect, change }) => `${of} ${date} ${effect} ${change?.kind}`)
        .sort();
    expect(await told(announced!.id)).toEqual(
      [1, 3].flatMap((n) => [TU, WE].map((day) => `Given${n} Client${n} ${day} added discharge_announced`)),
    );
    expect(await office.visitor.send('POST', `/api/v1/plans/${announced!.id}/publish`)).toMatchObject({ status: 200 });
    const held = async (id: string) =>
      (await office.stops(id))
        .filter(({ reserved }) => reserved)
        .map(({ client: of, start }) => `${of} ${start.slice(0, 10)}`)
        .sort();
    const reserved = [1, 3].flatMap((n) => [TU, WE].map((day) => `Given${n} Client${n} ${day}`));
    expect(await held(announced!.id)).toEqual(reserved);
    expect((await office.workItems()).map(({ kind, client: of, dueAt }) => `${kind} ${of} ${dueAt}`).sort()).toEqual(
      ['confirm_discharge', 'prepare_home'].flatMap((kind, n) =>
        [1, 3].map((of) => `${kind} Given${of} Client${of} ${TU}T0${8 - n}:00:00.000Z`),
      ),
    );
    house.now = new Date(`${MO}T10:05:00+02:00`);
    const phone = await office.phone('S1');
    const onPhone = async () =>
      (await phone.get(`/api/v1/my/day?day=${TU}`, myDayView)).routes.flatMap(({ stops }) =>
        stops.flatMap(({ visit }) => (visit === null ? [] : [visit.reserved])),
      );
    expect(await onPhone()).toEqual([true, false, true]);

    // Somebody who needs care at that hour has it; the reservation gives way.
    const start = { id: 'NOW', tasks: ['COOK'], durationMinutes: 60, profession: 'carer' };
    const urgent = { kind: 'urgent_start', client: 'C4', pattern: start, day: TU, from: '09:00', to: '09:00' };
    const displaced = await office.record(urgent);
    expect(await told(displaced!.id)).toEqual([
      `Given1 Client1 ${TU} unserved urgent_start`,
      `Given4 Client4 ${TU} added urgent_start`,
    ]);

    // The discharge makes a place owed like any other, and needs no publication where the plan has one.
    const back = await office.record({ kind: 'client_back', client: 'C1', on: TU });
    expect(await told(back!.id)).toEqual(
      await told(displaced!.id).then(([, added]) => [`Given1 Client1 ${TU} unserved client_back`, added]),
    );
    expect(await held(announced!.id)).toEqual(reserved.filter((one) => one.startsWith('Given3')));
    expect(await onPhone()).toEqual([false, false, true]);
    expect((await office.workItems()).filter(({ kind }) => kind === 'confirm_discharge')).toMatchObject([
      { client: 'Given3 Client3' },
    ]);

    // Nobody has come home by the end of the day: what was held for them is free again, and nobody was to be there.
    house.now = new Date(`${WE}T06:10:00+02:00`);
    await house.runSchedules();
    const lapsed = await office.settled();
    expect((await told(lapsed!.id)).filter((line) => line.startsWith('Given3'))).toEqual([
      `Given3 Client3 ${WE} removed discharge_lapsed`,
    ]);
    const manager = await office.colleague('manager');
    const { rows } = await manager.get(`/api/v1/ledger?from=${TU}&to=${TU}`, ledgerView);
    expect(
      rows.map(({ client: of, planned, notPlanned }) => [of, planned.minutes, notPlanned.map(({ cause }) => cause)]),
    ).toContainEqual(['Given3 Client3', 0, ['in_hospital']]);
    house.now = new Date('2026-11-20T10:05:00+02:00');
  });

  it('S094 waits for the list of medicines where the provider requires one, and is asked for it', async () => {
    const office = await house.settle(
      storyProvider('MEDICINES', {
        clients: [client(1)],
        staff: [member('S1')],
        shifts: shifts(['S1'], [MO]),
        patterns: [pattern('P1', 'C1', ['MEDSUP'])],
      }),
    );
    const manager = await office.colleague('manager');
    const before = await office.visitor.get('/api/v1/legal-practice', legalPractice);
    const readings = { ...before.readings, medicineList: 'require' };
    await manager.send('PUT', '/api/v1/legal-practice', { ...before, readings, reason: 'No list, no pills.' });
    const plan = await office.publish(MO);
    expect((await office.unserved(plan.id))[0].reasons[0].words?.en).toBe(
      'Medicines cannot be supervised without a list of them: get it from the doctor or the client. (S094; without the list visits wait)',
    );
    await house.runSchedules();
    expect(await office.workItems()).toMatchObject([{ kind: 'bring_medicine_list', dueAt: '2026-11-24T15:00:00.000Z' }]);
    const medicine = { id: 'M1', name: 'Metformin', dose: '500 mg', directions: 'with meals', validFrom: '2026-11-20' };
    const draft = await office.record({ kind: 'medicines_received', client: 'C1', medicines: [medicine] });
    expect(await office.differences(draft!.id)).toMatchObject([{ effect: 'served', change: { kind: 'medicines_received' } }]);
    expect(await office.workItems()).toEqual([]);
  });
});

describe('a client’s papers', () => {
  let office: Office;

  beforeAll(async () => {
    const late = { documentsOn: '2026-01-05', decidedOn: '2026-01-20', validFrom: '2026-01-20', ruleSet: undefined };
    office = await house.settle({
      ...storyProvider('PAPERS', {
        municipalities: [{ id: 'SKRIVERI', name: 'Skrīveri', rules: 'skriveri' }],
        clients: [client(1, { municipality: 'SKRIVERI' })],
        certificates: [{ ...CERTIFICATE, acuteInfection: true }],
        decisions: [
          decision('D1', 'C1', ['COOK'], {
            ...{ municipality: 'SKRIVERI', certificate: 'Z1', number: '7/2026', permanent: false, ...late },
          }),
        ],
        consents: [
          { id: 'K0', client: 'C1', direction: 'social_to_health', scope: 'plans', givenOn: '2026-01-02', validTo: '2026-06-30' },
        ],
        staff: [member('S1')],
        shifts: shifts(['S1'], [MO]),
      }),
    });
  });

  it('S037, S039, S057, S137 tell what is wrong with a decision, by when it was due, and what to do', async () => {
    const [check, ...others] = await office.visitor.get('/api/v1/decision-checks?client=C1', decisionCheckView.array());
    expect(others).toEqual([]);
    expect(check).toMatchObject({ number: '7/2026', client: 'C1', severity: 'severe', dueBy: '2026-01-19', validTo: null });
    expect(check.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['decision.decider_missing', 'warning'],
      ['decision.barthel_missing', 'warning'],
      ['decision.contraindication', 'hard'],
      ['decision.end_missing', 'warning'],
      ['decision.late', 'warning'],
    ]);
    expect(check.issues.at(-1)?.words.en).toBe(
      'The decision was due by 19.01.2026 (10 working days), and made on 20.01.2026. (S137)',
    );
  });

  it('S098, S100 have every consent with who wrote it down, and what each who looks may know', async () => {
    const consent = { id: 'K1', client: 'C1', direction: 'health_to_social', scope: 'plans', givenOn: '2026-11-20' };
    await office.record({ kind: 'consent_given', consent });
    const view = await office.visitor.get('/api/v1/clients/C1/consents', clientConsentsView);
    expect(view.consents.map(({ id, state, history }) => [id, state, history.map(({ kind, by }) => `${kind} ${by}`)])).toEqual([
      ['K1', 'in_force', [`consent_given ${office.tenant.email}`]],
      ['K0', 'run_out', []],
    ]);
    const sees = new Map(view.sees.map(({ viewer, facts }) => [viewer, facts]));
    expect(sees.get('social_staff')).toContain('health.schedule');
    expect(sees.get('social_staff')).not.toContain('health.diagnosis');
    expect(sees.get('health_staff')).not.toContain('social.schedule');
    expect(sees.get('other_social_provider')).toEqual(['busy', 'taskClass', 'conflictTag']);
    expect(sees.get('deciding_social_service')).toContain('impairment');
    await office.record({ kind: 'consent_withdrawn', consent: 'K1', on: '2026-11-20' });
    const [first] = (await office.visitor.get('/api/v1/clients/C1/consents', clientConsentsView)).consents;
    expect(first).toMatchObject({ id: 'K1', state: 'withdrawn', history: [{ kind: 'consent_withdrawn' }, {}] });
  });

  it('S099 let the client read who was told, and by whom', async () => {
    const { key } = await office.visitor.post('/api/v1/shared-clients', { client: 'C1' }, sharedClientView);
    await office.visitor.send('DELETE', `/api/v1/shared-clients/${key}`);
    const manager = await office.colleague('manager');
    await manager.send('GET', '/api/v1/clients/C1/export');
    const { entries } = await office.visitor.get('/api/v1/clients/C1/sharing-log', sharingLogView);
    expect(entries.map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual([
      'consent_given nobody',
      'consent_withdrawn nobody',
      'exported asker',
      'shared other_provider',
      'unshared other_provider',
    ]);
    expect(await office.visitor.refused('GET', '/api/v1/clients/C9/sharing-log')).toMatchObject({ status: 404 });
  });

  it('have beside them what the law of working time says of the plans in force', async () => {
    expect(await office.visitor.get(`/api/v1/working-time?from=${MO}&to=${TH}`, workingTimeOfDays)).toEqual([]);
    expect(await office.visitor.refused('GET', `/api/v1/working-time?from=${TH}&to=${MO}`)).toMatchObject({ status: 400 });
  });
});
