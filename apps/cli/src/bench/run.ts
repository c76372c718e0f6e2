import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BenchInstance } from './best-known.js';

/** How to search. */
export interface BenchSetting {
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
}

/** One search of one instance. */
export interface BenchRun extends BenchSetting {
  readonly instance: BenchInstance;
  readonly feasible: boolean;
  readonly cost: number;
  readonly served: number;
  readonly unserved: number;
  readonly iterations: number;
  readonly evaluated: number | undefined;
  readonly memoryMb: number;
}

const program = fileURLToPath(new URL('../main.js', import.meta.url));
const start = promisify(execFile);

/** Solves in a process of its own, so that every run begins fresh and its memory is its own. */
export async function benchRun(instance: BenchInstance, setting: BenchSetting): Promise<BenchRun> {
  const folder = await mkdtemp(join(tmpdir(), 'apgaita-bench-'));
  try {
    const where = ['--format', instance.format, '--input', instance.file, '--output', join(folder, 'solution')];
    const how = ['--seconds', setting.seconds, '--threads', setting.threads, '--seed', setting.seed].map(String);
    const { stdout } = await start(process.execPath, [program, 'solve', ...where, ...how]);
    return { ...(JSON.parse(stdout) as Omit<BenchRun, 'instance' | keyof BenchSetting>), ...setting, instance };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Best known costs are published with four decimals at most; nearer than this they are the same. */
const ROUNDING = 1e-4;

/**
 * Percent above the best known cost, 0 when they differ by rounding only;
 * undefined when none is known, or when the plan breaks a rule (leaves out a
 * visit that must be served, say).
 */
export function gap({ instance: { best }, cost, feasible }: BenchRun): number | undefined {
  if (best === undefined || !feasible) return undefined;
  if (Math.abs(cost - best) <= ROUNDING) return 0;
  return best === 0 ? undefined : (100 * (cost - best)) / best;
}
