import { expect, it } from '@jest/globals';
import { trendOf } from './memory.js';
import { runLoad } from './run-load.js';

/** A megabyte of growth every ten seconds, under garbage that comes and goes. */
const growing = Array.from({ length: 61 }, (_, n) => ({ seconds: 10 * n, resident: 0, heap: 100 + n + (n % 6) * 10 }));

it('phones and boards get every answer, beside a planning run too, and what they ask is measured', async () => {
  const { quiet, planning, metrics, memory } = await runLoad({ phones: 12, boards: 2, seconds: 6, everyMs: 250 });
  for (const rows of [quiet, planning]) {
    expect(rows.filter(({ errors }) => errors > 0)).toEqual([]);
    expect(rows.map(({ route }) => route)).toEqual(expect.arrayContaining(['GET my/day']));
  }
  for (const { resident, heap } of [...memory.api, ...memory.worker]) expect(resident).toBeGreaterThan(heap);
  const { from, to } = trendOf(growing, 'heap');
  expect([Math.round(from), Math.round(to)]).toEqual([124, 164]);
  // Names, addresses and ids of nobody.
  for (const text of Object.values(metrics)) expect(text).not.toMatch(/Given|Family|Client\d|@|[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(metrics.api).toMatch(/apgaita_http_request_seconds_count\{.*method="GET",route="\/api\/v1\/my\/day",status="200"/);
  expect(metrics.worker).toMatch(/apgaita_job_seconds_count\{.*queue="plans",outcome="stored"/);
  expect(metrics.worker).toMatch(/apgaita_outbox\{.*what="unsent".*\} 0/);
}, 300_000);
