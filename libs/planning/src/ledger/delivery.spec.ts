import { describe, expect, it } from '@jest/globals';
import { clock, event, facts, gapsOf, MONDAY, stay, visit, week } from './facts.fixture.js';
import { keepLedger } from './keep-ledger.js';
import type { LedgerVisit } from './ledger-facts.js';

type Gaps = ReturnType<typeof gapsOf>;

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
