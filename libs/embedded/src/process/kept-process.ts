import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KeeperOrder } from './keeper-order.js';

/** A server process that ends when this process ends, however it ends. */
export interface KeptProcess {
  /** Process id of the program that was started (the keeper, where there is one). */
  readonly pid: number;
  /** Settles when the program has ended. */
  readonly exited: Promise<void>;
  readonly hasExited: () => boolean;
  /** First line the program writes to standard output; undefined when it ends without one. Only with `readFirstLine`. */
  readonly firstLine: Promise<string | undefined>;
  /** Asks the server to end and waits until it has. */
  stop(): Promise<void>;
}

/** Starts a native server under a keeper; what it writes goes to `server.log` in its folder. */
export function startKept(order: KeeperOrder): KeptProcess {
  return startProgram({ program: new URL('./keeper.js', import.meta.url), args: [JSON.stringify(order)], folder: order.folder });
}

export interface ProgramStart {
  readonly program: URL;
  readonly args: readonly string[];
  /** Where `server.log` is written anew; that of the run before is kept as `server.log.1`. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly readFirstLine?: boolean;
}

/**
 * Starts one of this library's own programs with node. It gets a session of its own, so that Ctrl-C in the terminal
 * reaches only the launcher, which then stops its servers last.
 */
export function startProgram({ program, args, folder, env, readFirstLine = false }: ProgramStart): KeptProcess {
  const logFile = join(folder, 'server.log');
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(process.execPath, [fileURLToPath(program), ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['pipe', readFirstLine ? 'pipe' : log, log],
    detached: true,
    windowsHide: true,
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    pid: child.pid ?? -1,
    exited,
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    firstLine: readFirstLine ? firstLineOf(child) : Promise.resolve(undefined),
    stop: async () => {
      child.stdin?.end();
      await exited;
    },
  };
}

/** The last lines a server wrote, for error messages. */
export function logTail(folder: string, lines = 5): string {
  try {
    return readFileSync(join(folder, 'server.log'), 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

async function firstLineOf(child: ChildProcess): Promise<string | undefined> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end);
  }
  return undefined;
}
