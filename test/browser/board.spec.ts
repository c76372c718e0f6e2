import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { editedView, routeView } from '#contracts';
import { testDatabase, testRedis } from '#embedded';
import { createPersistence, type Persistence } from '#persistence';
import { startApi, startWorker, type Program } from '../e2e/program.js';
import { boardProvider } from '../e2e/board-provider.js';
import { settleTenant, type Tenant } from '../e2e/tenant.js';
import { Visitor } from '../e2e/visitor.js';
import { axeFaults } from './axe.js';
import { openWindow, type Window } from './window.js';

const FIRST_START_MS = 600_000;
/** A Tuesday that is always ahead: nothing on it is past. */
const DAY = '2031-11-25';

let persistence: Persistence;
let api: Program & { readonly url: string };
let worker: Program;
let tenant: Tenant;
let window: Window;
let page: Page;

beforeAll(async () => {
  const servers = { databaseUrl: await testDatabase(), redisUrl: await testRedis() };
  persistence = createPersistence(servers);
  const file = boardProvider(DAY);
  tenant = await settleTenant(persistence, file);
  [api, worker] = await Promise.all([startApi(servers), startWorker(servers)]);
  window = await openWindow(api.url);
  ({ page } = window);
  page.setDefaultTimeout(20_000);
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('E-mail').fill(tenant.email);
  await page.getByLabel('Password').fill(tenant.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByText('There are no plans yet').waitFor();
  const order = { from: DAY, to: DAY, seconds: 1, threads: 1 };
  const made = (await (await page.request.post('/api/v1/plans', { data: order })).json()) as { readonly id: string };
  await page.goto(`/plans/${made.id}`);
  await page.locator('.status-draft').waitFor();
  await page.locator('.bar-visit').first().waitFor();
}, FIRST_START_MS);

afterAll(async () => {
  await window?.close();
  await Promise.all([api?.end('SIGTERM'), worker?.end('SIGTERM')]);
  await persistence?.close();
});

/** A manager of the same provider, at another desk. */
async function colleagueOf({ email, password }: Tenant): Promise<Visitor> {
  const account = await persistence.accounts.findByEmail(email);
  if (!account) throw new Error('the tenant has no account');
  const { providerId, language, passwordHash } = account;
  const own = 'manager@colleague.example';
  await persistence.accounts.create({ providerId, email: own, role: 'manager', language, passwordHash });
  const visitor = new Visitor(api.url);
  await visitor.logIn(own, password);
  return visitor;
}

/** What axe finds on the page, in daylight and in the dark. */
async function wrongWithPage(): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await axeFaults(page)).map((fault) => `${colorScheme} ${fault}`));
  }
  return faults;
}

const row = (name: string): Locator => page.locator('.route', { has: page.locator('.route-name', { hasText: name }) });
const card = (name: string): Locator => page.locator('.bar-visit', { hasText: name });

/** Takes a card at its middle to a clock time of somebody's row; the axis runs from 06:00 to 22:00. */
async function drag(from: Locator, to: string, clock: string, drop = true): Promise<void> {
  const [box, bar] = await Promise.all([from.boundingBox(), row(to).locator('.bar').boundingBox()]);
  if (!box || !bar) throw new Error('nothing to drag');
  const [hours, minutes] = clock.split(':').map(Number);
  const grabbed = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(grabbed.x, grabbed.y);
  await page.mouse.down();
  const x = bar.x + (bar.width * (60 * (hours - 6) + minutes)) / 960 + box.width / 2;
  await page.mouse.move(x, bar.y + bar.height / 2, { steps: 8 });
  await page.locator('.drag-card .verdict').waitFor();
  if (drop) await page.mouse.up();
}

/** Clicks where the map, which has just framed all routes, draws a client's home. */
async function clickHome(name: string, map: Locator): Promise<void> {
  const plan = page.url().split(/[/?]/).at(-2) ?? '';
  const routes = z.array(routeView).parse(await (await page.request.get(`/api/v1/plans/${plan}/routes`)).json());
  const homes = routes.flatMap(({ base, stops }) => [base, ...stops.map(({ position }) => position)]).filter((at) => at !== null);
  const home = routes.flatMap(({ stops }) => stops).find(({ client }) => client.includes(name))?.position;
  await map.evaluate((element) => element.scrollIntoView());
  const box = await map.locator('canvas').boundingBox();
  if (!box || !home) throw new Error(`${name} is not on the map`);
  // Web Mercator; 36 pixels are left free at every side.
  const up = (degrees: number): number => (Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI;
  const [xs, ys] = [homes.map(({ longitude }) => longitude), homes.map(({ latitude }) => up(latitude))];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((box.width - 72) / (right - left), (box.height - 72) / (high - low));
  const x = box.x + box.width / 2 + (home.longitude - (left + right) / 2) * scale;
  const y = box.y + box.height / 2 - (up(home.latitude) - (low + high) / 2) * scale;
  const lit = page.locator('.bar-visit.is-focused', { hasText: name });
  // Only what is drawn already can be pointed at.
  for (let k = 0; k < 400 && (await lit.count()) === 0; k++) await page.mouse.move(x + (k % 2), y);
  await lit.waitFor();
  await page.mouse.click(x, y);
}

/** Start of a client's visit on somebody's row, as the board draws it. */
async function given(name: string): Promise<string> {
  const start = await card(name).first().getAttribute('data-start');
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Riga', hour: '2-digit', minute: '2-digit' });
  const staff = await page
    .locator('.route', { has: card(name) })
    .first()
    .locator('.route-name')
    .textContent();
  return `${staff} ${shown.format(new Date(start ?? ''))}`;
}

/** Waits until the board draws a client's visit with somebody at a time. */
async function drawn(name: string, placed: string | RegExp): Promise<void> {
  const deadline = Date.now() + 20_000;
  const isThere = (seen: string): boolean => (typeof placed === 'string' ? seen === placed : placed.test(seen));
  for (let seen = await given(name); !isThere(seen); seen = await given(name)) {
    if (Date.now() > deadline) throw new Error(`${name} is drawn at ${seen}, not at ${String(placed)}`);
    await page.waitForTimeout(50);
  }
}

describe('the board of a draft', () => {
  it('has a row for everybody on duty, those without a visit too', async () => {
    await page.reload();
    await page.locator('.bar-visit').first().waitFor();
    expect(await window.shifted()).toBeLessThan(0.005);
    expect(await page.locator('.route').count()).toBe(3);
    expect(await row('N1 Staff').textContent()).toContain('free');
  });

  it('shows the same routes on the map, and opens on either what is picked on the other', async () => {
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    const map = page.getByRole('region', { name: 'Map' }).first();
    await map.locator('canvas').waitFor();
    // Four stops of three visits: both carers are at the third.
    expect(await map.locator('[data-stops]').getAttribute('data-stops')).toBe('4');
    await row('S1 Staff').hover();
    await page.locator('.is-focused .route-name', { hasText: 'S1 Staff' }).waitFor();
    expect(await wrongWithPage()).toEqual([]);
    await clickHome('Client2', map);
    await page.getByRole('complementary', { name: 'Given2 Client2' }).getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    expect(await page.locator('.plan-map').count()).toBe(0);
  });

  it('says while dragging why somebody cannot take a visit, and lets it go back where it was', async () => {
    const before = await given('Client1');
    await drag(card('Client1'), 'N1 Staff', '10:00', false);
    await page.locator('.drag-card .verdict-refused').waitFor();
    expect(await page.locator('.drag-card').textContent()).toContain('N1 Staff may not do these tasks.');
    await page.mouse.up();
    await page.locator('.editing-said.is-bad').waitFor();
    expect(await page.locator('.editing-said.is-bad').textContent()).toContain('Not possible: N1 Staff may not do these tasks.');
    expect(await given('Client1')).toBe(before);
  });

  it('stores a possible drop at once, and takes it back by keyboard', async () => {
    const before = await given('Client1');
    await drag(card('Client1'), 'S1 Staff', '10:25');
    await drawn('Client1', 'S1 Staff 10:25');
    await page.getByText('Saved.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('The edit is taken back.').waitFor();
    await drawn('Client1', before);
  });

  it('draws the other half of a joint visit where it would be before the drop', async () => {
    const starts = (): Promise<(string | null)[]> =>
      page
        .locator('.bar-visit[data-client^="Given3"]')
        .evaluateAll((cards) => cards.map((one) => one.getAttribute('data-start')));
    await drag(card('Client3').first(), 'S1 Staff', '13:15', false);
    await drawn('Client3', 'S1 Staff 13:15');
    expect(await starts()).toEqual([`${DAY}T11:15:00.000Z`, `${DAY}T11:15:00.000Z`]);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await page.locator('.drag-card').count()).toBe(0);
    expect(await starts()).not.toContain(`${DAY}T11:15:00.000Z`);
  });

  it('ranks who can take a visit, by keyboard, and asks why a wish is set aside', async () => {
    await row('S1 Staff').locator('h3').getByRole('button').press('Enter');
    await page.getByRole('button', { name: /^Change the visit: Given1 Client1/ }).press('Enter');
    const panel = page.getByRole('complementary', { name: 'Given1 Client1' });
    await panel.getByRole('heading', { name: 'Who can take it' }).waitFor();
    const other = panel.locator('.candidate', { hasText: 'S2 Staff' });
    await other.getByText('Wish set aside: the person the client wishes for (0 → 3,600)').waitFor();
    await other.getByRole('button', { name: 'Give: S2 Staff' }).press('Enter');
    await page.getByRole('heading', { name: 'Why is the wish set aside?' }).waitFor();
    await page.getByLabel('Reason').last().fill('S1 is at a training');
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).press('Enter');
    await drawn('Client1', /^S2 Staff /);
    await page.getByText('Saved.').waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
  });

  it('locks a visit with a reason, which then stands against a drop', async () => {
    await card('Client1').click();
    const panel = page.getByRole('complementary', { name: 'Given1 Client1' });
    await panel.getByLabel('the time').check();
    await panel.getByLabel('Reason').fill('promised to the daughter');
    await panel.getByRole('button', { name: 'Save' }).click();
    await card('Client1').locator('.icon').waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await drag(card('Client1'), 'S2 Staff', '09:05', false);
    await page.locator('.drag-card .verdict-refused').waitFor();
    expect(await page.locator('.drag-card').textContent()).toContain(
      `the time is pinned (${tenant.email}: promised to the daughter).`,
    );
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });

  it('shows what a colleague does, who it was, and leaves it to them to take it back', async () => {
    const before = await given('Client2');
    const id = page.url().split('/').at(-1) ?? '';
    const visit = (await card('Client2').getAttribute('data-visit')) ?? '';
    const colleague = await colleagueOf(tenant);
    const { revision } = (await persistence.planEdits.version(tenant.providerId, id)) ?? { revision: 0 };
    const moves = [{ kind: 'remove', visit }];
    await colleague.post(`/api/v1/plans/${id}/moves`, { moves, revision }, editedView);
    await page.getByText('manager@colleague.example has just changed the plan.').waitFor();
    await page
      .locator('.unserved', { hasText: 'Given2 Client2' })
      .getByText('A coordinator took the visit out of the plan.')
      .waitFor();
    await page.getByRole('button', { name: 'Undo', disabled: true }).waitFor();
    await colleague.post(`/api/v1/plans/${id}/undo`, { revision: revision + 1 }, editedView);
    await card('Client2').waitFor();
    await drawn('Client2', before);
  });

  it('repairs a bad morning three ways and makes the chosen one the draft', async () => {
    const id = page.url().split('/').at(-1) ?? '';
    expect((await page.request.post(`/api/v1/plans/${id}/publish`)).status()).toBe(200);
    await page.getByRole('link', { name: 'A bad morning' }).click();
    await page.getByRole('textbox', { name: 'Day' }).fill(DAY);
    await page.getByLabel('Who cannot work').selectOption({ label: 'S1 Staff · visits: 1' });
    await page.getByRole('button', { name: 'Record and find repairs' }).click();
    // One card may be the best in several ways; it then says so.
    const cardOf = (profile: string): Locator => page.locator('.repair', { hasText: profile });
    const least = cardOf('Fewest changed times');
    await least.waitFor();
    const profiles = ['Fewest new faces', 'Least travel', 'Fewest changed times'];
    expect(await Promise.all(profiles.map((profile) => cardOf(profile).count()))).toEqual([1, 1, 1]);
    expect(await least.getByRole('listitem').allTextContents()).toContain('Given3 Client3');
    await least.getByRole('button', { name: 'Choose this one' }).click();
    await page.locator('.status-draft').waitFor();
    await page.locator('.differences tbody tr', { hasText: 'Given3 Client3' }).waitFor();
    expect(await wrongWithPage()).toEqual([]);
  });

  it('compares the repair with the plan in force, visit by visit', async () => {
    await page.getByRole('link', { name: 'Compare' }).click();
    const others = page.getByLabel('Compare with');
    // The oldest is the one in force.
    await others.locator('option', { hasText: 'Version 1 ' }).waitFor({ state: 'attached' });
    await others.selectOption((await others.locator('option', { hasText: 'Version 1 ' }).getAttribute('value')) ?? '');
    const changed = page.getByRole('region', { name: 'Changed visits' });
    await changed.getByRole('row', { name: /Given3 Client3/ }).waitFor();
    await page
      .getByRole('region', { name: 'By cause' })
      .getByRole('row', { name: /staff member absent/ })
      .waitFor();
    await page
      .getByRole('region', { name: 'By staff member' })
      .getByRole('row', { name: /^S1 Staff 1 → 0/ })
      .waitFor();
    expect(await wrongWithPage()).toEqual([]);
    await page.goBack();
  });

  it('says before publishing who would be told what', async () => {
    await page.getByRole('button', { name: 'Publish the plan' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish this plan?' });
    await dialog.getByText(/^Clients to be told: \d+$/).click();
    await dialog.getByRole('list', { name: 'Clients to be told' }).getByText('Given3 Client3', { exact: true }).waitFor();
    expect(await wrongWithPage()).toEqual([]);
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.locator('.status-published').waitFor();
  });

  it('has had no error in the console', () => {
    expect(window.faults).toEqual([]);
  });
});
