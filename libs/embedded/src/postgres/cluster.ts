import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from '../process/embedded-error.js';
import { runsIn } from '../process/claim.js';
import type { Binaries } from './binaries.js';
import { asIdentity, giveTo, type Identity } from './identity.js';

/** Major version of the embedded PostgreSQL; a cluster of another one cannot be opened. */
const MAJOR = '18';

/** Role and database of everything Apgaita keeps. */
export const ROLE = 'apgaita';

/** A process id above every system's limit, so surely not alive. */
const NOBODYS_PID = 2_147_483_646;

/** One PostgreSQL data folder with its password. */
export interface Cluster {
  /** PGDATA. */
  readonly folder: string;
  readonly password: string;
}

/**
 * Opens the cluster in `dataDir`, creating it the first time: UTF-8, PostgreSQL's own C.UTF-8 locale (the same on every
 * system), a random password, no write-through to disk while it is made.
 * @throws EmbeddedError embedded.data-version or embedded.start-failed
 */
export function openCluster(dataDir: string, binaries: Binaries, identity: Identity): Cluster {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  const cluster = { folder: join(dataDir, 'cluster'), password: password(dataDir) };
  giveTo(identity, dataDir);
  if (existsSync(cluster.folder)) checkVersion(cluster.folder);
  else createCluster(dataDir, cluster.folder, binaries, identity);
  giveTo(identity, cluster.folder);
  chmodSync(cluster.folder, 0o700);
  forgetReusedPid(cluster.folder);
  return cluster;
}

function password(dataDir: string): string {
  const file = join(dataDir, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function createCluster(dataDir: string, folder: string, binaries: Binaries, identity: Identity): void {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const settings = ['--no-sync', '--no-instructions', '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const place = [`--pgdata=${unfinished}`, `--username=${ROLE}`, `--pwfile=${join(dataDir, 'password')}`];
  const { command, args, owner } = asIdentity(identity, binaries.initdb, [...settings, ...locale, ...place]);
  const done = spawnSync(command, args, { encoding: 'utf8', env: serverEnvironment(), cwd: dataDir, ...owner });
  if (done.status !== 0) {
    const why = done.error?.message ?? done.stderr.trim();
    throw new EmbeddedError(
      'embedded.start-failed',
      `PostgreSQL could not make its data folder ${folder}: ${why}\nMake the folder writable, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  renameSync(unfinished, folder);
}

function checkVersion(folder: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === MAJOR) return;
  throw new EmbeddedError(
    'embedded.data-version',
    `${folder} was written by PostgreSQL ${found}, this is ${MAJOR}. Move the folder away to begin anew, or open it with its own version.`,
  );
}

/**
 * After a kill -9 the lock file names a process that is gone, and PostgreSQL clears it itself, unless the number was given
 * to another process since. The file is not deleted: it also guards against backends that outlive their postmaster.
 */
function forgetReusedPid(folder: string): void {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid, ...rest] = readFileSync(file, 'utf8').split('\n');
  if (!runsIn(Number(pid), folder)) writeFileSync(file, [NOBODYS_PID, ...rest].join('\n'));
}

/** The environment of the server's programs: nothing of ours, no PG* variable may leak in. */
export function serverEnvironment(): Record<string, string> {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
