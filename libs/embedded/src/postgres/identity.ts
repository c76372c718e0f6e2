import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { binariesIn, type Binaries } from './binaries.js';

/**
 * As whom PostgreSQL, which refuses to run as root, is run: as the current user; as root seen as user 1000 of a user
 * namespace of its own (nothing on the system changes); or, where namespaces are forbidden, as nobody.
 */
export type Identity = 'self' | 'namespace' | 'nobody';

const NOBODY = 65_534;
const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000'];

/** The identity this process can use. */
export function chooseIdentity(): Identity {
  if (process.getuid?.() !== 0) return 'self';
  return spawnSync('unshare', [...NAMESPACE, 'true']).status === 0 ? 'namespace' : 'nobody';
}

/** A command as this identity runs it. */
export function asIdentity(identity: Identity, command: string, args: readonly string[]) {
  const owner = identity === 'nobody' ? { uid: NOBODY, gid: NOBODY } : undefined;
  if (identity !== 'namespace') return { command, args, owner };
  return { command: 'unshare', args: [...NAMESPACE, command, ...args], owner };
}

/** Binaries and data folder that this identity can reach: copies outside a private folder where it must. */
export function reachablePlaces(identity: Identity, binaries: Binaries, dataDir: string) {
  if (identity !== 'nobody') return { binaries, dataDir };
  letThrough(dirname(dataDir));
  const copy = join(tmpdir(), `apgaita-postgres-${shortHash(binaries.home)}`);
  if (!openToAll(binaries.home) && !isOurs(copy)) copyBinaries(binaries.home, copy);
  return {
    binaries: openToAll(binaries.home) ? binaries : binariesIn(copy),
    dataDir: openToAll(dirname(dataDir)) ? dataDir : join(longLived(), `apgaita-data-${shortHash(dataDir)}`),
  };
}

/** Gives `folder` and all in it to the identity; only root can and needs to. */
export function giveTo(identity: Identity, folder: string): void {
  if (identity === 'self') return;
  const uid = identity === 'nobody' ? NOBODY : 0;
  if (statSync(folder).uid !== uid) spawnSync('chown', ['-R', `${uid}:${uid}`, folder]);
}

function copyBinaries(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o755 });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  rmSync(to, { recursive: true, force: true });
  renameSync(unfinished, to);
}

/** In a folder everybody may write to, only what we put there ourselves is run. */
function isOurs(path: string): boolean {
  return existsSync(path) && statSync(path).uid === process.getuid?.();
}

/** Lets others pass through the folder of all data, not look into it; each server's own folder stays closed. */
function letThrough(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  chmodSync(folder, statSync(folder).mode | 0o011);
}

/** True when every folder down to `path` may be entered by anybody. */
function openToAll(path: string): boolean {
  const parent = dirname(path);
  const open = !existsSync(path) || (statSync(path).mode & 0o001) !== 0;
  return open && (parent === path || openToAll(parent));
}

/** The folder for temporary files that the system keeps over a restart, where there is one. */
function longLived(): string {
  return existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
