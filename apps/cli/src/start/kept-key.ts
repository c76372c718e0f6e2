import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key of a data folder that seals secrets, made at its first start; readable by the folder's owner. */
export function keptKey(dataDir: string): string {
  const path = join(dataDir, 'secrets.key');
  try {
    // Never made anew in place of one that is there: what it has sealed could not be opened again.
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
