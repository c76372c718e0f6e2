import { describe, expect, it } from '@jest/globals';
import { mergeGaps } from './amount.js';
import type { LedgerCause } from './causes.js';
import { ACCOUNT, clock, day, event, facts, line, MONDAY, stay, visit } from './facts.fixture.js';
import { keepLedger, type LedgerEntry } from './keep-ledger.js';
import type { LedgerFacts, LedgerVisit } from './ledger-facts.js';
import { ledgerRows, ledgerTotal } from './ledger-table.js';

type Gaps = Partial<Record<LedgerCause, number>>;

const minutes = ({ granted, planned, delivered, billed }: LedgerEntry): readonly number[] =>
  [granted, planned, delivered, billed].map((cell) => cell.minutes);
const cents = ({ granted, planned, delivered, billed }: LedgerEntry): readonly number[] =>
  [granted, planned, delivered, billed].map((cell) => cell.cents);
const gapsOf = (gaps: LedgerEntry['notPlanned']): Gaps =>
  Object.fromEntries(mergeGaps(gaps).map((gap) => [gap.cause, gap.minutes]));
const week = (more: Partial<LedgerFacts>): LedgerEntry => ledgerTotal(keepLedger(facts(more)));

describe('granted less planned', () => {
  const other = { unserved: null, planned: [], date: day(1), key: 'W' };
  const account = (more: object): Partial<LedgerFacts> => ({ accounts: [{ ...ACCOUNT, ...more }] });

  it.each<[string, Partial<LedgerFacts>, readonly number[], Gaps]>([
    ['nothing shaped', { visits: [] }, [210, 0], { not_shaped: 210 }],
    ['one visit', { visits: [visit()] }, [210, 60], { not_shaped: 150 }],
    [
      'a rest shorter than any visit',
      { ...account({ grants: grant(70) }), visits: [visit()] },
      [70, 60],
      { shaping_rounding: 10 },
    ],
    [
      'a relative gives 90 minutes (S129)',
      { ...account({ informalMinutesPerWeek: 90 }), visits: [visit()] },
      [210, 60],
      { informal_carer: 90, not_shaped: 60 },
    ],
    ['a relative gives everything (S129)', { ...account({ informalMinutesPerWeek: null }) }, [210, 0], { informal_carer: 210 }],
    ['planned beyond the grant', { ...account({ grants: grant(50) }), visits: [visit()] }, [50, 60], { above_grant: -10 }],
    [
      'left out for want of staff',
      { visits: [visit(), visit({ ...other, unserved: ['NO_ROOM'] })] },
      [210, 60],
      { not_shaped: 90, no_staff: 60 },
    ],
    [
      'left out by a rule',
      { visits: [visit({ ...other, unserved: ['NEEDS_OTHER_VISIT'] })] },
      [210, 0],
      { not_shaped: 150, rule_forbids: 60 },
    ],
    ['called off', { visits: [visit({ ...other, hold: 'refused' })] }, [210, 0], { not_shaped: 150, refused: 60 }],
    ['a day nobody has planned', { visits: [visit(other)] }, [210, 0], { not_shaped: 150, not_planned: 60 }],
    [
      'a pattern younger than the plan',
      { visits: [visit({ ...other, date: MONDAY })] },
      [210, 0],
      { not_shaped: 150, added_later: 60 },
    ],
    [
      'in hospital from Tuesday',
      { ...account({ holds: [hold(day(1), 'in_hospital')] }), visits: [visit(), visit(other)] },
      [210, 60],
      { not_shaped: 90, in_hospital: 60 },
    ],
    [
      'a contraindication before anything else (S039)',
      { ...account({ holds: [hold(day(1), 'contraindication')] }), visits: [visit({ ...other, unserved: ['NO_ROOM'] })] },
      [210, 0],
      { not_shaped: 150, contraindication: 60 },
    ],
    [
      'a decision from Wednesday: 5/7 of 210',
      { ...account({ grants: grant(210, day(2)) }), visits: [visit()] },
      [150, 60],
      { not_shaped: 150, outside_grant: -60 },
    ],
  ])('%s', (_, more, columns, causes) => {
    const total = week(more);
    expect(minutes(total).slice(0, 2)).toEqual(columns);
    expect(gapsOf(total.notPlanned)).toEqual(causes);
  });

  it('of an episode is what was ordered and not planned: a lapsed term, a shorter visit (S030-S033)', () => {
    const episode = { ...ACCOUNT, kind: 'episode' as const, grants: [{ from: MONDAY, to: null, allows: 'ordered' as const }] };
    const total = week({
      accounts: [{ ...episode, payers: [{ from: MONDAY, to: null, payer: 'state' }], holds: [hold(day(1), 'term_lapsed')] }],
      visits: [visit({ ordered: 75 }), visit(other)],
      prices: [{ id: 'N', municipalityId: null, payer: 'state', centsPerHour: 1000, from: MONDAY, to: null }],
    });
    expect([minutes(total).slice(0, 2), cents(total).slice(0, 2)]).toEqual([
      [135, 60],
      [2250, 1000],
    ]);
    expect(total.granted.state).toBe(2250);
    expect(mergeGaps(total.notPlanned)).toEqual([
      { cause: 'term_lapsed', minutes: 60, cents: 1000 },
      { cause: 'order_changed', minutes: 15, cents: 250 },
    ]);
  });

  it('cuts a week at the edge of a month, and says whose days the visits are on', () => {
    const days = keepLedger(
      facts({ accounts: [{ ...ACCOUNT, grants: grant(240) }], visits: [visit(), visit({ key: 'W', date: day(4) })] }),
    );
    const rows = (from: string, to: string) => ledgerRows(days, { from, to }, 'range')[0];
    // 240 minutes in sevenths: 34 34 34 35 34 34 35; 120 of them are shaped.
    expect([minutes(rows(day(0), day(2))), gapsOf(rows(day(0), day(2)).notPlanned)]).toEqual([
      [102, 60, 0, 0],
      { not_shaped: 51, other_days: -9 },
    ]);
    expect([minutes(rows(day(3), day(6))), gapsOf(rows(day(3), day(6)).notPlanned)]).toEqual([
      [138, 60, 0, 0],
      { not_shaped: 69, other_days: 9 },
    ]);
    expect(gapsOf(ledgerTotal(days).notPlanned)).toEqual({ not_shaped: 120 });
  });

  it('shares a month’s minutes over its days: 30 days of November, 31 of December', () => {
    const accounts = [
      { ...ACCOUNT, grants: [{ from: '2026-11-29', to: '2026-12-02', allows: { minutes: 300, per: 'month' as const } }] },
    ];
    const days = keepLedger(facts({ accounts, from: '2026-11-01', to: '2026-12-31' }));
    expect(
      ledgerRows(days, { from: '2026-11-01', to: '2026-12-31' }, 'month').map((row) => [row.from, row.to, row.granted.minutes]),
    ).toEqual([
      ['2026-11-01', '2026-11-30', 20],
      // floor(300 * 2 / 31)
      ['2026-12-01', '2026-12-31', 19],
    ]);
  });
});

describe('planned less delivered', () => {
  const two = [...visit().planned, { part: 2, staffId: 'T', start: clock(MONDAY, 540), end: clock(MONDAY, 600) }];

  it.each<[string, Partial<LedgerVisit>, number, Gaps]>([
    ['as planned', { events: stay(540, 600) }, 60, {}],
    ['seconds are cut off', { events: [event('checked_in', 540.9), event('checked_out', 600.99)] }, 60, {}],
    ['late and to the end', { events: stay(552, 600) }, 48, { late: 12 }],
    ['late, and gone earlier than late', { events: stay(550, 585) }, 35, { left_early: 25 }],
    ['left early', { events: stay(540, 590) }, 50, { left_early: 10 }],
    ['late but all of it', { events: stay(560, 620) }, 60, {}],
    ['longer', { events: stay(540, 607) }, 67, { longer: -7 }],
    ['came twice', { events: [...stay(540, 560), ...stay(570, 600)] }, 50, { left_early: 10 }],
    [
      'uploaded twice over and out of order',
      { events: [event('checked_out', 600), event('checked_in', 541), event('checked_in', 540)] },
      60,
      {},
    ],
    ['refused at the door', { events: [event('visit_refused', 541)] }, 0, { refused: 60 }],
    ['refused half way', { events: [...stay(540, 560), event('visit_refused', 560)] }, 20, { refused: 40 }],
    ['in hospital', { events: [event('client_in_hospital', 541)] }, 0, { in_hospital: 60 }],
    ['nobody opened', { events: [event('no_answer', 541)] }, 0, { no_answer: 60 }],
    ['nobody came', { events: [event('not_given', 700)] }, 0, { no_staff: 60 }],
    ['unsafe', { events: [event('unsafe', 545)] }, 0, { unsafe: 60 }],
    ['nobody reported', {}, 0, { not_recorded: 60 }],
    ['not left', { events: [event('checked_in', 540)] }, 0, { unfinished: 60 }],
    ['the same person, one part of two', { planned: two, events: stay(540, 600, 'T') }, 60, { not_recorded: 60 }],
    ['somebody else instead', { events: stay(540, 600, 'X') }, 60, {}],
    ['somebody besides', { events: [...stay(540, 600), ...stay(545, 575, 'X')] }, 90, { unplanned: -30 }],
    ['not planned at all', { planned: [], ordered: null, events: stay(540, 600) }, 60, { unplanned: -60 }],
  ])('%s', (_, more, delivered, causes) => {
    const total = week({ visits: [visit(more)] });
    expect(total.delivered.minutes).toBe(delivered);
    expect(gapsOf(total.notDelivered)).toEqual(causes);
  });

  it('is not due before the planned end', () => {
    expect(gapsOf(week({ visits: [visit()], now: clock(MONDAY, 599) }).notDelivered)).toEqual({ not_due: 60 });
    expect(gapsOf(week({ visits: [visit()], now: clock(MONDAY, 600) }).notDelivered)).toEqual({ not_recorded: 60 });
  });

  it('takes the last word: a correction replaces, a correction of it again, a withdrawal removes', () => {
    const [arrived, left] = stay(540, 600);
    const corrected = event('checked_out', 570, { corrects: left.id });
    const again = event('checked_out', 580, { corrects: corrected.id });
    const withdrawn = event('withdrawn', 700, { corrects: again.id });
    const delivered = (...events: LedgerVisit['events']): number => week({ visits: [visit({ events })] }).delivered.minutes;
    expect(delivered(arrived, left, corrected)).toBe(30);
    expect(delivered(again, corrected, left, arrived)).toBe(40);
    expect(delivered(arrived, left, corrected, again, withdrawn)).toBe(0);
  });

  it.each([
    ['spring, when 03:00 is skipped', '2026-03-29', 60],
    ['autumn, when 03:00 comes twice', '2026-10-25', 180],
  ])('counts the minutes that passed in the night of %s', (_, date, passed) => {
    // From 02:00 to 04:00 on the wall.
    const [start, end] = [clock(date, 120), clock(date, 120) + passed * 60];
    const night = visit({
      date,
      planned: [{ part: 1, staffId: 'S', start, end }],
      events: [event('checked_in', 0, { at: start }), event('checked_out', 0, { at: end })],
    });
    const days = keepLedger(facts({ from: date, to: date, visits: [night] }));
    expect(days.map(({ day, planned, delivered }) => [day, planned.minutes, delivered.minutes])).toEqual([
      [date, passed, passed],
    ]);
  });
});

describe('delivered less billed', () => {
  const given = visit({ events: stay(540, 592) });
  const rounding = (unitMinutes: number, mode: 'down' | 'nearest' | 'up') => [
    { from: MONDAY, to: null, municipalityId: null, accountKind: null, unitMinutes, mode },
  ];
  const municipality = {
    id: 'P',
    municipalityId: null,
    payer: 'municipality' as const,
    centsPerHour: 600,
    from: MONDAY,
    to: null,
  };

  it.each<[string, Partial<LedgerFacts>, readonly number[], Gaps]>([
    ['not yet', { visits: [given] }, [52, 0], { not_billed: 52 }],
    ['no price that day', { visits: [given], prices: [] }, [52, 0], { no_price: 52 }],
    ['rounded down to 15', { visits: [given], rounding: rounding(15, 'down') }, [52, 0], { not_billed: 45, rounding: 7 }],
    [
      'rounded to the nearest 15',
      { visits: [given], rounding: rounding(15, 'nearest') },
      [52, 0],
      { not_billed: 45, rounding: 7 },
    ],
    ['rounded up to 15', { visits: [given], rounding: rounding(15, 'up') }, [52, 0], { not_billed: 60, rounding: -8 }],
    [
      'more than the week’s grant',
      { visits: [given], accounts: [{ ...ACCOUNT, grants: grant(42) }] },
      [52, 0],
      { not_billed: 42, above_grant: 10 },
    ],
    [
      'the second visit of a week finds less left',
      {
        visits: [given, visit({ key: 'W', date: day(1), events: stay(1980, 2040) })],
        accounts: [{ ...ACCOUNT, grants: grant(70) }],
      },
      [112, 0],
      { not_billed: 70, above_grant: 42 },
    ],
    [
      'given while suspended',
      { visits: [given], accounts: [{ ...ACCOUNT, holds: [{ ...hold(MONDAY, 'suspended'), unpaid: true }] }] },
      [52, 0],
      { suspended: 52 },
    ],
    [
      'given in hospital time all the same',
      { visits: [given], accounts: [{ ...ACCOUNT, holds: [hold(MONDAY, 'in_hospital')] }] },
      [52, 0],
      { not_billed: 52 },
    ],
    [
      'given before the decision',
      { visits: [given], accounts: [{ ...ACCOUNT, grants: grant(210, day(1)) }] },
      [52, 0],
      { outside_grant: 52 },
    ],
    [
      'billed',
      { visits: [visit({ events: stay(540, 600), billed: [line(36, 360), line(24, 240, { funder: 'client' })] })] },
      [60, 60],
      {},
    ],
    [
      'corrected after the invoice',
      { visits: [visit({ events: stay(540, 570), billed: [line(60, 600)] })] },
      [30, 60],
      { to_correct: -30 },
    ],
    [
      'corrected, and credited by a run',
      {
        visits: [
          visit({ events: stay(540, 570), billed: [line(60, 600), line(-30, -300, { corrects: 'L', cause: 'corrected' })] }),
        ],
      },
      [30, 30],
      {},
    ],
    [
      'credited by hand',
      {
        visits: [
          visit({ events: stay(540, 600), billed: [line(60, 600), line(-20, -200, { corrects: 'L', cause: 'credit_agreed' })] }),
        ],
      },
      [60, 40],
      { credit: 20 },
    ],
  ])('%s', (_, more, columns, causes) => {
    const total = week(more);
    expect(minutes(total).slice(2)).toEqual(columns);
    expect(gapsOf(total.notBilled)).toEqual(causes);
  });

  it('takes the most particular rounding rule of the day', () => {
    const all = rounding(15, 'up')[0];
    const ours = { ...all, municipalityId: 'M', unitMinutes: 5, mode: 'down' as const };
    const older = { ...ours, to: '2026-11-15', from: '2026-01-01', unitMinutes: 30 };
    expect(gapsOf(week({ visits: [given], rounding: [all, older, ours] }).notBilled)).toEqual({ not_billed: 50, rounding: 2 });
  });

  it('splits cents between payers, halves up, the client the rest (S117-S120)', () => {
    // 52 minutes at 6.00 EUR: 5.20; 60 % of it 3.12. At 7.50 EUR for the client: 312 + 0.4 * 52 * 12.5 = 312 + 260.
    expect(week({ visits: [given] }).delivered).toMatchObject({ cents: 520, municipality: 312, client: 208, state: 0 });
    const prices = [municipality, { ...municipality, id: 'Q', payer: 'client' as const, centsPerHour: 750 }];
    expect(week({ visits: [given], prices }).delivered).toMatchObject({ cents: 572, municipality: 312, client: 260 });
  });

  it('changes the price on its day (S153), a municipality’s own before the one for all', () => {
    const prices = [
      { ...municipality, to: day(1) },
      { ...municipality, id: 'Q', centsPerHour: 900, from: day(2) },
      { ...municipality, id: 'R', municipalityId: 'M', centsPerHour: 1200, from: day(4) },
    ];
    // 30 minutes a day: twice 3.00, twice 4.50, three times 6.00.
    expect(week({ prices }).granted).toMatchObject({ minutes: 210, cents: 2 * 300 + 2 * 450 + 3 * 600 });
  });

  it('costs a whole week of 4.44 EUR to the cent, however its days round (S117)', () => {
    const total = week({ prices: [{ ...municipality, centsPerHour: 444 }], accounts: [{ ...ACCOUNT, grants: grant(240) }] });
    expect(total.granted).toMatchObject({ cents: 1776, municipality: 1066, client: 710 });
  });
});

function grant(perWeek: number, from = '2026-01-01') {
  return [{ from, to: null, allows: { minutes: perWeek, per: 'week' as const } }];
}

function hold(from: string, cause: LedgerCause) {
  return { from, to: null, cause, unpaid: false };
}
