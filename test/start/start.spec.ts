import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Launcher } from './launcher.js';
import { remaining } from './processes.js';

/** Milliseconds after which a killed launcher's programs and servers must be gone. */
const ORPHANED_WITHIN_MS = 20_000;
/** Milliseconds after which what was killed must be at work again. */
const AGAIN_WITHIN_MS = 20_000;

let folder: string;
let dataDir: string;
const launchers: Launcher[] = [];

function start(...args: readonly string[]): Launcher {
  const launcher = new Launcher(dataDir, ...args);
  launchers.push(launcher);
  return launcher;
}

const demo = ['--demo', 'riga-40', '--seconds', '2', '--port', '0'] as const;
const plannedBy = (text: string): string[] => [...text.matchAll(/── (.*?) ─+ planned in/g)].map(([, days]) => days);

/** Everything that runs, by what the terminal calls it and what its command line has in it. */
const KILLED = [
  ['PostgreSQL', /postgres.* -D /],
  ['Redis', /js-redis\.js|(?:redis|valkey)-server/],
  ['The worker', /apps\/worker\/src\/main\.js/],
  ['The api', /apps\/api\/src\/main\.js/],
] as const;

/** Whether the app and its servers answer again within a while. */
async function readyAgain(address: string): Promise<boolean> {
  for (const deadline = Date.now() + AGAIN_WITHIN_MS; Date.now() < deadline; await pause(200)) {
    const status = await fetch(`${address}/health/ready`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return true;
  }
  return false;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apgaita-start-'));
  dataDir = join(folder, 'data');
});

afterAll(async () => {
  await Promise.all(launchers.map((launcher) => launcher.end('SIGKILL')));
  await rm(folder, { recursive: true });
});

// One story on one data folder, for bringing everything up takes seconds.
describe('apgaita start', () => {
  let kept: string[];
  let cookie: string;

  it('brings everything up, plans the demo provider and serves the page', async () => {
    const first = start(...demo);
    const address = await first.address();
    expect(first.text).toContain('demo provider riga-40 loaded');
    kept = plannedBy(first.text);
    expect(kept).toEqual([expect.stringMatching(/^\w+day \d+ \w+ \d{4}$/), expect.stringMatching(/^Week of Monday /)]);
    const served = [...first.text.matchAll(/Served +(\d+) of (\d+) visits/g)].map(([, some, all]) => Number(some) / Number(all));
    // How many visits of the coming week the law bars for terms that end hangs on the day of the test.
    expect([served[0] > 0.9, served[1] > 0.75]).toEqual([true, true]);

    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(await page.text()).toContain('<title>Apgaita</title>');
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);

    const [, email, password] = /coordinator +(\S+@\S+) +(\S+)/.exec(first.text) ?? [];
    const headers = { 'content-type': 'application/json' };
    const session = await fetch(`${address}/api/v1/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ email, password }),
    });
    expect(await session.json()).toMatchObject({ email, role: 'coordinator' });
    cookie = session.headers.getSetCookie()[0].split(';', 1)[0];
  }, 90_000);

  it('is not started twice on one data folder, and the first does not notice', async () => {
    const [first] = launchers;
    const address = await first.address();
    const second = start(...demo);
    expect(await second.end()).toBe(2);
    expect(second.text).toContain(`runs already on the data folder ${dataDir}: it is at ${address}`);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });

  it('starts each program and server again that was killed, at its address, and says so', async () => {
    const [first] = launchers;
    const address = await first.address();
    for (const [name, command] of KILLED) {
      const before = first.process(command);
      expect([name, before]).toEqual([name, expect.any(Number)]);
      process.kill(before as number, 'SIGKILL');
      await first.says(new RegExp(`${name} ended by itself`));
      expect([name, await readyAgain(address)]).toEqual([name, true]);
      expect(first.process(command)).not.toBe(before);
    }
    // Who was logged in is still: what was written is there.
    const plans = await fetch(`${address}/api/v1/plans`, { headers: { cookie } });
    expect([plans.status, ((await plans.json()) as unknown[]).length]).toEqual([200, expect.any(Number)]);
  }, 90_000);

  it('says which port is taken', async () => {
    const { port } = new URL(await launchers[0].address());
    const other = new Launcher(join(folder, 'other'), '--port', port);
    expect(await other.end()).toBe(2);
    expect(other.text).toContain(`Port ${port} is taken`);
  });

  it('ends with code 0 on Ctrl-C and leaves no process', async () => {
    const [first] = launchers;
    const started = first.processes();
    expect(started.length).toBeGreaterThanOrEqual(4);
    expect(await first.end('SIGINT')).toBe(0);
    expect(await remaining(started, 0)).toEqual([]);
  }, 30_000);

  it('serves the kept data without planning again, and says that another demo is not loaded', async () => {
    const again = start('--demo', 'riga-400', '--port', '0');
    const address = await again.address();
    expect(again.text).toContain('The provider riga-40 is here already: riga-400 is not loaded');
    expect(plannedBy(again.text)).toEqual([]);
    const told = [...again.text.matchAll(/^ {2}(.*): planned already/gm)].map(([, days]) => days);
    expect(told).toEqual(kept);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);

    const started = again.processes();
    expect(await again.end('SIGKILL')).toBeNull();
    expect(await remaining(started, ORPHANED_WITHIN_MS)).toEqual([]);
  }, 60_000);

  it('stops cleanly when it is told to while it comes up, also after one that was killed', async () => {
    const stopped = start(...demo);
    await stopped.says(/PostgreSQL/);
    const started = stopped.processes();
    expect(await stopped.end('SIGTERM')).toBe(0);
    expect(stopped.text).not.toContain('Apgaita is at');
    expect(await remaining(started, 0)).toEqual([]);
  }, 60_000);
});
