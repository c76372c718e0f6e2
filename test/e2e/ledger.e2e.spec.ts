import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import {
  billingCheckView,
  claimsView,
  clientPayersView,
  confirmationLimits,
  eventsRecorded,
  exceptionsView,
  executionEventView,
  forecastView,
  growthView,
  hourCostsView,
  invoiceDocumentView,
  invoiceLineView,
  invoiceView,
  ledgerGroup,
  ledgerOverview,
  ledgerView,
  ledgerVisitView,
  payersView,
  payrollView,
  planSummary,
  qualityView,
  type ExceptionsView,
  type GrowthView,
} from '#contracts';
import { House, type Office } from './house.js';
import { DAY, smallProvider } from './small-provider.js';
import { client, decision, member, pattern, shifts, storyProvider } from './story-provider.js';
import type { Visitor } from './visitor.js';

const MONTH = 'from=2026-11-01&to=2026-11-30';
const PRICES = { id: 'P1', municipality: 'RIGA', payer: 'municipality' as const, centsPerHour: 444, validFrom: '2020-01-01' };

let house: House;
let office: Office;
let manager: Visitor;

/** A Tuesday planned and published; the manager looks at it on the Thursday after. */
beforeAll(async () => {
  house = await House.open('2026-11-23T08:00:00+02:00');
  office = await house.settle({ ...smallProvider('LEDGER'), prices: [PRICES] });
  manager = await office.colleague('manager');
  await office.publish(DAY);
  house.now = new Date('2026-11-26T08:00:00+02:00');
}, 120_000);

afterAll(() => house?.close());

const exceptions = (more = ''): Promise<ExceptionsView> => manager.get(`/api/v1/exceptions?${MONTH}${more}`, exceptionsView);

describe('from the published plan to the invoice', () => {
  it('is a manager’s to see and to bill', async () => {
    expect(await office.visitor.refused('GET', `/api/v1/ledger?${MONTH}`)).toMatchObject({ status: 403, code: 'session.role' });
    expect(await office.visitor.refused('POST', '/api/v1/billing-runs', { from: DAY, to: DAY })).toMatchObject({ status: 403 });
    expect(await manager.refused('GET', '/api/v1/ledger?from=2026-11-30&to=2026-11-01')).toMatchObject({
      status: 400,
      issues: [{ code: 'billing.range', path: 'to' }],
    });
  });

  it('counts what was reported, bills it once and corrects it by a credit line', async () => {
    const [plan] = await manager.get('/api/v1/plans', planSummary.array());
    const routes = await house.persistence.planReader.routes(office.tenant.providerId, plan.id, DAY);
    const route = routes.find(({ stops }) => stops.some(({ tasks }) => tasks.includes('BATH')));
    const bath = route?.stops.find(({ tasks }) => tasks.includes('BATH'));
    if (!route || !bath) throw new Error('no bath in the plan');
    const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
    const report = (events: object[]) => office.visitor.post('/api/v1/execution-events', { events }, eventsRecorded);
    const stay = [
      { id: id(1), visit: bath.visit, staff: route.staff, kind: 'checked_in', at: bath.start },
      { id: id(2), visit: bath.visit, staff: route.staff, kind: 'checked_out', at: bath.end },
    ];
    expect([await report(stay), await report(stay)]).toEqual([
      { recorded: 2, repeated: 0 },
      { recorded: 0, repeated: 2 },
    ]);
    // Nothing was said of the bath itself: nobody pays before somebody has looked.
    const run = () => manager.post('/api/v1/billing-runs', { from: '2026-11-01', to: '2026-11-25' }, invoiceView.array());
    expect(await run()).toEqual([]);
    const unconfirmed = await manager.get(`/api/v1/ledger?${MONTH}&by=month&kind=decision`, ledgerView);
    expect(unconfirmed.rows[0].notBilled).toMatchObject([{ cause: 'not_confirmed', minutes: 45, cents: 333 }]);
    expect(await exceptions()).toMatchObject({
      ...{ confirmed: 0, acknowledged: 0 },
      visits: expect.arrayContaining([
        expect.objectContaining({
          ...{ visit: bath.visit, account: '17/2026', events: 2 },
          reasons: [{ code: 'tasks_open', actual: 1, limit: 0 }],
        }),
      ]),
    });
    const confirm = (events: number, visitor = manager) =>
      visitor.send('POST', '/api/v1/confirmations', { visits: [{ visit: bath.visit, events }], note: 'asked her' });
    expect((await confirm(2, office.visitor)).status).toBe(403);
    // Looked at before the last report: that is something else.
    expect([(await confirm(1)).body, (await confirm(2)).body, (await confirm(2)).body]).toEqual(
      [0, 1, 0].map((acknowledged) => ({ acknowledged })),
    );
    expect(await exceptions('&state=acknowledged')).toMatchObject({ acknowledged: 1, visits: [{ visit: bath.visit }] });
    // 45 minutes at 4.44 EUR: 3.33, of which the client's 25 per cent are 0.83.
    expect((await run()).map(({ funder, minutes, cents }) => [funder, minutes, cents]).sort()).toEqual([
      ['client', 11, 83],
      ['municipality', 34, 250],
    ]);
    expect(await run()).toEqual([]);
    const early = new Date(Date.parse(bath.end) - 15 * 60_000).toISOString();
    await report([{ id: id(3), visit: bath.visit, staff: route.staff, kind: 'checked_out', at: early, corrects: id(2) }]);
    // Something was reported since: it is looked at anew, and what was billed stays meanwhile.
    expect([await run(), (await exceptions()).visits.map(({ visit }) => visit)]).toEqual([
      [],
      expect.arrayContaining([bath.visit]),
    ]);
    await report([{ id: id(4), visit: bath.visit, staff: route.staff, kind: 'task_done', task: 'BATH', at: early }]);
    expect(await exceptions()).toMatchObject({ confirmed: 1 });
    const credits = await run();
    expect(credits.map(({ funder, minutes, cents }) => [funder, minutes, cents]).sort()).toEqual([
      ['client', -3, -27],
      ['municipality', -12, -84],
    ]);
    const [line] = await manager.get(`/api/v1/invoices/${credits[0].id}/lines`, invoiceLineView.array());
    expect(line).toMatchObject({ account: '17/2026', date: DAY, cause: 'corrected' });
    const { rows } = await manager.get(`/api/v1/ledger?${MONTH}&by=month&kind=decision`, ledgerView);
    expect(rows).toMatchObject([
      {
        number: '17/2026',
        planned: { minutes: 45, cents: 333 },
        delivered: { minutes: 30, cents: 222 },
        billed: { minutes: 30, cents: 222, municipality: 166, client: 56 },
        notDelivered: [{ cause: 'left_early', minutes: 15, cents: 111 }],
        notBilled: [],
      },
    ]);
    expect(await manager.get(`/api/v1/execution-events?from=${DAY}&to=${DAY}`, executionEventView.array())).toHaveLength(4);
  });

  it('tells who pays what, how the month will end, and every visit behind a row', async () => {
    const groups = await manager.get(`/api/v1/ledger/groups?${MONTH}&group=funder`, ledgerGroup.array());
    const billed = groups.map(({ name, billed: { minutes, cents } }) => [name, minutes, cents]);
    expect(billed.filter(([, , cents]) => cents !== 0)).toEqual([
      ['municipality', 22, 166],
      ['client', 8, 56],
    ]);
    const by = await manager.get(`/api/v1/ledger/groups?${MONTH}&group=district`, ledgerGroup.array());
    const { rows, totals } = await manager.get(`/api/v1/ledger?${MONTH}`, ledgerView);
    expect(by.map(({ name, delivered }) => [name, delivered])).toEqual([['', totals[0].delivered]]);
    const { account } = rows.find(({ number }) => number === '17/2026') as (typeof rows)[number];
    const forecast = await manager.get(`/api/v1/ledger/forecast?${MONTH}`, forecastView);
    const overview = await manager.get(`/api/v1/ledger/overview?${MONTH}`, ledgerOverview);
    expect(overview).toMatchObject({ ledger: { rows, totals }, forecast, groups: { funder: groups, district: by } });
    const { accounts } = forecast;
    // One Tuesday is over: 30 of its 45 minutes were given; no further one is in the month.
    expect(accounts.find((one) => one.account === account)).toMatchObject({
      ...{ granted: rows.find((row) => row.account === account)?.granted.minutes, delivered: 30, ahead: 0, expected: 30 },
      ...{ outlook: 'under', exhaustedOn: null, endsOn: null, runsOut: false },
    });
    const visits = await manager.get(`/api/v1/ledger/${account}/visits?${MONTH}`, ledgerVisitView.array());
    expect(visits.filter(({ planned }) => planned > 0)).toMatchObject([
      { date: DAY, ordered: 45, planned: 45, delivered: 30, billed: 30, cents: 222, confirmed: true },
    ]);
    expect(visits.flatMap(({ causes }) => causes)).toContainEqual({
      ...{ cause: 'left_early', side: 'provider', minutes: 15, cents: 111 },
    });
    expect(await office.visitor.refused('GET', `/api/v1/ledger/forecast?${MONTH}`)).toMatchObject({ status: 403 });
  });

  it('has a document in every form with the same sums, and tells beforehand what a run would do', async () => {
    const invoices = await manager.get(`/api/v1/invoices?${MONTH}`, invoiceView.array());
    const issued = invoices.find(({ funder, cents }) => funder === 'client' && cents > 0) as (typeof invoices)[number];
    const path = `/api/v1/invoices/${issued.id}/document`;
    const document = await manager.get(path, invoiceDocumentView);
    expect(document).toMatchObject({
      ...{ kind: 'invoice', minutes: 11, cents: 83, payer: 'GivenC1 FamilyC1' },
      rows: [
        { account: '17/2026', client: 'GivenC1 FamilyC1', tasks: ['BATH'], centsPerHour: 444, lines: 1, minutes: 11, cents: 83 },
      ],
    });
    expect(document.reasons[0].en).toMatch(/75/);
    const file = async (form: string) =>
      Buffer.from(await (await fetch(`${house.address}${path}.${form}`, session)).arrayBuffer());
    const session = { headers: { cookie: manager.cookies } };
    const pdf = await file('pdf?language=ru');
    expect([pdf.subarray(0, 5).toString(), pdf.includes('DejaVuSans'), pdf.length > 10_000]).toEqual(['%PDF-', true, true]);
    const sheet = await readSheet(await file('xlsx'), 'document');
    expect(sheet.at(-1)?.slice(-3)).toEqual([1, 11, 83]);
    expect((await readSheet(await file('xlsx'), 'lines'))[1].slice(1, 5)).toEqual([DAY, '17/2026', 11, 83]);
    expect(
      String(await file('csv'))
        .trim()
        .split('\r\n')
        .at(-1),
    ).toBe('total,,,,,,,1,11,83');
    const statement = invoices.find(({ funder, cents }) => funder === 'municipality' && cents > 0)?.id;
    const other = await manager.get(`/api/v1/invoices/${statement}/document`, invoiceDocumentView);
    expect([other.kind, other.rows[0].client, other.reasons]).toEqual(['statement', null, []]);
    const check = await manager.get('/api/v1/billing-runs/check?from=2026-11-01&to=2026-11-25', billingCheckView);
    expect([check.asks, check.leaves.filter(({ cents }) => cents !== 0)]).toEqual([[], []]);
  });

  it('pays care as delivered and ways as planned, by the model the provider has chosen', async () => {
    const payroll = () => manager.get(`/api/v1/payroll?${MONTH}`, payrollView);
    const [first] = (await payroll()).rows.filter(({ careMinutes }) => careMinutes > 0);
    expect(first.careMinutes).toBe(30);
    expect(first.paidMinutes).toBe(30 + first.travelMinutes + first.waitingMinutes);
    expect((await manager.send('PUT', '/api/v1/pay-model', { model: 'care' })).status).toBe(200);
    const { model, rows } = await payroll();
    expect([model, rows.find(({ number }) => number === first.number)?.paidMinutes]).toEqual(['care', 30]);
    const { body } = await manager.send('GET', `/api/v1/payroll.csv?${MONTH}`);
    expect(String(body).split('\r\n')[0]).toMatch(/^number,staff,pay_model,days,.*,paid_minutes$/);
  });

  it('has limits of its own, which decide what is looked at', async () => {
    const limits = await manager.get('/api/v1/confirmation-limits', confirmationLimits);
    expect(limits).toMatchObject({ shorterMinutes: 15, placeMetres: 200 });
    const put = (visitor: Visitor) => visitor.send('PUT', '/api/v1/confirmation-limits', { ...limits, shorterMinutes: 14 });
    expect([(await put(office.visitor)).status, (await put(manager)).status]).toEqual([403, 200]);
    const { visits } = await exceptions();
    expect(visits.flatMap(({ reasons }) => reasons)).toContainEqual({ code: 'shorter', actual: 15, limit: 14 });
    expect((await manager.send('PUT', '/api/v1/confirmation-limits', limits)).status).toBe(200);
  });

  it('leaves the house without names and without what tells of somebody’s health', async () => {
    const { headers, body } = await manager.send('GET', `/api/v1/ledger.csv?${MONTH}`);
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
    const [head, row] = String(body).split('\r\n');
    expect(head).toMatch(/^kind,number,client_id,municipality,from,to,granted_minutes,granted_cents,/);
    expect(row).toMatch(/^decision,17\/2026,C1,Riga,2026-11-01,2026-11-30,\d+,\d+,45,333,30,222,30,222,/);
    expect(String(body)).not.toMatch(/FamilyC1|hospital|contraindication/);
  });
});

describe('the claim list for the state', () => {
  it('S002, S035 names every service given by its code of the list, and says what is missing where the list has none', async () => {
    const file = storyProvider('STATE', {
      clients: [client(1)],
      staff: [member('N1', 'nurse')],
      shifts: shifts(['N1'], [DAY]),
      referrals: [
        {
          ...{
            id: 'F1',
            client: 'C1',
            kind: 'chronic_mobility',
            issuedOn: '2026-10-26',
            issuerRole: 'gp',
            issuer: 'Dr. Kalns',
          },
          ...{ careDiagnosis: 'L97', mobilityDiagnosis: 'I69.3' },
        },
      ],
      episodes: [{ id: 'E1', referral: 'F1', startedOn: '2026-10-26', mainTasks: ['WOUND'], additionalTasks: ['VITALS'] }],
      patterns: [pattern('P1', 'C1', ['WOUND', 'VITALS'], { profession: 'nurse', episode: 'E1', weekdays: ['TU'] })],
      prices: [{ id: 'ST', municipality: 'RIGA', payer: 'state', centsPerHour: 1500, validFrom: '2020-01-01' }],
      manipulations: [
        {
          ...{ id: 'X1', code: 'TEST-1', name: 'Dressing', task: 'WOUND', professions: ['nurse'], cents: 950 },
          ...{ source: 'a list of this test', checkedOn: '2026-01-05', validFrom: '2026-01-01' },
        },
      ],
    });
    const claims = await house.settle(file);
    const boss = await claims.colleague('manager');
    const day = house.now;
    house.now = new Date('2026-11-23T08:00:00+02:00');
    const plan = await claims.publish(DAY);
    house.now = day;
    const [route] = await house.persistence.planReader.routes(claims.tenant.providerId, plan.id, DAY);
    const { visit, start, end } = route.stops.find(({ kind }) => kind === 'visit') as (typeof route.stops)[number];
    const at = { visit, staff: route.staff };
    const event = (n: number, kind: string, rest: object) => ({
      id: `00000000-0000-4000-8000-00000000002${n}`,
      ...at,
      kind,
      ...rest,
    });
    const events = [
      event(0, 'checked_in', { at: start }),
      event(1, 'checked_out', { at: end }),
      event(2, 'task_done', { task: 'WOUND', at: end }),
      event(3, 'task_done', { task: 'VITALS', at: end }),
    ];
    await claims.visitor.post('/api/v1/execution-events', { events }, eventsRecorded);
    const [bill] = await boss.post('/api/v1/billing-runs', { from: DAY, to: DAY }, invoiceView.array());
    expect(bill).toMatchObject({ funder: 'state', minutes: 60, cents: 1500 });
    const path = `/api/v1/invoices/${bill.id}/document`;
    const { kind, services } = await boss.get(path, invoiceDocumentView);
    expect([kind, services.map(({ task, code, times, cents }) => [task, code, times, cents])]).toEqual([
      'claim',
      [
        ['VITALS', null, 1, null],
        ['WOUND', 'TEST-1', 1, 950],
      ],
    ]);
    expect(services.map(({ missing }) => missing.map(({ en }) => en))).toEqual([
      ['The list of manipulations has no code for this task on that day: complete the list. (S035)'],
      [],
    ]);
    expect(String((await boss.send('GET', `${path}.csv`)).body).split('\r\n')[1]).toBe(
      `${bill.number},E1,C1,VITALS WOUND,TEST-1,1500,,1,60,1500`,
    );
    const session = { headers: { cookie: boss.cookies } };
    const workbook = await (await fetch(`${house.address}${path}.xlsx`, session)).arrayBuffer();
    expect((await readSheet(Buffer.from(workbook), 'services'))[2]).toEqual([
      'E1',
      'C1',
      'WOUND',
      'TEST-1',
      'Dressing',
      1,
      950,
      950,
      null,
    ]);
    // A newer list changes what is to be claimed from now on, and nothing that was issued.
    const manipulations = [{ ...file.manipulations[0], code: 'TEST-2', cents: 999 }];
    await house.persistence.providers.write({ ...file, manipulations });
    const { lines } = await boss.get(`/api/v1/claims?from=${DAY}&to=${DAY}`, claimsView);
    expect(lines.map(({ code }) => code)).toEqual(['TEST-2', null]);
    expect((await boss.get(path, invoiceDocumentView)).services).toEqual(services);
  });
});

describe('what leaves the house', () => {
  it('S098, S099 names no client to another program, and no cause that tells of somebody’s health', async () => {
    const hospital = { kind: 'client_away', client: 'C1', from: '2026-11-17', to: '2026-11-17', reason: 'hospital' };
    expect(await office.visitor.send('POST', '/api/v1/changes', hospital)).toMatchObject({ status: 201 });
    const program = await office.program(['ledger.read']);
    const [own, theirs] = await Promise.all([manager, program].map((one) => one.get(`/api/v1/ledger?${MONTH}`, ledgerView)));
    const causes = (view: typeof own) =>
      new Set(view.rows.flatMap(({ notPlanned, notDelivered }) => [...notPlanned, ...notDelivered].map(({ cause }) => cause)));
    expect([...causes(own)]).toContain('in_hospital');
    expect([...causes(theirs)].filter((cause) => !['client', 'provider', 'grant', 'billing'].includes(cause))).toEqual([]);
    expect(new Set(theirs.rows.map(({ client: name }) => name))).toEqual(new Set(['']));
    expect(theirs.totals.map(({ delivered, billed }) => [delivered, billed])).toEqual(
      own.totals.map(({ delivered, billed }) => [delivered, billed]),
    );
  });
});

describe('who pays and why', () => {
  it('S054, S118, S119, S122-S128, S155 follows the client’s means and status by day, in plain words', async () => {
    const payers = await house.settle({
      ...storyProvider('PAYERS', {
        clients: [client(1)],
        decisions: [{ ...decision('D1', 'C1', ['CLEAN']), municipalityPercent: undefined, ruleSet: 'riga-2020' }],
        means: [
          { id: 'M1', client: 'C1', validFrom: '2026-11-02', validTo: '2026-11-08', members: 1, monthlyCents: [40_000] },
          { id: 'M2', client: 'C1', validFrom: '2026-11-09', members: 2, monthlyCents: [90_000] },
        ],
        needy: [{ id: 'N1', client: 'C1', validFrom: '2026-11-16' }],
        informalCarers: [
          {
            ...{ id: 'I1', client: 'C1', name: 'Ilze', relation: 'daughter', minutesPerWeek: 300, paidByMunicipality: true },
            ...{ accountNamed: true, signedBy: 'client' },
          },
          { id: 'I2', client: 'C1', name: 'Jānis', relation: 'son', minutesPerWeek: 60, paidByMunicipality: true },
        ],
        prices: [PRICES],
      }),
    });
    const boss = await payers.colleague('manager');
    const { rows } = await boss.get('/api/v1/ledger?from=2026-11-01&to=2026-11-22&kind=decision', ledgerView);
    const path = `/api/v1/ledger/${rows[0].account}/payers?from=2026-11-01&to=2026-11-22`;
    const { spans, relatives } = await boss.get(path, payersView);
    expect(
      spans.map(({ from, to, municipality, client: own, reasons }) => [from, to, municipality, own, reasons[0].code]),
    ).toEqual([
      ['2026-11-01', '2026-11-01', 0, 444, 'funding.client'],
      ['2026-11-02', '2026-11-08', 444, 0, 'funding.within'],
      // Twenty euros a month above the limit, of 228.36 that 12 hours a week cost.
      ['2026-11-09', '2026-11-15', 405, 39, 'funding.partly'],
      ['2026-11-16', '2026-11-22', 444, 0, 'funding.needy'],
    ]);
    expect(spans[1].reasons[0].words.en).toBe(
      'The income of EUR 400.00 per family member and month is not above EUR 430.00; the municipality pays.',
    );
    expect(relatives.map(({ name, centsPerMonth, reasons }) => [name, centsPerMonth, reasons.map(({ code }) => code)])).toEqual([
      ['Ilze', null, ['support.over_limit']],
      ['Jānis', null, ['support.over_limit', 'support.account_missing', 'support.signature']],
    ]);
    const earlier = await boss.get(path.replace('to=2026-11-22', 'to=2026-11-08'), payersView);
    expect(earlier.relatives.map(({ centsPerMonth }) => centsPerMonth)).toEqual([2846, null]);
    const ofClient = await boss.get('/api/v1/clients/C1/payers?from=2026-11-01&to=2026-11-22', clientPayersView);
    expect(ofClient.map(({ kind, number }) => [kind, number])).toEqual([
      ['decision', 'D1/2026'],
      ['private', 'C1'],
    ]);
    expect(ofClient[0].spans).toEqual(spans);
    expect(await boss.refused('GET', '/api/v1/clients/C9/payers?from=2026-11-01&to=2026-11-22')).toMatchObject({ status: 404 });
    expect(await manager.refused('GET', path)).toMatchObject({ status: 404 });
    expect(await payers.visitor.refused('GET', path)).toMatchObject({ status: 403 });
  });
});

describe('more clients', () => {
  it('are planned by a job of their own, and nothing of it is anybody’s', async () => {
    const { providerId } = office.tenant;
    const before = await house.persistence.providers.overview(providerId);
    const plans = await office.plans();
    const { id } = await manager.post('/api/v1/growth', { clients: 3, mix: 'all', from: '2026-11-23' }, growthView);
    const study = (): Promise<GrowthView> => manager.get(`/api/v1/growth/${id}`, growthView);
    let view = await study();
    while (view.status === 'requested' || view.status === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 100));
      view = await study();
    }
    expect(view).toMatchObject({ status: 'done', share: 1, result: { clientsNow: 3, clients: 3 } });
    const [{ seed, cells, professions }, ...further] = view.result?.draws ?? [];
    expect([seed, further.map((draw) => draw.seed)]).toEqual([1, [2, 3]]);
    const nothing = { district: '', shifts: 0, beyond: 0 };
    // Each of the three twice, with all they have; of physiotherapists there is none, so that no shift is like theirs.
    expect(cells).toEqual([
      { ...nothing, profession: 'carer', part: 'morning', needNow: 135, coveredNow: 135, need: 270, covered: 270 },
      { ...nothing, profession: 'nurse', part: 'morning', needNow: 45, coveredNow: 45, need: 90, covered: 90 },
      { ...nothing, profession: 'physio', part: 'morning', needNow: 45, coveredNow: 0, need: 90, covered: 0, beyond: 90 },
    ]);
    expect(professions.find(({ profession }) => profession === 'physio')).toMatchObject({ shiftsPerPerson: 0, people: 0 });
    const csv = String((await manager.send('GET', `/api/v1/growth/${id}/result.csv`)).body);
    expect(csv.trim().split(/\r?\n/)).toHaveLength(1 + 3 * cells.length);
    expect(csv).toContain('3,physio,,morning,45,0,90,0,90,0,90');
    const session = { headers: { cookie: manager.cookies } };
    const workbook = await (await fetch(`${house.address}/api/v1/growth/${id}/result.xlsx`, session)).arrayBuffer();
    const people = await readSheet(Buffer.from(workbook), 'people');
    expect(people).toContainEqual(['carer', 0, 0, 0, 0, 0, 0]);
    expect(await house.persistence.providers.overview(providerId)).toEqual(before);
    expect(await office.plans()).toEqual(plans);
    expect(await manager.refused('POST', `/api/v1/growth/${id}/stop`)).toMatchObject({ status: 404 });
  });
});

describe('what a working hour costs', () => {
  it('is kept by profession, and the cost of an hour at clients is told once all that worked are known', async () => {
    const costs = (carer: number | null, nurse: number | null) => ({
      costs: [
        { profession: 'carer', cents: carer },
        { profession: 'nurse', cents: nurse },
      ],
    });
    expect(await manager.get('/api/v1/hour-costs', hourCostsView)).toEqual(costs(null, null));
    const cost = async () => (await manager.get(`/api/v1/quality?from=${DAY}&to=${DAY}`, qualityView)).total;
    await manager.send('PUT', '/api/v1/hour-costs', costs(900, null));
    expect((await cost()).costPerHour).toBeNull();
    await manager.send('PUT', '/api/v1/hour-costs', costs(900, 900));
    const { costPerHour, minutesPerHour } = await cost();
    // One price for all: working minutes for each hour delivered, at fifteen cents.
    expect(Math.abs((costPerHour ?? 0) - 15 * (minutesPerHour ?? 0))).toBeLessThanOrEqual(15);
    expect(await manager.get('/api/v1/hour-costs', hourCostsView)).toEqual(costs(900, 900));
  });
});
