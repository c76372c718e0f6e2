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

describe('four weeks of riga-400 with lateness, refusals, hospital stays, gaps in the records and corrections', () => {
  it('ends in a ledger that equals independent books to the minute and the cent', async () => {
    const lived = await simulateWeeks(persistence, databaseUrl, {
      ...{ name: 'riga-400', monday: '2026-11-02', weeks: 4, seconds: 30, seed: 7 },
    });
    expect(lived.counts.events).toBeGreaterThan(20000);
    expect(lived.counts.acknowledged).toBeGreaterThan(100);
    expect(lived.counts.hospital).toBeGreaterThan(10);
    await expectTheSameBooks(persistence, lived);
  }, 1_800_000);
});
