import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Issue } from '#contracts';
import { LIMITS } from '../limits.js';
import { issueAt } from '../report.js';

/** One file as uploaded or read: its name decides the format. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a provider brings: a workbook, a JSON file, a .zip — or the files of a folder of CSV files. */
export type ProviderInput = NamedBytes | { readonly name: string; readonly files: readonly NamedBytes[] };

/**
 * Reads a file, or the CSV files of a folder, from disk.
 * @returns the input, or the issues when the path cannot be read or is too large to be an import.
 */
export async function inputFromPath(
  path: string,
): Promise<{ readonly ok: true; readonly input: ProviderInput } | { readonly ok: false; readonly issues: readonly Issue[] }> {
  const found = await stat(path).catch(() => undefined);
  if (!found || (!found.isFile() && !found.isDirectory())) return unreadable(path);
  if (found.isDirectory()) return folder(path);
  if (found.size > LIMITS.fileBytes) return tooLarge(path, found.size);
  const bytes = await readFile(path).catch(() => undefined);
  return bytes ? { ok: true, input: { name: basename(path), bytes } } : unreadable(path);
}

async function folder(path: string): ReturnType<typeof inputFromPath> {
  const names = (await readdir(path)).filter((name) => /\.(?:csv|tsv|txt)$/i.test(name)).sort();
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(path, name))).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > LIMITS.fileBytes || names.length > LIMITS.entries) return tooLarge(path, total);
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(path, name)) })));
  return { ok: true, input: { name: basename(path), files } };
}

function unreadable(path: string) {
  const place = { path: '', sheet: basename(path) };
  const words = { allowed: 'a file or folder that can be read', detail: 'There is no such file, or it may not be read.' };
  return { ok: false as const, issues: [issueAt('file.unreadable', place, { ...words, advice: 'Check the path.' })] };
}

function tooLarge(path: string, bytes: number) {
  const place = { path: '', sheet: basename(path), value: `${bytes} bytes` };
  return { ok: false as const, issues: [issueAt('file.too_large', place, { allowed: `at most ${LIMITS.fileBytes} bytes` })] };
}
