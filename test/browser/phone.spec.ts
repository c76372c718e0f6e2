import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { chromium, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOOR_CODE } from '#contracts';
import { testDatabase, testRedis } from '#embedded';
import { createPlanQueue, type PlanQueue } from '#jobs';
import { createPersistence, type Persistence } from '#persistence';
import { newToken, tokenHash } from '../../apps/api/src/session/session-cookie.js';
import { PASSWORD, settleFieldDay, type FieldDay } from '../e2e/field-day.js';
import { DAY } from '../e2e/small-provider.js';
import { listeningApi } from '../e2e/test-api.js';
import { axeFaults } from './axe.js';
import { cameraShowing, filmOf } from './fake-camera.js';
import { findBrowser } from './find-browser.js';
import { openWindow, type Window } from './window.js';

/** A machine without any browser installs or downloads one first. */
const FIRST_START_MS = 600_000;
/** The client's door, and a place some kilometres off. */
const AT_HOME = { latitude: 56.951, longitude: 24.12, accuracy: 15 };
const FAR_OFF = { latitude: 56.99, longitude: 24.3, accuracy: 15 };

let persistence: Persistence;
let queue: PlanQueue;
let api: NestExpressApplication;
let day: FieldDay;
let profile: string;
let context: BrowserContext;
let page: Page;
let url: string;
let clock = '08:25';

const now = (): Date => new Date(`${DAY}T${clock}:00+02:00`);

beforeAll(async () => {
  persistence = createPersistence({ databaseUrl: await testDatabase() });
  queue = createPlanQueue({ redisUrl: await testRedis(), onError: () => undefined });
  day = await settleFieldDay(persistence, 'FIELD');
  const webRoot = fileURLToPath(new URL('../../apps/web', import.meta.url));
  api = await listeningApi({ persistence, queue, now, logged: [], webRoot });
  url = (await api.getUrl()).replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  profile = await mkdtemp(join(tmpdir(), 'apgaita-phone-'));
  await filmOf(DOOR_CODE + (await doorCode()), join(profile, 'door.y4m'));
  await openPhone();
}, FIRST_START_MS);

afterAll(async () => {
  await context?.close();
  await api?.close();
  await queue?.close();
  await persistence?.close();
  if (profile) await rm(profile, { recursive: true, force: true });
});

/** The code at the second client's door. */
const doorCode = (): Promise<string> => secretOf({ kind: 'door', client: 'C2' });

async function secretOf(shows: Parameters<Persistence['secretLinks']['make']>[1]): Promise<string> {
  const token = newToken();
  const of = { providerId: day.providerId, createdBy: randomUUID(), secretHash: tokenHash(token) };
  await persistence.secretLinks.make(of, shows);
  return token;
}

/** Opens the phone's browser with what it kept; a cheap phone held upright. */
async function openPhone(): Promise<void> {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...cameraShowing(join(profile, 'door.y4m'))],
    baseURL: url,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: 'lv',
    geolocation: AT_HOME,
    permissions: ['geolocation', 'camera'],
  });
  await context.clock.setFixedTime(now());
  page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
}

async function logIn(): Promise<void> {
  await page.getByLabel('E-pasts').fill(day.emails.S1);
  await page.getByLabel('Parole').fill(PASSWORD);
  await page.getByRole('button', { name: 'Pieslēgties' }).click();
}

/** Ends the browser as an empty battery does: it has no chance to put anything away. */
async function kill(): Promise<void> {
  const closed = new Promise((resolve) => context.once('close', resolve));
  const session = await context.newCDPSession(page);
  // The crash leaves nobody to answer.
  await session.send('Browser.crash').catch(() => undefined);
  await closed;
}

/** Moves both clocks, the phone's and the server's. */
async function at(time: string): Promise<void> {
  clock = time;
  await context.clock.setFixedTime(now());
}

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const stored = () => persistence.events.list(day.providerId, { from: DAY, to: DAY, visit: null, staff: day.staff.S1 });

describe('a carer’s day on the phone', () => {
  it('leads from the log-in to the next visit, in Latvian, with a big button', async () => {
    await page.goto('/');
    await logIn();
    await page.getByRole('heading', { name: 'Nākamā vizīte' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/my');
    const next = page.locator('.phone-next');
    expect(await next.textContent()).toContain('GivenC1 FamilyC1');
    expect(await next.textContent()).toContain('08:30–09:15');
    const box = await button('Sākt vizīti').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(64);
    expect(await page.locator('.phone-break').textContent()).toContain('Pārtraukums');
    // 08:00 to 12:00 without half an hour of break; 25 minutes of it are past.
    expect(await page.locator('.phone-paid').textContent()).toContain('25\u00a0min no 3\u00a0h 30\u00a0min');
  });

  it('shows of a visit what is needed at the door and nothing of the diagnosis', async () => {
    await page.getByRole('link', { name: 'Atvērt vizīti' }).click();
    await page.getByRole('heading', { name: 'GivenC1 FamilyC1' }).waitFor();
    const text = (await page.locator('article').textContent()) ?? '';
    for (const words of ['4. stāvs', 'lifta nav', '1234', 'under the mat', 'Dzīvnieki', 'māsa', 'FamilyN1', '09:30']) {
      expect(text).toContain(words);
    }
    for (const secret of ['I83.0', 'dressing daily', 'diabetes']) expect(await page.content()).not.toContain(secret);
  });

  it('is kept for a stairwell without signal', async () => {
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.goto('/my');
    await page.getByRole('heading', { name: 'Nākamā vizīte' }).waitFor();
    await page.waitForFunction("caches.match('/my').then((kept) => kept !== undefined)");
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: 'Nākamā vizīte' }).waitFor();
    expect(await page.getByRole('status').first().textContent()).toContain('Nav savienojuma. Dati no');
  });

  it('takes a check-in and tasks in airplane mode and calls nothing sent', async () => {
    await at('08:31');
    await button('Sākt vizīti').click();
    await page.getByText('Sākta 08:31').waitFor();
    await page.getByRole('link', { name: 'Atvērt vizīti' }).click();
    await at('09:00');
    await page
      .getByRole('group', { name: 'Mazgāšana vannā/dušā' })
      .getByRole('button', { name: 'Izdarīts', exact: true })
      .click();
    await page.getByText('Gaida nosūtīšanu: 2').waitFor();
    expect(await stored()).toEqual([]);
  });

  it('loses nothing when the app is killed, and goes on without a connection', async () => {
    await kill();
    clock = '09:14';
    await openPhone();
    await context.setOffline(true);
    await page.goto('/my');
    await page.getByText('Sākta 08:31').waitFor();
    await page.getByText('Gaida nosūtīšanu: 2').waitFor();
    await button('Pabeigt vizīti').click();
    await page.getByText('Gaida nosūtīšanu: 3').waitFor();
  });

  it('sends everything once there is a connection, each entry once, with its own times and the place at that moment', async () => {
    await context.setOffline(false);
    await page.evaluate("window.dispatchEvent(new Event('online'))");
    // A browser killed soon after the log-in may have lost its cookie; what was entered waits for the log-in.
    await page.getByText('Viss nosūtīts').or(page.getByLabel('Parole')).first().waitFor();
    if (await page.getByLabel('Parole').isVisible()) await logIn();
    await page.getByText('Viss nosūtīts').waitFor();
    const events = await stored();
    expect(events.map(({ kind, at: when, task }) => [kind, when, task])).toEqual([
      ['checked_in', `${DAY}T06:31:00.000Z`, undefined],
      ['task_done', `${DAY}T07:00:00.000Z`, 'BATH'],
      ['checked_out', `${DAY}T07:14:00.000Z`, undefined],
    ]);
    expect(events[0].position).toMatchObject({ latitude: 56.951, longitude: 24.12, accuracyMetres: 15 });
    expect(events[1].position).toBeUndefined();
    expect(events[2].position).toMatchObject({ latitude: 56.951 });
  });

  it('never blocks a check-in at the wrong place, but asks why', async () => {
    await at('11:01');
    await context.setGeolocation(FAR_OFF);
    await page.locator('.phone-next').getByText('GivenC2 FamilyC2').waitFor();
    await button('Sākt vizīti').click();
    await page.getByText('Vieta vai laiks nesakrīt').waitFor();
    await button('Klients ir citur').click();
    await page.getByText('Viss nosūtīts').waitFor();
    expect((await stored()).at(-1)).toMatchObject({ kind: 'checked_in', visit: day.lift, reason: 'elsewhere' });
  });

  it('reports what was seen: emergencies first, each with one tap to 113', async () => {
    await page.getByRole('link', { name: 'Atvērt vizīti' }).click();
    await page.getByText('Ko es redzēju').click();
    const groups = page.locator('.phone-saw h3');
    expect(await groups.allTextContents()).toEqual(['Briesmas: zvanīt 113', 'Veselība: ziņo ģimenes ārstam']);
    await button('Drudzis, temperatūra, klepus').click();
    await button('Jauns').click();
    await page.getByLabel('Klients zina, ka par to paziņos').check();
    await button('Ziņot').click();
    await page.getByText('Pierakstīts').waitFor();
    await page.getByText('Viss nosūtīts').waitFor();
    const [report] = await persistence.observations.list(day.providerId, DAY, DAY);
    expect(report).toMatchObject({ code: 'D4', client: 'GivenC2 FamilyC2', isNew: true, clientInformed: true, consented: false });
    await button('Pēkšņas sāpes krūtīs').click();
    expect(await page.locator('.phone-call').getAttribute('href')).toBe('tel:113');
  });

  it('reads the code at the door with the camera where the phone is not sure of the place', async () => {
    await at('11:46');
    await page.goto(`/my/visit/${DAY}/${encodeURIComponent(day.lift)}`);
    await button('Nolasīt kodu pie durvīm').click();
    await page.getByText('Pabeigta 11:46').waitFor();
    await page.getByText('Viss nosūtīts').waitFor();
    const records = await persistence.confirmations.records(day.providerId, { from: DAY, to: DAY });
    const lift = records.find(({ visit }) => visit === day.lift);
    expect(lift?.events.at(-1)).toMatchObject({ kind: 'checked_out', doorCode: true, position: null });
  });

  it('takes a slip of the thumb back, and everything as done with one tap', async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await button('Kļūdījos: atsaukt pēdējo').click();
    await button('Viss izdarīts').click();
    await button('Viss izdarīts').waitFor({ state: 'detached' });
    await button('Pabeigt vizīti').waitFor();
    await page.getByText('Viss nosūtīts').waitFor();
    const lift = (await stored()).filter(({ visit }) => visit === day.lift);
    const found = (kind: string) => lift.filter((event) => event.kind === kind);
    expect(found('withdrawn').map(({ corrects }) => corrects)).toEqual(found('checked_out').map(({ id }) => id));
    expect(found('task_done').map(({ task }) => task)).toEqual(['TRANSFER']);
  });

  it('shows one’s time and hands out a calendar address that can be revoked', async () => {
    await page.getByRole('link', { name: 'Mans laiks' }).click();
    await page.getByText('Nedēļā kopā').waitFor();
    await button('Izveidot adresi').click();
    const address = (await page.locator('.phone-secret').textContent()) ?? '';
    const feed = await (await fetch(address.replace('localhost', '127.0.0.1'))).text();
    expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(feed).not.toMatch(/Family|Street|BATH/);
    await button('Atsaukt').click();
    await button('Atsaukt').waitFor({ state: 'detached' });
    expect((await fetch(address.replace('localhost', '127.0.0.1'))).status).toBe(404);
  });

  it('fits its screen without scrolling sideways', async () => {
    for (const path of ['/my', '/my/changes', '/my/time', `/my/visit/${DAY}/${encodeURIComponent(day.bath)}`]) {
      await page.goto(path);
      await page.locator('main h1').waitFor();
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBeLessThanOrEqual(0);
    }
  });

  it('has nothing that axe finds fault with', async () => {
    for (const path of ['/my', '/my/changes', '/my/time', `/my/visit/${DAY}/${encodeURIComponent(day.bath)}`]) {
      await page.goto(path);
      await page.locator('main h1').waitFor();
      expect([path, await axeFaults(page)]).toEqual([path, []]);
    }
  });
});

describe('a client’s coming visits', () => {
  it('are for the family on a phone too: who comes when, what for, at whose cost and whom to call', async () => {
    await page.goto(`/week/${await secretOf({ kind: 'week', client: 'C1' })}`);
    const bath = page.locator('tbody tr').first();
    const words = ((await bath.textContent()) ?? '').replaceAll('\u00a0', ' ');
    for (const part of ['otrdiena, 24. novembris, 08:30–09:15', 'GivenS1 FamilyS1', 'Mazgāšana vannā/dušā', '%']) {
      expect(words).toContain(part);
    }
    expect(await page.getByRole('link').getAttribute('href')).toBe('tel:+371 20000000');
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('the manager’s pages', () => {
  async function asManager(): Promise<Window> {
    const window = await openWindow(url);
    window.page.setDefaultTimeout(20_000);
    await window.page.goto('/');
    await window.page.getByRole('button', { name: 'English' }).click();
    await window.page.getByLabel('E-mail').fill(day.emails.manager);
    await window.page.getByLabel('Password').fill(PASSWORD);
    await window.page.getByRole('button', { name: 'Log in' }).click();
    await window.page.locator('.main-menu').waitFor();
    return window;
  }

  it('open without a fault, in the console or to axe', async () => {
    const window = await asManager();
    try {
      for (const path of [
        '/ledger',
        '/ledger/exceptions',
        '/ledger/billing',
        '/ledger/hours',
        '/ledger/quality',
        '/ledger/growth',
      ]) {
        await window.page.goto(`${path}?month=${DAY.slice(0, 7)}`);
        await window.page.locator('main h1').waitFor();
        await window.page.waitForLoadState('networkidle');
        expect([path, await axeFaults(window.page)]).toEqual([path, []]);
      }
      expect(window.faults).toEqual([]);
    } finally {
      await window.close();
    }
  }, 90_000);

  it('lead from a kind of account to its accounts and to their visits', async () => {
    const window = await asManager();
    const { page: desk } = window;
    try {
      await desk.goto(`/ledger?month=${DAY.slice(0, 7)}`);
      await desk.locator('section[aria-labelledby="ledger-groups"] select').selectOption('kind');
      await desk.getByRole('link', { name: 'Episodes' }).click();
      const accounts = desk.locator('section[aria-labelledby="ledger-accounts"]');
      expect(await accounts.locator('h2').textContent()).toContain('Episodes');
      const rows = accounts.locator('tbody th');
      expect(await rows.count()).toBe(1);
      await rows.getByRole('link').click();
      await desk.getByRole('heading', { name: /Visits/ }).waitFor();
    } finally {
      await window.close();
    }
  }, 60_000);

  it('acknowledge what lies outside the limits', async () => {
    const window = await asManager();
    try {
      await window.page.goto(`/ledger/exceptions?month=${DAY.slice(0, 7)}`);
      await window.page.getByRole('checkbox', { name: 'Select all shown' }).check();
      await window.page.getByLabel('Note (why it is right)').fill('asked them');
      await window.page.getByRole('button', { name: 'Acknowledge' }).click();
      await window.page
        .getByText(/\d+ visits? acknowledged|Nothing to look at/)
        .first()
        .waitFor();
    } finally {
      await window.close();
    }
  }, 60_000);
});
