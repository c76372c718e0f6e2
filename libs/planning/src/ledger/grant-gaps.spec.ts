import { describe, expect, it } from '@jest/globals';
import { mergeGaps, NOTHING } from './amount.js';
import { ACCOUNT, day, facts, gapsOf, grant, minutesOf, MONDAY, PAYING, visit, week } from './facts.fixture.js';
import { keepLedger } from './keep-ledger.js';
import type { LedgerFacts } from './ledger-facts.js';
import { ledgerRows, ledgerTotal } from './ledger-table.js';

type Gaps = ReturnType<typeof gapsOf>;

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
      { visits: [visit(), visit({ ...other, hold: 'in_hospital' })] },
      [210, 60],
      { not_shaped: 90, in_hospital: 60 },
    ],
    [
      'a contraindication before anything else (S039)',
      { visits: [visit({ ...other, hold: 'contraindication', unserved: ['NO_ROOM'] })] },
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
    expect(minutesOf(total).slice(0, 2)).toEqual(columns);
    expect(gapsOf(total.notPlanned)).toEqual(causes);
  });

  it('of an episode is what was ordered and not planned: a lapsed term, a shorter visit (S030-S033)', () => {
    const episode = { ...ACCOUNT, kind: 'episode' as const, grants: [{ from: MONDAY, to: null, allows: 'ordered' as const }] };
    const total = week({
      accounts: [{ ...episode, payers: [{ from: MONDAY, to: null, paying: { ...PAYING, funding: { kind: 'episode' } } }] }],
      visits: [visit({ ordered: 75 }), visit({ ...other, hold: 'term_lapsed' })],
      prices: [{ id: 'N', municipalityId: null, payer: 'state', centsPerHour: 1000, validFrom: MONDAY, validTo: null }],
    });
    expect([minutesOf(total).slice(0, 2), [total.granted.cents, total.planned.cents]]).toEqual([
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
    expect([minutesOf(rows(day(0), day(2))), gapsOf(rows(day(0), day(2)).notPlanned)]).toEqual([
      [102, 60, 0, 0],
      { not_shaped: 51, other_days: -9 },
    ]);
    expect([minutesOf(rows(day(3), day(6))), gapsOf(rows(day(3), day(6)).notPlanned)]).toEqual([
      [138, 60, 0, 0],
      { not_shaped: 69, other_days: 9 },
    ]);
    expect(gapsOf(ledgerTotal(days).notPlanned)).toEqual({ not_shaped: 120 });
  });

  it('keeps a row whose causes cancel out, or rows would not add up to their total', () => {
    const facing = { granted: NOTHING, planned: NOTHING, delivered: NOTHING, billed: NOTHING, notDelivered: [], notBilled: [] };
    const rests = [
      { cause: 'informal_carer' as const, minutes: 0, cents: 1 },
      { cause: 'other_days' as const, minutes: 0, cents: -1 },
    ];
    const days = [
      { account: 'A', day: day(0), ...facing, notPlanned: rests },
      { account: 'B', day: day(0), ...facing, notPlanned: [] },
    ];
    const rows = ledgerRows(days, { from: day(0), to: day(6) }, 'week');
    expect(rows.map(({ account, notPlanned }) => [account, notPlanned])).toEqual([['A', rests]]);
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
