import type { LoggedRun } from '../run-log.js';

/** A search of `hhcrsp/f/<name>`, of as many visits as its name has letters, best known cost 200. */
export function loggedRun(name: string, cost: number, changed: Partial<LoggedRun> = {}): LoggedRun {
  const instance = {
    format: 'hhcrsp',
    name: `f/${name}`,
    family: 'f',
    file: name,
    size: name.length,
    best: 200,
    proved: false,
  } as const;
  return {
    ...{ instance, seconds: 10, threads: 2, seed: 1, version: 'abc1234', machine: 'one', date: '2026-11-22' },
    ...{ feasible: true, cost, unservedCost: 0, served: name.length, unserved: 0, iterations: 50, evaluated: 1000 },
    ...{ memoryMb: 80, processor: 1.9 / 2, load: 1, firstPlan: 0.3 },
    moments: [
      { seconds: 1, cost: 2 * cost, memoryMb: 70 },
      { seconds: 10, cost, memoryMb: 75 },
    ],
    ...changed,
  };
}
