import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addStartCommand } from '../commands/start.js';
import { runCommand } from '../testing/run-command.js';
import { addressOf, ownAddressOf, usablePort } from './address.js';
import { claimDataFolder } from './data-folder.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'apgaita-folder-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const claimOf = (path: string): unknown => JSON.parse(readFileSync(join(path, 'start.json'), 'utf8'));

describe('claimDataFolder', () => {
  it('makes the folder, says whose it is and where, and lets go of it', () => {
    const path = join(folder, 'a', 'b');
    const claimed = claimDataFolder(path);
    expect(claimOf(path)).toEqual({ process: process.pid });
    claimed.tellAddress('http://localhost:3000');
    expect(claimOf(path)).toEqual({ process: process.pid, address: 'http://localhost:3000' });
    claimed.release();
    expect(() => claimOf(path)).toThrow('ENOENT');
    claimDataFolder(path).release();
  });

  it.each([
    // This process is alive, but it is no start: the number was given away again.
    ['a process that is something else now', () => JSON.stringify({ process: process.pid })],
    ['a process that is gone', () => JSON.stringify({ process: 2 ** 22 + 1, address: 'http://localhost:3000' })],
    ['nobody, for it was cut off while writing', () => '{"proc'],
  ])('takes over what was left behind by %s', (_, left) => {
    const path = join(folder, 'left');
    claimDataFolder(path).release();
    writeFileSync(join(path, 'start.json'), left());
    const claimed = claimDataFolder(path);
    expect(claimOf(path)).toEqual({ process: process.pid });
    claimed.release();
  });

  it.each([
    ['below a file', 'file/below', 'ENOTDIR'],
    ['at a file', 'file', 'EEXIST'],
  ])('refuses a folder %s', (_, path, code) => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => claimDataFolder(join(folder, path))).toThrow(`cannot be written to (${code})`);
  });
});

describe('usablePort', () => {
  it('finds a free port for 0 and tells a taken one', async () => {
    const port = await usablePort('127.0.0.1', 0);
    expect(await usablePort('127.0.0.1', port)).toBe(port);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = (other.address() as AddressInfo).port;
    await expect(usablePort('127.0.0.1', taken)).rejects.toMatchObject({
      exitCode: 2,
      message: `Port ${taken} is taken by another program. Name another: npm start -- --port ${taken + 1}`,
    });
    other.close();
  });

  it('tells a host that is not here', async () => {
    await expect(usablePort('192.0.2.1', 0)).rejects.toThrow('cannot listen on HOST 192.0.2.1');
  });

  it.each([
    ['127.0.0.1', 'http://localhost:80', 'http://127.0.0.1:80'],
    ['0.0.0.0', 'http://localhost:80', 'http://127.0.0.1:80'],
    ['::', 'http://localhost:80', 'http://127.0.0.1:80'],
    ['::1', 'http://[::1]:80', 'http://[::1]:80'],
    ['192.0.2.1', 'http://192.0.2.1:80', 'http://192.0.2.1:80'],
  ])('has addresses for %s', (host, address, own) => {
    expect([addressOf(host, 80), ownAddressOf(host, 80)]).toEqual([address, own]);
  });
});

describe('apgaita start', () => {
  it.each([
    ['an unknown demo', ['--demo', 'riga-4'], 'Allowed choices are riga-400, riga-40'],
    ['a demo and none', ['--demo', 'riga-40', '--empty'], 'cannot be used with'],
    ['a port that is none', ['--port', '65536'], 'Give a whole number from 0 to 65535'],
  ])('refuses %s', async (_, args, message) => {
    const { exitCode, error } = await runCommand(addStartCommand, 'start', ...args);
    expect(exitCode).toBe(2);
    expect(error).toContain(message);
  });
});
