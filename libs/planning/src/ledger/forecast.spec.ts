import { describe, expect, it } from '@jest/globals';
import { ACCOUNT, clock, day, facts, grant, MONDAY, stay, visit } from './facts.fixture.js';
import { forecast } from './forecast.js';
import type { LedgerFacts } from './ledger-facts.js';

const WEEK = { from: MONDAY, to: day(6) };

/** An hour on a day of the week, as planned or, without a plan, as ordered. */
const hour = (index: number, planned: boolean) => {
  const date = day(index);
  const parts = [{ part: 1, staffId: 'S', start: clock(date, 540), end: clock(date, 600) }];
  return visit({ key: `V${index}`, id: `v${index}`, date, planned: planned ? parts : [] });
};

/** Tuesday night: two hours are over, of which the first was given for 45 minutes; 210 minutes a week are granted. */
const tuesday = (more: Partial<LedgerFacts> = {}) =>
  facts({
    now: clock(day(1), 1200),
    publishedDays: new Set([0, 1, 2].map(day)),
    visits: [{ ...hour(0, true), events: stay(540, 585) }, hour(1, true), hour(2, true), hour(3, false)],
    ...more,
  });

describe('the forecast of a week', () => {
  it('delivers of what is ahead what was delivered of what is over', () => {
    // 45 of 120 minutes: of the 120 ahead (one planned, one ordered) 45.
    expect(forecast(tuesday(), WEEK)).toMatchObject([
      { granted: 210, informal: 0, delivered: 45, ahead: 120, expected: 90, outlook: 'under', exhaustedOn: null },
    ]);
  });

  it('counts what relatives give as theirs, and nothing as ahead on a published day or in a pause', () => {
    const { visits } = tuesday();
    const paused = { ...visits[3], hold: 'suspended' as const };
    const accounts = [{ ...ACCOUNT, informalMinutesPerWeek: 110 }];
    expect(forecast(tuesday({ accounts, visits: [...visits.slice(0, 3), paused] }), WEEK)).toMatchObject([
      { granted: 210, informal: 110, delivered: 45, ahead: 60, expected: 68, outlook: 'under' },
    ]);
    const published = new Set([0, 1, 2, 3].map(day));
    expect(forecast(tuesday({ publishedDays: published }), WEEK)).toMatchObject([{ ahead: 60 }]);
  });

  it('says on which day the grant is used up, when it ends, and whether another goes on', () => {
    const accounts = [{ ...ACCOUNT, grants: [{ ...grant(100)[0], to: day(6) }] }];
    expect(forecast(tuesday({ accounts }), WEEK)).toMatchObject([
      { granted: 100, outlook: 'within', exhaustedOn: day(2), endsOn: day(6), renewed: false },
    ]);
    const next = { ...ACCOUNT, id: 'D2', grants: grant(100, '2026-11-23') };
    expect(forecast(tuesday({ accounts: [...accounts, next] }), WEEK)).toMatchObject([{ account: 'D', renewed: true }]);
  });

  it('is over when more will be delivered than was granted', () => {
    const accounts = [{ ...ACCOUNT, grants: grant(70) }];
    expect(forecast(tuesday({ accounts }), WEEK)).toMatchObject([{ granted: 70, expected: 90, outlook: 'over' }]);
  });
});
