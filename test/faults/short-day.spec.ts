import { expect, it } from '@jest/globals';
import { FAULTS } from './faults.js';
import { runDay } from './run-day.js';

/** What needs more time than half a minute has: `day.long.spec.ts`. */
const LONG = ['worker frozen until another has its job', 'disk of Postgres full for a while', 'routing server slow'];

it('what was acknowledged is there exactly once after everything broke, the plans are valid and the ledger adds up', async () => {
  const faults = FAULTS.filter(({ name }) => !LONG.includes(name));
  const size = { phones: 12, coordinators: 2, planned: 4 };
  const { lost, doubled, invented, wrong, crashes, acknowledged, happened, statuses } = await runDay({
    size,
    faults,
    seed: 5,
    seconds: 30,
    restSeconds: 1,
  });
  const none = { lost: [], doubled: [], invented: [], wrong: [], crashes: [] };
  expect({ lost, doubled, invented, wrong, crashes }).toEqual(none);
  // While a server is away the answer says so; nothing else goes wrong.
  expect(statuses[500]).toBeUndefined();
  expect(Object.keys(happened).length).toBeGreaterThan(5);
  expect(acknowledged.event).toBeGreaterThan(0);
}, 300_000);
