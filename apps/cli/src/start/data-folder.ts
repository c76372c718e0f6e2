import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { runsIn } from '#embedded';
import { StartRefusal } from './refusal.js';

const FILE = 'start.json';
/** What the command line of a running start has in it: its process id alone may belong to somebody else by now. */
const COMMAND = 'main.js start';

const claim = z.object({ process: z.int().positive(), address: z.string().optional() });

/** The folder of all data, claimed by this start. */
export interface DataFolder {
  readonly path: string;
  /** Lets another start say where this one is. */
  tellAddress(address: string): void;
  release(): void;
}

/**
 * Makes the folder where it is missing and claims it for this process, until `release` or its end however it ends.
 * @throws StartRefusal when it cannot be written to, or belongs to a start that runs.
 */
export function claimDataFolder(given: string): DataFolder {
  const path = resolve(given);
  const file = join(path, FILE);
  const note = (address?: string): string => `${JSON.stringify({ process: process.pid, address })}\n`;
  try {
    mkdirSync(path, { recursive: true });
    if (!written(file, note())) {
      refuseBeside(file, path);
      // Left behind by a start that was killed.
      writeFileSync(file, note(), { mode: 0o600 });
    }
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new StartRefusal(
      `The data folder ${path} cannot be written to (${why}). Make it writable, or set DATA_DIR to another.`,
    );
  }
  return {
    path,
    tellAddress: (address) => writeFileSync(file, note(address), { mode: 0o600 }),
    release: () => rmSync(file, { force: true }),
  };
}

function written(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseBeside(file: string, path: string): void {
  const other = holderOf(file);
  if (!other || !runsIn(other.process, COMMAND)) return;
  const where = other.address === undefined ? 'is just starting' : `is at ${other.address}`;
  throw new StartRefusal(
    `Apgaita runs already on the data folder ${path}: it ${where} (process ${other.process}).\n` +
      'Use that one, stop it, or set DATA_DIR to another folder for a second one.',
  );
}

function holderOf(file: string): z.infer<typeof claim> | undefined {
  try {
    return claim.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Half written by a start that was killed.
    return undefined;
  }
}
