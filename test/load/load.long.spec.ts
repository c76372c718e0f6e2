import { expect, it } from '@jest/globals';
import { runLoad } from './run-load.js';

/** An hour of 300 phones and 20 boards in ten minutes, half of it beside plans that are searched one after the other. */
const TEN_MINUTES = { phones: 300, boards: 20, seconds: 300, everyMs: 10_000 };

it('300 phones and 20 boards: no errors, a planning run does not slow phones by more than twice, memory stays flat', async () => {
  const { metrics: _, ...result } = await runLoad(TEN_MINUTES);
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
  const errors = [...result.quiet, ...result.planning].filter((row) => row.errors > 0);
  expect(errors).toEqual([]);
  const last = result.megabytes.slice(-3);
  const settled = result.megabytes.slice(3, 6);
  expect(Math.min(...last)).toBeLessThan(1.3 * Math.max(...settled));
});
