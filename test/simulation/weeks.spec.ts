import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '#embedded';
import { createPersistence, type Persistence } from '#persistence';
import { expectTheSameBooks } from './compare.js';
import { simulateWeeks } from './simulate-weeks.js';

let databaseUrl: string;
let persistence: Persistence;

beforeAll(async () => {
  databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
});

afterAll(() => persistence?.close());

describe('a week of riga-40 with lateness, refusals, hospital stays, gaps in the records and corrections', () => {
  it('ends in a ledger that equals independent books to the minute and the cent', async () => {
    const lived = await simulateWeeks(persistence, databaseUrl, {
      ...{ name: 'riga-40', monday: '2026-11-02', weeks: 1, seconds: 2, seed: 7 },
    });
    expect(lived.counts.events).toBeGreaterThan(300);
    expect(lived.counts.acknowledged).toBeGreaterThan(3);
    expect(lived.counts.hospital).toBeGreaterThan(0);
    await expectTheSameBooks(persistence, lived);
  }, 120_000);
});
