import { expect, it } from '@jest/globals';
import { FAULTS } from './faults.js';
import { runDay } from './run-day.js';

/** A day of 200 people in twenty minutes. */
const LONG = {
  size: { phones: 192, coordinators: 7, planned: 15 },
  faults: FAULTS,
  seed: 20261130,
  seconds: 1200,
  restSeconds: 4,
};

it('a day on which everything breaks loses nothing and doubles nothing', async () => {
  const { lost, doubled, invented, wrong, crashes, ...figures } = await runDay(LONG);
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const none = { lost: [], doubled: [], invented: [], wrong: [], crashes: [] };
  expect({ lost, doubled, invented, wrong, crashes }).toEqual(none);
});
