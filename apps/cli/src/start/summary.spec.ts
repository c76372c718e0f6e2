import { describe, expect, it } from '@jest/globals';
import type { PlanSummary, RouteView, StopView, UnservedView } from '#contracts';
import { planText } from './summary.js';
import { COLUMNS, daysInWords, failureText, noteText, reasonText, taskName } from './words.js';

/** Riga is two hours ahead of UTC in November. */
const at = (clock: string): string => new Date(`2026-11-23T${clock}:00+02:00`).toISOString();

const plan: PlanSummary = {
  id: '00000000-0000-4000-8000-000000000001',
  version: 1,
  status: 'draft',
  from: '2026-11-23',
  to: '2026-11-23',
  requestedAt: at('00:00'),
  finishedAt: '2026-11-22T22:00:21.500Z',
  progress: null,
  failure: null,
  figures: {
    visits: 5,
    served: 3,
    routes: 2,
    travelSeconds: 3600,
    waitingSeconds: 0,
    serviceSeconds: 3 * 3600,
    jointVisits: 1,
    conflictsAvoided: 2,
    secondsByFunder: { municipality: 5400, client: 1800, state: 3600 },
    cost: 12_345.6,
    iterations: 1000,
    seconds: 20,
  },
  warnings: ['task_rules.unavoidable: 2'],
  basedOn: null,
  profile: null,
  lateChanges: null,
};

const nurseStop: StopView = {
  kind: 'visit',
  visit: 'PULCER-1',
  clientId: 'K1',
  client: 'Anna Kalna',
  address: 'Brīvības iela 1',
  neighbourhood: null,
  position: null,
  tasks: ['PULCER', 'VITALS'],
  funder: 'state',
  arrival: at('08:30'),
  start: at('08:30'),
  end: at('09:30'),
  travelSeconds: 1800,
  part: 1,
  parts: 1,
  reserved: false,
  links: [
    {
      rule: 'PULCER-LINEN-should_overlap',
      effect: 'joined',
      held: true,
      reason: '',
      source: '',
      otherVisit: 'LINEN-1',
      otherStaff: 'Berta Zīle',
      otherStart: at('08:40'),
    },
  ],
};
const carerStop: StopView = {
  ...nurseStop,
  visit: 'LINEN-1',
  tasks: ['LINEN'],
  start: at('08:40'),
  end: at('10:40'),
  links: [{ ...nurseStop.links[0], otherVisit: 'PULCER-1', otherStaff: 'Māra Roze', otherStart: at('08:30') }],
};
const pause: StopView = { ...nurseStop, kind: 'break', visit: 'B', tasks: [], links: [], start: at('10:00'), end: at('11:00') };

const nurse: RouteView = {
  shift: 'S1',
  staff: 'D1',
  staffName: 'Māra Roze',
  profession: 'nurse',
  mode: 'car',
  date: '2026-11-23',
  shiftStart: at('08:00'),
  shiftEnd: at('12:00'),
  departure: at('08:00'),
  return: at('11:15'),
  base: null,
  travelSeconds: 1800,
  waitingSeconds: 0,
  serviceSeconds: 3600,
  stops: [nurseStop, pause],
};
const carer: RouteView = {
  ...nurse,
  shift: 'S2',
  staff: 'D2',
  staffName: 'Berta Zīle',
  profession: 'carer',
  serviceSeconds: 7200,
  stops: [carerStop],
};
const van: RouteView = { ...carer, profession: 'van_crew', stops: [carerStop, carerStop, carerStop] };

const leftOut = (...reasons: UnservedView['reasons']): UnservedView => ({
  visit: 'V',
  clientId: 'K1',
  client: 'Anna Kalna',
  address: 'Brīvības iela 1',
  neighbourhood: null,
  position: { latitude: 56.95, longitude: 24.1 },
  date: '2026-11-23',
  tasks: ['BATH'],
  funder: 'municipality',
  windows: [],
  priority: 1,
  reasons,
});
const unserved = [
  leftOut({ code: 'NO_ROOM', params: { staff: 3 } }),
  leftOut({ code: 'NO_ONE_PRACTISES', params: { profession: 'nurse' } }),
];

describe('planText', () => {
  const text = planText(plan, [carer, nurse], unserved);

  it('gives figures, staff, reasons and a route in clock times', () => {
    expect(text.split('\n')).toEqual([
      '  ── Monday 23 November 2026 ────────────────────────────────────────────────── planned in 21.5 s ──',
      '',
      '    Served    3 of 5 visits (60.0 %) on 2 routes',
      '    Care      3.0 h: municipality 1.5 h, clients 0.5 h, state 1.0 h',
      '    Travel    1.0 h, 25.0 % of working time; waiting 0.0 h',
      '    Together  1 joint visit; 2 conflicts avoided',
      '    Search    1,000 iterations in 20.0 s, cost 12,346',
      '    Left out  2 visits, because',
      '             1  nobody at work may practise the profession that is needed: nurse',
      '             1  those who could come are fully booked at that time, or too far away',
      '',
      '    Staff                             routes   stops        care      travel     waiting utilisation',
      '    carer                                  1       1       2.0 h       0.5 h       0.0 h      62.5 %',
      '    nurse                                  1       1       1.0 h       0.5 h       0.0 h      50.0 %',
      '    all                                    2       2       3.0 h       1.0 h       0.0 h      57.1 %',
      '',
      "    A nurse's route on Monday 23 November 2026, by car",
      '      08:00        sets out',
      '      08:30-09:30  pressure ulcer dressing, vital signs check [1] carer 08:40-10:40',
      '      10:00-11:00  break',
      '      11:15        is back',
      '      [1] together: pressure ulcer dressing, bed linen change (PULCER-LINEN-should_overlap)',
      '',
      '    Note: 2 pairs of visits whose windows do not let a wish of the rules come true',
    ]);
  });

  it('names nobody and no place', () => {
    expect(text).not.toMatch(/Anna|Kalna|Roze|Zīle|Brīvības/);
  });

  it('shows a nurse or a carer before others with more stops', () => {
    expect(planText(plan, [van, carer], [])).toContain("A carer's route");
    expect(planText(plan, [van], [])).toContain("A bath van crew's route");
  });

  it('keeps to its columns whatever a visit holds, and explains each rule once', () => {
    const tasks = ['MEDSUP', 'TRANSFER', 'INCONT', 'BEDBATH', 'POSITION', 'DRESS', 'COOK', 'FEED'];
    const links = ['BATH-WOUND-conflict', 'MEDSUP-MEDSUP-min_gap-tid', 'INSULIN-FEED-precede'].flatMap((rule) =>
      Array.from({ length: 3 }, () => ({ ...nurseStop.links[0], rule, effect: 'parted' as const, held: false })),
    );
    const long = planText(plan, [{ ...nurse, stops: [{ ...nurseStop, tasks, parts: 2, links }, carerStop] }], unserved);
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThanOrEqual(COLUMNS);
    expect(long).toContain('positioning in bed');
    expect(long).toContain('(2 people)');
    expect(long.match(/BATH-WOUND-conflict/g)).toHaveLength(1);
    expect(long).toContain('[2] 240 min between one medication supervision and the next (MEDSUP-MEDSUP-min_gap-tid)');
  });

  it('says nothing of a plan without figures, and shows one without routes', () => {
    expect(planText({ ...plan, figures: null }, [], [])).toBe('');
    expect(
      planText({ ...plan, warnings: [] }, [], [])
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe('    Left out  nothing');
  });
});

describe('words', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 'Monday 23 November 2026'],
    ['2026-11-23', '2026-11-29', 'Week of Monday 23 November 2026'],
    ['2026-11-23', '2026-11-24', 'Monday 23 November 2026 to Tuesday 24 November 2026'],
  ])('of %s to %s are %s', (from, to, words) => {
    expect(daysInWords(from, to)).toBe(words);
  });

  it.each([
    ['BEDBATH', 'bed bath'],
    ['GPVISIT', 'GP visit and opinion'],
    ['NEWTASK', 'NEWTASK'],
  ])('of task %s are %s', (code, words) => {
    expect(taskName(code)).toBe(words);
  });

  it('keep what is not known visible', () => {
    expect(reasonText({ code: 'NEW_REASON', params: {} })).toBe('reason NEW_REASON');
    expect(reasonText(undefined)).toBe('no reason is given');
    expect(noteText('new.warning: 3')).toBe('new.warning: 3');
    expect(failureText('plan.new')).toBe('Reason: plan.new.');
    expect(failureText('plan.broken_rules: OVERLAP 1')).toContain('(OVERLAP 1)');
  });
});
