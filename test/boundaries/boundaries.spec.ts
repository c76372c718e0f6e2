import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planted } from './planted.js';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const root = process.cwd();
let folder: string;
let violations: readonly Violation[];

beforeAll(async () => {
  mkdirSync(join(root, '.data'), { recursive: true, mode: 0o700 });
  folder = mkdtempSync(join(root, '.data', 'violations-'));
  for (const { file, source } of planted.flatMap((one) => (one.beside ? [one, one.beside] : [one]))) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
  violations = await cruise(relative(root, folder));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(planted)('$rule bites on $file', ({ rule, file }) => {
    const fired = violations.filter((found) => found.from === join(relative(root, folder), file));
    expect(fired.map((found) => found.rule.name)).toContain(rule);
  });

  it('are each broken by at least one planted file', async () => {
    const { default: config } = await import(join(root, '.dependency-cruiser.mjs'));
    const names: string[] = config.forbidden.map((rule: { name: string }) => rule.name);
    expect(names.filter((name) => !planted.some(({ rule }) => rule === name))).toEqual([]);
  });
});

async function cruise(path: string): Promise<readonly Violation[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', path];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28 });
  return JSON.parse(stdout).summary.violations;
}
