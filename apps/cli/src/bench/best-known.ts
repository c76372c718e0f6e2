import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormatName } from '#instances';

/** An instance to measure. */
export interface BenchInstance {
  readonly format: FormatName;
  /** `mankowska/InstanzCPLEX_HCSRP_10_1` */
  readonly name: string;
  /** The first part of the name: `mankowska`. */
  readonly family: string;
  readonly file: string;
  /** Patients, customers or visits. */
  readonly size: number;
  /** Best known cost in the format's own unit; absent when none is published. */
  readonly best: number | undefined;
  /** The best known cost is proved to be optimal. */
  readonly proved: boolean;
}

interface Entry {
  readonly file?: string;
  readonly size?: number;
  readonly patients?: number;
  readonly customers?: number;
  readonly best_known?: { readonly cost?: number; readonly distance?: number; readonly proved?: boolean } | null;
}

const FORMATS: readonly FormatName[] = ['hhcrsp', 'uhhc', 'vrptw', 'apgaita'];

/**
 * Reads `best_known.json` of a folder: by format, then by name, the file, its
 * size and the best known cost (`cost`, or `distance` for VRPTW).
 * @throws Error when the folder has none
 */
export async function readBestKnown(folder: string): Promise<BenchInstance[]> {
  const known = JSON.parse(await readFile(join(folder, 'best_known.json'), 'utf8')) as Record<string, Record<string, Entry>>;
  return FORMATS.flatMap((format) =>
    Object.entries(known[format] ?? {}).flatMap(([name, entry]) => {
      if (entry.file === undefined) return [];
      const best = entry.best_known?.cost ?? entry.best_known?.distance;
      const size = entry.size ?? entry.patients ?? entry.customers ?? 0;
      const proved = entry.best_known?.proved === true;
      return { format, name, family: name.split('/')[0], file: join(folder, entry.file), size, best, proved };
    }),
  );
}
