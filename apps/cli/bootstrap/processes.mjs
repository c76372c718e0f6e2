import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { constants } from 'node:os';
import { npmAbove, whenGone } from './parents.mjs';
import { root } from './project.mjs';

/**
 * Runs node with `args`, collecting what it writes.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(args, options = {}) {
  return collect(process.execPath, args, options);
}

/**
 * Runs npm: the one that started this process, the one beside this node, or the one on the PATH.
 * @param {string[]} args
 */
export function runNpm(args) {
  const script = npmScript();
  if (script !== undefined) return collect(process.execPath, [script, ...args], {});
  return collect(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' });
}

function npmScript() {
  const bin = dirname(process.execPath);
  const given = process.env.npm_execpath;
  const beside = [join(bin, '..', 'lib', 'node_modules'), join(bin, 'node_modules')].map((folder) =>
    join(folder, 'npm', 'bin', 'npm-cli.js'),
  );
  return [given, ...beside].find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path));
}

function collect(command, args, { cwd = root, env = {}, shell = false }) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd, shell, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/**
 * Runs node with `args` in the foreground: the terminal is the child's, signals are passed on, and the child is ended when
 * whoever started this process through npm is gone (npm passes SIGTERM on to nobody).
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<number>} the exit code, 128 + n when a signal ended it
 */
export function runInForeground(args, { env = {} } = {}) {
  const follower = new URL('./follow-parent.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', follower, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenGone(npmAbove(), () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0)));
  });
}
