import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inProject } from './project.mjs';
import { isAlive } from './parents.mjs';

const lock = inProject('.data', 'prepare.lock');

/**
 * Runs `work` while no other process of this project prepares: two of them writing dist/ at once would spoil it.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  mkdirSync(inProject('.data'), { recursive: true, mode: 0o700 });
  while (!taken()) await new Promise((resolve) => setTimeout(resolve, 200));
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function taken() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    forgetDeadHolder();
    return false;
  }
}

function forgetDeadHolder() {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
  } catch {
    // Gone already: the next attempt takes it.
  }
}
