import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Milliseconds a program may take to say that it is ready. */
const READY_WITHIN_MS = 40_000;

/** A program running as a process of its own, as in production. */
export interface Program {
  readonly pid: number;
  /** Every line it has logged, parsed. */
  readonly log: readonly LogLine[];
  /** What it wrote to standard error. */
  readonly errors: readonly string[];
  /** Settles when it has ended, however it did. */
  readonly ended: Promise<unknown>;
  /** The first line whose message matches, past or to come. */
  waitFor(message: RegExp): Promise<LogLine>;
  /** Sends a signal and waits for the end; returns the exit code, null when the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export interface LogLine {
  readonly msg: string;
  readonly [field: string]: unknown;
}

export interface Servers {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>;
  /** Modules loaded before the program. */
  readonly imports?: readonly string[];
}

/** Starts the built API on a free port and waits until it listens. */
export async function startApi(servers: Servers): Promise<Program & { readonly url: string }> {
  const program = startProgram('api', servers);
  const { port } = await program.waitFor(/^api ready on/);
  return { ...program, url: `http://127.0.0.1:${String(port)}` };
}

/** Starts a built worker and waits until it takes jobs. */
export async function startWorker(servers: Servers): Promise<Program> {
  const program = startProgram('worker', servers);
  await program.waitFor(/^worker ready/);
  return program;
}

/** Starts a built program and does not wait. */
export function startProgram(name: 'api' | 'worker', { databaseUrl, redisUrl, env: more, imports = [] }: Servers): Program {
  const main = fileURLToPath(new URL(`../../apps/${name}/src/main.js`, import.meta.url));
  const secrets = { SECRETS_KEY: Buffer.alloc(32, 9).toString('base64') };
  const env = {
    ...process.env,
    ...secrets,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    PORT: '0',
    LOG_LEVEL: 'info',
    ...more,
  };
  // The launcher's own watch: a test run that dies leaves no program behind.
  const follower = new URL('../../../apps/cli/bootstrap/follow-parent.mjs', import.meta.url).href;
  const child = spawn(process.execPath, [...[follower, ...imports].flatMap((module) => ['--import', module]), main], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const log: LogLine[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    log.push(line.startsWith('{') ? (JSON.parse(line) as LogLine) : { msg: line });
    child.emit('logged');
  });
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const waitFor = async (message: RegExp): Promise<LogLine> => {
    const deadline = AbortSignal.timeout(READY_WITHIN_MS);
    for (;;) {
      const found = log.find((line) => message.test(line.msg));
      if (found) return found;
      if (child.exitCode !== null || deadline.aborted)
        throw new Error(`${name} never said ${message.source}: ${errors.join('\n')}`);
      await Promise.race([once(child, 'logged', { signal: deadline }).catch(() => undefined), ended]);
    }
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return (await ended)[0];
  };
  return { pid: child.pid ?? 0, log, errors, ended, waitFor, end };
}
