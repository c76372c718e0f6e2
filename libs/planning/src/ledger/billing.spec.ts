import { describe, expect, it } from '@jest/globals';
import { ACCOUNT, day, gapsOf, grant, line, minutesOf, MONDAY, stay, visit, week } from './facts.fixture.js';
import type { LedgerFacts } from './ledger-facts.js';

type Gaps = ReturnType<typeof gapsOf>;

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
    validFrom: MONDAY,
    validTo: null,
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
    ['given while suspended', { visits: [{ ...given, hold: 'suspended', unpaid: 'suspended' }] }, [52, 0], { suspended: 52 }],
    ['given in hospital time all the same', { visits: [{ ...given, hold: 'in_hospital' }] }, [52, 0], { not_billed: 52 }],
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
    expect(minutesOf(total).slice(2)).toEqual(columns);
    expect(gapsOf(total.notBilled)).toEqual(causes);
  });

  it('takes the most particular rounding rule of the day', () => {
    const all = rounding(15, 'up')[0];
    const ours = { ...all, municipalityId: 'M', unitMinutes: 5, mode: 'down' as const };
    const older = { ...ours, to: '2026-11-15', from: '2026-01-01', unitMinutes: 30 };
    expect(gapsOf(week({ visits: [given], rounding: [all, older, ours] }).notBilled)).toEqual({ not_billed: 50, rounding: 2 });
  });

  it('splits cents between payers, halves up, the client the rest (S117-S120)', () => {
    // 52 minutes at 6.00 EUR: 5.20; the client's 40 % of it 2.08.
    expect(week({ visits: [given] }).delivered).toMatchObject({ cents: 520, municipality: 312, client: 208, state: 0 });
  });

  it('changes the price on its day (S153), a municipality’s own before the one for all', () => {
    const prices = [
      { ...municipality, validTo: day(1) },
      { ...municipality, id: 'Q', centsPerHour: 900, validFrom: day(2), validTo: day(3) },
      { ...municipality, id: 'R', municipalityId: 'M', centsPerHour: 1200, validFrom: day(4) },
    ];
    // 30 minutes a day: twice 3.00, twice 4.50, three times 6.00.
    expect(week({ prices }).granted).toMatchObject({ minutes: 210, cents: 2 * 300 + 2 * 450 + 3 * 600 });
  });

  it('costs a whole week of 4.44 EUR to the cent, however its days round (S117)', () => {
    const total = week({ prices: [{ ...municipality, centsPerHour: 444 }], accounts: [{ ...ACCOUNT, grants: grant(240) }] });
    expect(total.granted).toMatchObject({ cents: 1776, municipality: 1066, client: 710 });
  });
});
