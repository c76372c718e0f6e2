import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runsIn } from '../process/claim.js';
import { findBinaries } from './binaries.js';
import { ROLE } from './cluster.js';
import { chooseIdentity, reachablePlaces } from './identity.js';

/**
 * The address of the PostgreSQL that another process of Apgaita runs on this data folder, or undefined when none does.
 * Starts, claims and changes nothing.
 */
export function findPostgres(settings: { readonly dataDir: string }): string | undefined {
  const { dataDir } = reachablePlaces(chooseIdentity(), findBinaries(), resolve(settings.dataDir));
  const lockFile = join(dataDir, 'cluster', 'postmaster.pid');
  if (!existsSync(lockFile)) return undefined;
  // Process id, data folder, start, port, socket folder, address, shared memory, state.
  const lines = readFileSync(lockFile, 'utf8').split('\n');
  const ready = lines[7]?.startsWith('ready') === true && runsIn(Number(lines[0]), join(dataDir, 'cluster'));
  if (!ready) return undefined;
  const password = readFileSync(join(dataDir, 'password'), 'utf8').trim();
  return `postgresql://${ROLE}:${password}@127.0.0.1:${Number(lines[3])}/${ROLE}`;
}
