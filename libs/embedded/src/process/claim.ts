import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.js';
import { STATE_FILE, type KeeperState } from './keeper-order.js';

const PATIENCE_MS = 10_000;
const STEP_MS = 50;

/**
 * Makes sure that no server works in `folder` any more. One whose keeper was killed is ended here; one whose keeper
 * lives is given ten seconds, for its launcher may just be ending.
 * @throws EmbeddedError embedded.data-in-use when another launcher keeps it.
 */
export async function claimFolder(folder: string): Promise<void> {
  const state = readState(folder);
  if (state === undefined) return;
  const free = () => !runsIn(state.server, folder);
  if (!runsIn(state.keeper, folder) && !free()) process.kill(state.server, 'SIGINT');
  if (await eventually(free)) return;
  if (runsIn(state.keeper, folder)) {
    throw new EmbeddedError(
      'embedded.data-in-use',
      `Another Apgaita is running on ${folder} (process ${state.keeper}). End it, or set DATA_DIR to another folder.`,
    );
  }
  process.kill(state.server, 'SIGKILL');
  await eventually(free);
}

function readState(folder: string): KeeperState | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, STATE_FILE), 'utf8')) as KeeperState;
  } catch {
    return undefined;
  }
}

/** True when process `pid` is alive and its command line names `folder`: a process id alone may have been reused. */
export function runsIn(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return commandLine(pid)?.includes(folder) ?? true;
}

function commandLine(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

async function eventually(condition: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if (condition()) return true;
    await sleep(STEP_MS);
  }
  return condition();
}
