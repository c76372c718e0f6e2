import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase } from '#embedded';
import { createPersistence, type Persistence } from '#persistence';
import { LONG } from '../property/cases.js';
import { expectTheSameBooks } from './compare.js';
import { simulateWeeks } from './simulate-weeks.js';

/** In `npm test` one week of a small provider; in the long tests four of a large one. */
const { name, weeks, seconds, least } = LONG
  ? { name: 'riga-400' as const, weeks: 4, seconds: 30, least: { events: 20_000, acknowledged: 100, hospital: 10 } }
  : { name: 'riga-40' as const, weeks: 1, seconds: 2, least: { events: 300, acknowledged: 3, hospital: 0 } };

let databaseUrl: string;
let persistence: Persistence;

beforeAll(async () => {
  databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
});

afterAll(() => persistence?.close());

it(
  `${weeks} weeks of ${name} with lateness, refusals, hospital stays and corrections end in a ledger that equals independent books to the minute and the cent`,
  async () => {
    const lived = await simulateWeeks(persistence, databaseUrl, { name, monday: '2026-11-02', weeks, seconds, seed: 7 });
    expect(lived.counts.events).toBeGreaterThan(least.events);
    expect(lived.counts.acknowledged).toBeGreaterThan(least.acknowledged);
    expect(lived.counts.hospital).toBeGreaterThan(least.hospital);
    await expectTheSameBooks(persistence, lived);
  },
  LONG ? 1_800_000 : 120_000,
);
