import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verify } from 'argon2';
import { Client } from 'pg';
import { testDatabase } from '#embedded';
import { createPersistence, type Persistence } from '#persistence';
import { exampleProvider, writeProviderFile } from '#provider-files';
import { firstAddress } from '../accounts.js';
import { runCommand, type CommandRun } from '../testing/run-command.js';
import { addAccountCommand } from './account.js';
import { addImportCommand } from './import.js';
import { addMigrateCommand } from './migrate.js';
import { addVerifyTrailCommand } from './verify-trail.js';

const before = { ...process.env };
let folder: string;
let persistence: Persistence;

const migrate = (): Promise<CommandRun> => runCommand(addMigrateCommand, 'migrate');
const account = (...args: string[]): Promise<CommandRun> => runCommand(addAccountCommand, 'account', 'add', ...args);
const imported = (...args: string[]): Promise<CommandRun> => runCommand(addImportCommand, 'import', ...args);

/** The example provider under a code of its own, as a file. */
async function fileOf(code: string): Promise<string> {
  const path = join(folder, `${code.replace('/', '-')}.json`);
  await writeFile(path, await writeProviderFile({ ...exampleProvider, provider: { ...exampleProvider.provider, code } }, 'json'));
  return path;
}

const shown = (text: string) => {
  const [, role, email, password] = /^ {2}(\w+) {2}(\S+) {2}password: (\S+)$/m.exec(text) ?? [];
  return { role, email, password };
};

/** Whom address and password let in. */
async function whoIs(email: string, password: string) {
  const found = await persistence.accounts.findByEmail(email);
  return found && (await verify(found.passwordHash, password)) ? found : null;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apgaita-account-'));
  process.env['DATABASE_URL'] = await testDatabase({ empty: true });
  persistence = createPersistence({ databaseUrl: process.env['DATABASE_URL'] });
});

afterAll(async () => {
  await persistence.close();
  process.env = before;
  await rm(folder, { recursive: true });
});

describe('apgaita migrate', () => {
  it('applies every migration by name, and none the second time', async () => {
    const entries = await readdir(fileURLToPath(new URL('../../../../../prisma/migrations/', import.meta.url)), {
      withFileTypes: true,
    });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => `Applied ${entry.name}`);
    const first = await migrate();
    expect([first.exitCode, first.error]).toEqual([0, '']);
    expect(first.out.trimEnd().split('\n')).toEqual([...names.sort(), 'The schema is up to date.']);
    expect(await migrate()).toEqual({ exitCode: 0, out: 'The schema was up to date.\n', error: '' });
  });

  it.each([
    ['does not answer', (url: URL) => (url.port = '1'), 'does not answer (ECONNREFUSED)'],
    ['does not know us', (url: URL) => (url.password = 'wrong'), 'refuses: password authentication failed'],
    ['is not there', (url: URL) => (url.pathname = '/none'), 'refuses: database "none" does not exist'],
  ])('exits 1 when the database %s', async (_, spoil, message) => {
    const right = process.env['DATABASE_URL'] ?? '';
    const url = new URL(right);
    spoil(url);
    process.env['DATABASE_URL'] = url.href;
    const { exitCode, error } = await migrate();
    process.env['DATABASE_URL'] = right;
    expect(exitCode).toBe(1);
    expect(error).toContain(message);
  });

  it('exits 2 for an address of another kind', async () => {
    const right = process.env['DATABASE_URL'];
    process.env['DATABASE_URL'] = 'mysql://db/x';
    expect(await migrate()).toMatchObject({ exitCode: 2, out: '' });
    process.env['DATABASE_URL'] = right;
  });
});

describe('the first account of an imported provider', () => {
  it('is made once, and not by a dry run', async () => {
    const file = await fileOf('FIRST');
    expect((await imported(file, '--dry-run', '--email', 'anna@example.org')).out).not.toContain('password');
    const { out } = await imported(file, '--email', 'Anna@example.org');
    const { role, email, password } = shown(out);
    expect([role, email]).toEqual(['administrator', 'anna@example.org']);
    expect(await whoIs('anna@example.org', password)).toMatchObject({ providerName: exampleProvider.provider.name });
    expect((await imported(file)).out).not.toContain('password');
  });

  it('has an address of its own when none is given', async () => {
    expect(shown((await imported(await fileOf('Rīga/7'))).out).email).toBe('administrator@riga-7.example');
  });

  it.each([
    ['MAJA_1', 'administrator@maja-1.example'],
    ['-Ķekava-', 'administrator@kekava.example'],
    ['Дом', 'administrator@provider.example'],
  ])('of %s is at %s', (code, address) => {
    expect(firstAddress(code)).toBe(address);
  });

  it('is no part of the JSON line unless asked for', async () => {
    const file = await fileOf('JSON');
    const silent = await imported(file, '--json');
    expect(JSON.parse(silent.out)).not.toHaveProperty('account');
    expect(silent.error).toContain('Nobody can log in');
    const asked = JSON.parse((await imported(file, '--json', '--email', 'json@example.org')).out);
    expect(asked.account).toMatchObject({ email: 'json@example.org', role: 'administrator' });
    expect(await whoIs('json@example.org', asked.account.password)).not.toBeNull();
  });

  it('is refused, with the whole file, at an address that has one', async () => {
    const { exitCode, error } = await imported(await fileOf('SECOND'), '--email', 'anna@example.org');
    expect(exitCode).toBe(2);
    expect(error).toContain('has an account of another provider already');
    expect((await persistence.providers.list()).map(({ code }) => code)).not.toContain('SECOND');
  });
});

describe('apgaita verify-trail', () => {
  it('says of every provider whether its trail holds, and where it does not', async () => {
    const held = await runCommand(addVerifyTrailCommand, 'verify-trail');
    expect([held.exitCode, held.error]).toEqual([0, '']);
    expect(held.out).toMatch(/^FIRST: (no entries|\d+ entries hold, head [0-9a-f]{64})$/m);
    const [{ id }] = (await persistence.providers.list()).filter(({ code }) => code === 'FIRST');
    const entry = { providerId: id, actor: 'test', action: 'looked', subject: ['provider', id], detail: {} } as const;
    await persistence.trail.add(entry);
    const database = new Client({ connectionString: process.env['DATABASE_URL'] });
    await database.connect();
    await database.query('ALTER TABLE audit_entries DISABLE TRIGGER USER');
    await database.query("UPDATE audit_entries SET actor = 'nobody' WHERE actor = 'test'");
    await database.query('ALTER TABLE audit_entries ENABLE TRIGGER USER');
    await database.end();
    const broken = await runCommand(addVerifyTrailCommand, 'verify-trail');
    expect(broken.exitCode).toBe(1);
    expect(broken.out).toMatch(/^FIRST: BROKEN at entry \d+; the \d+ entries before it hold$/m);
  });
});

describe('apgaita account add', () => {
  it('lets somebody in with the role asked for', async () => {
    const { exitCode, out, error } = await account('--provider', 'FIRST', '--email', 'Berta@example.org', '--language', 'ru');
    expect([exitCode, error]).toEqual([0, '']);
    const { role, email, password } = shown(out);
    expect([role, email]).toEqual(['coordinator', 'berta@example.org']);
    expect(await whoIs('berta@example.org', password)).toMatchObject({ role: 'coordinator', language: 'ru' });
    expect(await whoIs('berta@example.org', `${password}x`)).toBeNull();
  });

  it.each([
    ['an unknown provider', ['--provider', 'NONE', '--email', 'c@example.org'], 'There is no provider NONE; there is '],
    ['an address that has an account', ['--provider', 'FIRST', '--email', 'BERTA@example.org'], 'has an account already'],
    ['no address', ['--provider', 'FIRST', '--email', 'berta'], 'e-mail address'],
    ['staff without a staff member', ['--provider', 'FIRST', '--email', 'c@example.org', '--role', 'staff'], '--staff'],
    [
      'an unknown staff member',
      ['--provider', 'FIRST', '--email', 'c@example.org', '--role', 'staff', '--staff', 'S999'],
      'There is no staff member S999 at FIRST',
    ],
    ['an unknown role', ['--provider', 'FIRST', '--email', 'c@example.org', '--role', 'king'], 'Allowed choices'],
  ])('exits 2 for %s', async (_, args, message) => {
    const { exitCode, out, error } = await account(...args);
    expect([exitCode, out]).toEqual([2, '']);
    expect(error).toContain(message);
  });
});
