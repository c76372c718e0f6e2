import { expect, it } from '@jest/globals';
import { circumstances, table, writeFigures } from '../setup/figures.js';
import { trendOf } from './memory.js';
import { runLoad, type LoadResult } from './run-load.js';

/** An hour of 300 phones and 20 boards in ten minutes, half of it beside plans that are searched one after the other. */
const TEN_MINUTES = { phones: 300, boards: 20, seconds: Number(process.env['LOAD_SECONDS'] ?? 600) / 2, everyMs: 10_000 };

it('300 phones and 20 boards: no errors, and memory stays flat', async () => {
  const result = await runLoad(TEN_MINUTES);
  writeFigures('figures of the load', figuresOf(result));
  const errors = [...result.beginning, ...result.quiet, ...result.planning].filter((row) => row.errors > 0);
  expect(errors).toEqual([]);
  for (const program of ['api', 'worker'] as const) {
    // Warmed up, what lives takes as much at the end as before: less than a tenth, or 10 MB, of growth by the line through it.
    const { from, to } = trendOf(result.memory[program], 'heap');
    expect([program, to - from < Math.max(10, from / 10)]).toEqual([program, true]);
  }
});

function figuresOf({ beginning, quiet, planning, plansMade, memory, load }: LoadResult): string[] {
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
    ...table(
      ['Memory, MB', 'Least', 'Most', 'After warming up', 'At the end'],
      (['api', 'worker'] as const).flatMap((program) =>
        (['resident', 'heap'] as const).map((what) => {
          const seen = memory[program].map((one) => one[what]);
          const { from, to } = trendOf(memory[program], what);
          const name = `${program}, ${what === 'heap' ? 'objects' : 'resident'}`;
          return [name, ...[Math.min(...seen), Math.max(...seen), from, to].map(Math.round)];
        }),
      ),
    ),
    '',
    `Memory was read every 10 s; the last two columns are the line of least squares through the least of every minute, after a third of the time.`,
  ];
}
