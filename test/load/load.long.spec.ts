import { expect, it } from '@jest/globals';
import { circumstances, table, writeFigures } from '../setup/figures.js';
import { runLoad, type LoadResult } from './run-load.js';

/** An hour of 300 phones and 20 boards in ten minutes, half of it beside plans that are searched one after the other. */
const TEN_MINUTES = { phones: 300, boards: 20, seconds: Number(process.env['LOAD_SECONDS'] ?? 600) / 2, everyMs: 10_000 };

it('300 phones and 20 boards: no errors, and memory stays flat', async () => {
  const result = await runLoad(TEN_MINUTES);
  writeFigures('figures of the load', figuresOf(result));
  const errors = [...result.beginning, ...result.quiet, ...result.planning].filter((row) => row.errors > 0);
  expect(errors).toEqual([]);
  const last = result.megabytes.slice(-3);
  const settled = result.megabytes.slice(3, 6);
  expect(Math.min(...last)).toBeLessThan(1.3 * Math.max(...settled));
});

function figuresOf({ beginning, quiet, planning, plansMade, megabytes, load }: LoadResult): string[] {
  const { phones, boards, seconds } = TEN_MINUTES;
  const rows = quiet.map((alone) => {
    const beside = planning.find(({ route }) => route === alone.route);
    const times = [alone, beside].flatMap((row) => [row?.count ?? 0, row?.p50 ?? '', row?.p95 ?? '', row?.p99 ?? '']);
    const slower = beside ? (beside.p50 / Math.max(1, alone.p50)).toFixed(1) : '';
    return [`\`${alone.route}\``, ...times, slower, alone.errors + (beside?.errors ?? 0)];
  });
  const halves = ['Requests', 'p50', 'p95', 'p99'];
  const head = ['Route', ...halves.map((name) => `${name} alone`), ...halves.map((name) => `${name} beside planning`)];
  return [
    `${phones} phones and ${boards} boards, ${seconds} s alone and ${seconds} s beside plans searched one after the other (${plansMade} made); ${circumstances(load[0])}. Milliseconds.`,
    '',
    ...table([...head, 'p50 times', 'Errors'], rows),
    '',
    `Before that everybody came within ${(6 * TEN_MINUTES.everyMs) / 1000} s: ${beginning.map(({ route, p50, p95 }) => `\`${route}\` ${p50} ms in the middle, ${p95} ms at the 95th percentile`).join('; ')}.`,
    '',
    `Memory of the API over that time, MB: ${megabytes.join(', ')}.`,
  ];
}
