import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
}

function processes(): Process[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,state='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, state]) => ({ pid: Number(pid), parent: Number(parent), state }));
}

/** Ids of every process a process has started, and of theirs. */
export function descendants(pid: number): number[] {
  const all = processes();
  const below = (parent: number): number[] => {
    const children = all.filter((child) => child.parent === parent).map((child) => child.pid);
    return [...children, ...children.flatMap(below)];
  };
  return below(pid);
}

/** Those of the processes that are still there after a while; none as soon as all are gone. */
export async function remaining(pids: readonly number[], withinMs: number): Promise<number[]> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const alive = processes().filter(({ pid, state }) => pids.includes(pid) && !state.startsWith('Z'));
    if (alive.length === 0 || Date.now() > deadline) return alive.map(({ pid }) => pid);
    await pause(50);
  }
}

/** The command line of a process; empty when it has ended meanwhile. */
export function commandOf(pid: number): string {
  return spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}
