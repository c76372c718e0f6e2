import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Circumstances } from './circumstances.js';
import type { BenchRun, BenchSetting } from './run.js';
import type { BenchInstance } from './best-known.js';

/** A finished search as a line of the log. */
export interface LoggedRun extends BenchRun, Circumstances {}

/** Adds a run to the log, a line of JSON; makes the file and its folder. */
export async function logRun(file: string, run: LoggedRun): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(run)}\n`);
}

/** The log's runs, oldest first; none when there is no log. A line cut short by a crash is passed over. */
export async function readRunLog(file: string): Promise<LoggedRun[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as LoggedRun];
    } catch {
      return [];
    }
  });
}

/** The newest logged run of this very search on this version and machine, if there is one. */
export function loggedRun(
  log: readonly LoggedRun[],
  instance: BenchInstance,
  wanted: BenchSetting & Circumstances,
): LoggedRun | undefined {
  return log.findLast(
    (run) =>
      run.instance.format === instance.format &&
      run.instance.name === instance.name &&
      run.seconds === wanted.seconds &&
      run.threads === wanted.threads &&
      run.seed === wanted.seed &&
      run.version === wanted.version &&
      run.machine === wanted.machine,
  );
}
