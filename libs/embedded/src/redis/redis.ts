import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedServer } from '../postgres/postgres.js';
import { claimFolder } from '../process/claim.js';
import { EmbeddedError } from '../process/embedded-error.js';
import { freePort } from '../process/free-port.js';
import { logTail, startKept, startProgram, type KeptProcess } from '../process/kept-process.js';

export interface RedisSettings {
  /** Folder of the append-only file and the log; created the first time. */
  readonly dataDir: string;
  /** Where it listens and what it asks for, as of one that ran before; a free port and a new password unless given. */
  readonly address?: { readonly port: number; readonly password: string };
  /** Logical databases; 16 unless given. */
  readonly databases?: number;
  /** Program to run, or false for the one in JavaScript; the first of valkey-server and redis-server on the PATH unless given. */
  readonly program?: string | false;
}

const ATTEMPTS = 5;
const STEP_MS = 20;
const STEPS = 500;

/**
 * Starts a Redis on the loopback address: the machine's own Valkey or Redis with an append-only file and noeviction
 * where it has one, else the one in JavaScript, which keeps nothing when it ends. It ends with `stop()` or with this process.
 * @throws EmbeddedError embedded.data-in-use or embedded.start-failed
 */
export async function startRedis(settings: RedisSettings): Promise<EmbeddedServer> {
  const folder = resolve(settings.dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const program = settings.program ?? installedProgram();
  const { port, password } = settings.address ?? { port: undefined, password: randomBytes(24).toString('base64url') };
  const launch = { folder, databases: settings.databases ?? 16, password, port };
  return program === false ? startInJavaScript(launch) : startNative(program, launch);
}

interface Launch {
  readonly folder: string;
  readonly databases: number;
  readonly password: string;
  /** Absent: any free one. */
  readonly port: number | undefined;
}

function installedProgram(): string | false {
  const runs = (name: string) => spawnSync(name, ['--version']).status === 0;
  return ['valkey-server', 'redis-server'].find(runs) ?? false;
}

async function startInJavaScript({ folder, databases, password, port: wanted = 0 }: Launch): Promise<EmbeddedServer> {
  const server = startProgram({
    program: new URL('./js-redis.js', import.meta.url),
    args: [String(databases), String(wanted)],
    folder,
    env: { APGAITA_REDIS_PASSWORD: password },
    readFirstLine: true,
  });
  const port = Number(await server.firstLine);
  if (port > 0) return running(server, port, password, 'Redis in JavaScript (in memory)');
  throw new EmbeddedError('embedded.start-failed', `The Redis in JavaScript did not start:\n${logTail(folder)}`);
}

async function startNative(program: string, { folder, databases, password, port: wanted }: Launch): Promise<EmbeddedServer> {
  await claimFolder(folder);
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort());
    const server = startKept({
      command: program,
      args: [writeSettings(folder, port, databases, password)],
      folder,
      stopSignal: 'SIGTERM',
      killSignal: 'SIGKILL',
      env: { PATH: process.env['PATH'] ?? '', LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] ?? '' },
      owner: undefined,
    });
    if (await answers(server, port, password)) return running(server, port, password, program);
    await server.stop();
    if (attempt === ATTEMPTS) throw new EmbeddedError('embedded.start-failed', `${program} did not start:\n${logTail(folder)}`);
  }
}

/** The settings go into a file: a password among the arguments could be read by every user of the machine. */
function writeSettings(folder: string, port: number, databases: number, password: string): string {
  const file = join(folder, 'redis.conf');
  const lines = [
    `bind 127.0.0.1`,
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    `databases ${databases}`,
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    'set-proc-title no',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}

async function answers(server: KeptProcess, port: number, password: string): Promise<boolean> {
  for (let step = 0; step < STEPS && !server.hasExited(); step++) {
    if ((await ask(port, `AUTH ${password}\r\nPING\r\n`)).includes('+PONG')) return true;
    await sleep(STEP_MS);
  }
  return false;
}

/** What the server says to `request` and QUIT; nothing when it does not answer. */
function ask(port: number, request: string): Promise<string> {
  return new Promise((done) => {
    let reply = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`${request}QUIT\r\n`));
    socket.on('data', (chunk) => (reply += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => done(reply));
  });
}

function running(server: KeptProcess, port: number, password: string, label: string): EmbeddedServer {
  return { url: `redis://:${password}@127.0.0.1:${port}`, label, exited: server.exited, stop: () => server.stop() };
}
