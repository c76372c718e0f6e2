import { expect, it } from '@jest/globals';
import { runLoad } from './run-load.js';

it('phones and boards get every answer, beside a planning run too, and what they ask is measured', async () => {
  const { quiet, planning, metrics } = await runLoad({ phones: 12, boards: 2, seconds: 6, everyMs: 250 });
  for (const rows of [quiet, planning]) {
    expect(rows.filter(({ errors }) => errors > 0)).toEqual([]);
    expect(rows.map(({ route }) => route)).toEqual(expect.arrayContaining(['GET my/day']));
  }
  expect(metrics.api).toMatch(/apgaita_http_request_seconds_count\{.*method="GET",route="\/api\/v1\/my\/day",status="200"/);
  expect(metrics.worker).toMatch(/apgaita_job_seconds_count\{.*queue="plans",outcome="stored"/);
  expect(metrics.worker).toMatch(/apgaita_outbox\{.*what="unsent".*\} 0/);
}, 300_000);
