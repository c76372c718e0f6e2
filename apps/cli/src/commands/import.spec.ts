import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { testDatabase } from '#embedded';
import { exampleProvider, writeProviderFile } from '#provider-files';
import { addImportCommand } from './import.js';

let folder: string;
const before = { ...process.env };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apgaita-import-'));
  process.env['DATABASE_URL'] = await testDatabase();
});

afterAll(async () => {
  process.env = before;
  await rm(folder, { recursive: true });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs the command in this process. */
async function run(...args: string[]): Promise<{ exitCode: unknown; out: string; error: string }> {
  const written = { out: '', error: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.error += String(text)), true));
  const program = new Command('apgaita').exitOverride();
  addImportCommand(program);
  await program.parseAsync(['import', ...args], { from: 'user' });
  const { exitCode } = process;
  jest.restoreAllMocks();
  return { exitCode, ...written };
}

const at = (name: string) => join(folder, name);
const ROWS = 29;
const totalOf = (out: string) => /total +(\d+) +(\d+) +(\d+)/.exec(out)?.slice(1).map(Number);

describe('apgaita import', () => {
  it('writes a template, never over an existing file', async () => {
    expect(await run('--template', at('provider.xlsx'))).toMatchObject({ exitCode: 0, error: '' });
    const bytes = await readFile(at('provider.xlsx'));
    expect(await run('--template', at('provider.xlsx'))).toMatchObject({ exitCode: 2, out: '' });
    expect(await readFile(at('provider.xlsx'))).toEqual(bytes);
  });

  it('counts in a dry run, writes, and changes nothing the second time', async () => {
    const dry = await run(at('provider.xlsx'), '--dry-run');
    expect([dry.exitCode, totalOf(dry.out)]).toEqual([0, [ROWS, 0, 0]]);
    expect(totalOf((await run(at('provider.xlsx'))).out)).toEqual([ROWS, 0, 0]);
    expect(totalOf((await run(at('provider.xlsx'))).out)).toEqual([0, 0, ROWS]);
  });

  it('counts the row that changed', async () => {
    const file = structuredClone(exampleProvider);
    file.clients[0].floor = 4;
    await writeFile(at('changed.json'), await writeProviderFile(file, 'json'));
    expect(totalOf((await run(at('changed.json'))).out)).toEqual([0, 1, ROWS - 1]);
  });

  it('lists every issue and exits 2, having written nothing', async () => {
    const file = structuredClone(exampleProvider);
    file.clients[0].floor = 5;
    file.patterns[1].profession = 'carer';
    file.shifts = Array.from({ length: 15 }, (_, index) => ({ ...file.shifts[0], id: `S-${index}` }));
    await writeFile(at('bad.json'), await writeProviderFile(file, 'json'));
    const { exitCode, out, error } = await run(at('bad.json'));
    expect([exitCode, out]).toEqual([2, '']);
    expect(error).toContain('16 issues, nothing was imported');
    expect(error).toContain('shifts · start — shift.overlap (14)');
    expect(error).toContain('… and 4 more');
    expect(error).toContain('patterns · profession — task.profession (2)');
    expect(totalOf((await run(at('changed.json'), '--dry-run')).out)).toEqual([0, 0, ROWS]);
  });

  it('gives all of it as one JSON line', async () => {
    const { exitCode, out } = await run(at('bad.json'), '--json');
    expect(exitCode).toBe(2);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const answer = JSON.parse(out) as { ok: boolean; issues: unknown[] };
    expect([answer.ok, answer.issues.length]).toEqual([false, 16]);
    expect(JSON.parse((await run(at('changed.json'), '--json')).out)).toMatchObject({
      ok: true,
      dryRun: false,
      counts: { clients: { created: 0, changed: 0, unchanged: 1 } },
      issues: [],
    });
  });

  it.each([
    ['another provider', [() => at('provider.xlsx'), '--provider', 'CITS'], 'provider.other'],
    ['no such file', [() => at('none.xlsx')], 'file.unreadable'],
    ['no file at all', [], 'Name the file to import'],
  ] as const)('exits 2 for %s', async (_, args, message) => {
    const { exitCode, error } = await run(...args.map((arg) => (typeof arg === 'function' ? arg() : arg)));
    expect(exitCode).toBe(2);
    expect(error).toContain(message);
  });

  it('refuses what contradicts the database and says so without names', async () => {
    const file = structuredClone(exampleProvider);
    file.shifts[0].id = 'M-OTHER';
    await writeFile(at('overlap.json'), await writeProviderFile(file, 'json'));
    const { exitCode, error } = await run(at('overlap.json'));
    expect(exitCode).toBe(2);
    expect(error).toMatch(/does not agree with what is stored already.*overlap/);
    expect(error).not.toContain(file.staff[0].familyName);
  });
});
