import { loadavg } from 'node:os';
import { expect, it } from '@jest/globals';
import { circumstances, table, writeFigures } from '../setup/figures.js';
import { FAULTS } from './faults.js';
import { runDay, type DayResult } from './run-day.js';

/** A day of 200 people in twenty minutes; DAY_SECONDS makes it another time. */
const LONG = {
  size: { phones: 192, coordinators: 7, planned: 15 },
  faults: FAULTS,
  seed: 20261130,
  seconds: Number(process.env['DAY_SECONDS'] ?? 1200),
  restSeconds: 4,
};

it('a day on which everything breaks loses nothing and doubles nothing', async () => {
  const [before] = loadavg();
  const result = await runDay(LONG);
  writeFigures('figures of the day', figuresOf(result, circumstances(before)));
  const { lost, doubled, invented, wrong, crashes } = result;
  const none = { lost: [], doubled: [], invented: [], wrong: [], crashes: [] };
  expect({ lost, doubled, invented, wrong, crashes }).toEqual(none);
});

function figuresOf(result: DayResult, about: string): string[] {
  const { acknowledged, lost, doubled, invented, wrong, crashes, happened, statuses, unanswered, outages, people, restarts } =
    result;
  const count = (figures: Readonly<Record<string, number>>): number => Object.values(figures).reduce((sum, n) => sum + n, 0);
  const list = (figures: Readonly<Record<string, number>>): string =>
    Object.entries(figures)
      .map(([name, n]) => `${name} ${n}`)
      .join(', ');
  return [
    `Seed ${LONG.seed}; ${about}.`,
    '',
    ...table(
      ['Seconds', 'People', 'Faults', 'Acknowledged', 'Lost', 'Doubled', 'Invented', 'Otherwise wrong', 'Crashes'],
      [
        [
          ...[LONG.seconds, people, count(happened), count(acknowledged)],
          ...[lost, doubled, invented, wrong, crashes].map(({ length }) => length),
        ],
      ],
    ),
    '',
    `Acknowledged: ${list(acknowledged)}. Faults: ${list(happened)}; servers were started again ${restarts} times.`,
    `Answers by status (0: none came): ${list(statuses)}. No answer came because of: ${list(unanswered)} (ECONNREFUSED and UND_ERR_SOCKET: the API was away or broke off; TimeoutError: 15 s were over).`,
    '',
    'How long a phone that asks five times a second could not read its day, by what had been broken last:',
    '',
    ...table(
      ['After', 'Times', 'Without answers', 'Seconds in all', 'Longest, s'],
      Object.entries(happened).map(([name, times]) => {
        const { outages: count, seconds, longest } = outages[name] ?? { outages: 0, seconds: 0, longest: 0 };
        return [name, times, count, seconds, longest];
      }),
    ),
  ];
}
