import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const CHECK_MS = 500;

/**
 * The npm that started this process, with its shell between them: what must be there for the command to be wanted.
 * Empty without npm, for a process that was sent into the background outlives its parent on purpose.
 * @returns {number[]} process ids
 */
export function npmAbove() {
  if (process.env.npm_lifecycle_event === undefined) return [];
  const shell = look(process.ppid);
  const above = shell && look(shell.parent);
  return above && /^npm |npm-cli\.js/.test(above.command) ? [process.ppid, shell.parent] : [process.ppid];
}

/**
 * Calls `act` once when one of these processes has ended.
 * @param {number[]} pids
 * @param {() => void} act
 */
export function whenGone(pids, act) {
  if (pids.length === 0) return;
  const timer = setInterval(() => {
    if (pids.every(isAlive)) return;
    clearInterval(timer);
    act();
  }, CHECK_MS);
  timer.unref();
}

/**
 * False for a process that has ended, also while its own parent has not yet taken note.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return process.platform !== 'linux' || look(pid)?.state !== 'Z';
}

/** What the system says of a process; undefined where it cannot be asked. */
function look(pid) {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') return lookIntoProc(pid);
  const [, state, parent, command] = /^\s*(\S+)\s+(\d+)\s+(.*)/.exec(ask(pid)) ?? [];
  return parent === undefined ? undefined : { state: state[0], parent: Number(parent), command };
}

const ask = (pid) => spawnSync('ps', ['-o', 'state=,ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';

function lookIntoProc(pid) {
  try {
    // pid (name, which may hold anything) state ppid …
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state, parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return undefined;
  }
}
