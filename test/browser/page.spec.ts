import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { testDatabase, testRedis } from '#embedded';
import { createPersistence, type Persistence } from '#persistence';
import { startApi, startWorker, type Program } from '../e2e/program.js';
import { DAY, smallProvider } from '../e2e/small-provider.js';
import { settleTenant, type Tenant } from '../e2e/tenant.js';
import { codeNow } from '../e2e/totp-code.js';
import { axeFaults } from './axe.js';
import { openWindow, type Window } from './window.js';

/** A machine without any browser installs or downloads one first. */
const FIRST_START_MS = 600_000;

let persistence: Persistence;
let api: Program & { readonly url: string };
let worker: Program;
let tenant: Tenant;
let window: Window;
let page: Page;

beforeAll(async () => {
  const servers = { databaseUrl: await testDatabase(), redisUrl: await testRedis() };
  persistence = createPersistence(servers);
  tenant = await settleTenant(persistence, smallProvider('PAGE'));
  [api, worker] = await Promise.all([startApi(servers), startWorker(servers)]);
  window = await openWindow(api.url);
  ({ page } = window);
  page.setDefaultTimeout(20_000);
}, FIRST_START_MS);

afterAll(async () => {
  await window?.close();
  await Promise.all([api?.end('SIGTERM'), worker?.end('SIGTERM')]);
  await persistence?.close();
});

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name });

async function logIn(password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(tenant.email);
  await page.getByLabel('Password').fill(password);
  await button('Log in').click();
}

describe('the coordinator’s page', () => {
  it('speaks Latvian to a stranger, and English one tap later', async () => {
    await page.goto('/');
    await heading('Pieslēgšanās').waitFor();
    await button('English').click();
    await heading('Log in').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('refuses a wrong password in words and lets the right one in', async () => {
    await logIn('wrong');
    await page.getByText('The e-mail or the password is not right.').waitFor();
    await logIn(tenant.password);
    await page.getByText('There are no plans yet').waitFor();
    expect(await page.locator('.who').textContent()).toContain('Provider PAGE');
  });

  it('asks for a plan of chosen days and follows it until it is there', async () => {
    // The page offers no search as short as a test wants.
    await page.route('**/api/v1/plans', async (route) => {
      const order = route.request().postDataJSON() as object | null;
      await route.continue(order ? { postData: JSON.stringify({ ...order, seconds: 1 }) } : {});
    });
    await page.getByText('Other days').click();
    await page.getByLabel('To (included)').fill(DAY);
    await page.getByLabel('From').fill(DAY);
    await page.getByLabel('To (included)').fill(DAY);
    await button('Plan').and(page.locator('[type=submit]')).click();
    await heading('Tuesday 24 November 2026').or(heading('Tuesday, 24 November 2026')).waitFor();
    await page.locator('.status-draft').waitFor();
    const figure = (name: string): Promise<string | null> =>
      page.locator('.figure', { hasText: name }).locator('.figure-value').textContent();
    expect(await figure('Visits served')).toBe('3 of 4');
    expect(await figure('Care')).toBe('3.0 h');
    expect(await figure('Joint visits')).toBe('1');
    expect(await figure('Conflicts avoided')).toBe('1');
  });

  it('says at the top what is left out and why', async () => {
    const left = page.locator('.unserved');
    await left.getByRole('heading', { name: '1 visit not placed' }).waitFor();
    expect(await left.locator('li').first().textContent()).toContain('Physiotherapy');
    expect(await left.locator('.reasons').textContent()).toBe(
      'Nobody at work may practise the profession needed on that day: physiotherapist.',
    );
  });

  it('opens a route by keyboard and says which rule parts two visits, from which and why', async () => {
    await page.locator('.route').first().waitFor();
    expect(await page.locator('.route').count()).toBe(3);
    const nurse = page.locator('.route', { hasText: 'FamilyN1' });
    const row = nurse.locator('h3').getByRole('button');
    await row.focus();
    await page.keyboard.press('Enter');
    expect(await row.getAttribute('aria-expanded')).toBe('true');
    const visit = nurse.locator('.stop', { hasText: 'GivenC1 FamilyC1' });
    expect(await visit.locator('.stop-time').textContent()).toMatch(/^(08|09|10|11|12):\d\d–\d\d:\d\d/);
    const link = visit.locator('.link');
    const words = await link.textContent();
    expect(words).toContain('Bath or shower');
    expect(words).toMatch(/\d\d:\d\d · GivenS[12] FamilyS[12]/);
    expect(words).toContain('Source:');
    // Words of the rule book's own language would say so by their `lang`.
    expect(await link.locator('[lang="lv"]').count()).toBe(0);
  });

  it('draws every visit on the bars, both halves of a joint visit marked', async () => {
    const bars = page.locator('.bar-visit');
    expect(await bars.count()).toBe(4);
    expect(await bars.locator('.icon').count()).toBe(2);
    const [bar, block] = await Promise.all([page.locator('.bar').first().boundingBox(), bars.first().boundingBox()]);
    expect(block?.x).toBeGreaterThan(bar?.x ?? Infinity);
    // 45 of the axis' 960 minutes.
    expect(block?.width).toBeCloseTo(((bar?.width ?? 0) * 45) / 960, 0);
  });

  it('finds a client without diacritics or capitals', async () => {
    await page.getByRole('searchbox').fill('familyc1');
    await page.getByText('2 routes found').waitFor();
    expect(await page.locator('.route').count()).toBe(2);
    await page.getByRole('searchbox').fill('');
    await page.getByText('3 routes').first().waitFor();
  });

  it('keeps the language over a reload', async () => {
    await button('Русский').click();
    await heading('1 незапланированный визит').waitFor();
    await page.reload();
    await heading('1 незапланированный визит').waitFor();
    await button('Latviešu').click();
    await heading('1 neieplānota vizīte').waitFor();
    await button('English').click();
  });

  it('publishes after a question, which can be called off', async () => {
    await button('Publish the plan').click();
    await page.getByText('1 visit stays outside the plan.').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.status-draft').count()).toBe(1);
    await button('Publish the plan').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.locator('.status-published').waitFor();
    expect(await button('Publish the plan').count()).toBe(0);
  });

  it('hands out the template and takes it back with every mistake shown', async () => {
    await page.getByRole('link', { name: 'Data import' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the template' }).click();
    const template = await readFile(await (await download).path());
    expect(template.subarray(0, 2).toString()).toBe('PK');
    const bad = {
      format: 'apgaita-provider',
      version: 1,
      provider: { code: 'PAGE', name: 'Provider PAGE' },
      clients: [{ id: 'C1' }],
    };
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'provider.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(bad)) });
    await heading(/^The file has \d+ mistakes\. Nothing is written\.$/).waitFor();
    expect(await page.locator('.issues tbody tr').count()).toBeGreaterThan(5);
    expect(await page.locator('.issues').textContent()).toContain('familyName');
  });

  it('takes a good file: first as a trial, then for good', async () => {
    const file = JSON.stringify({ ...smallProvider('PAGE') });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'provider.json', mimeType: 'application/json', buffer: Buffer.from(file) });
    await page.getByText('The file is in order. Nothing is written yet.').waitFor();
    await button('Write the data').click();
    await page.getByText('The data were the same already; nothing has changed.').waitFor();
  });

  it.each([
    [820, 1180],
    [390, 844],
  ])('fits a screen of %i by %i without scrolling sideways', async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    await page.locator('.plan-days').first().click();
    await page.locator('.route').first().getByRole('button').click();
    await page.locator('.stop').first().waitFor();
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBeLessThanOrEqual(0);
  });

  it('logs out for good', async () => {
    await button('Log out').click();
    await heading('Log in').waitFor();
    await page.goBack();
    await heading('Log in').waitFor();
  });

  it('lets the administrator say who may come in, and see who looked, on pages that everybody can use', async () => {
    const { providerId, passwordHash } = (await persistence.accounts.findByEmail(tenant.email)) ?? {
      providerId: '',
      passwordHash: '',
    };
    const email = 'boss@page.example';
    await persistence.accounts.create({ providerId, email, role: 'administrator', language: 'en', passwordHash });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/access');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(tenant.password);
    await button('Log in').click();
    await heading('Accounts').waitFor();
    await page.locator('.panel').getByLabel('E-mail').fill('new@page.example');
    await page.locator('.panel').getByRole('button', { name: 'Invite' }).click();
    await page.getByText(/^Hand this link to new@page\.example/).waitFor();
    expect(await page.locator('.hand-over code').textContent()).toMatch(/\/password#[\w-]{43}$/);
    await page
      .getByRole('row', { name: /new@page\.example/ })
      .getByRole('button', { name: 'Lock' })
      .click();
    await page
      .getByRole('row', { name: /new@page\.example/ })
      .getByText('locked')
      .waitFor();
    await page.getByRole('link', { name: 'Who looked' }).click();
    await page.getByLabel('Number of the client').fill('C1');
    await button('Show').click();
    await page.getByRole('row', { name: /plan/ }).first().waitFor();
    await button('Verify the trail').click();
    await page.getByText(/^Untouched/).waitFor();
    const faults: string[] = [];
    for (const path of [
      '/access',
      '/access/programs',
      '/access/organisation',
      '/access/emergencies',
      '/access/client-data',
      '/account',
    ]) {
      await page.goto(path);
      await page.locator('h1').waitFor();
      faults.push(...(await axeFaults(page)).map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it('sets up a second factor with a picture drawn here, and lets in by a recovery code', async () => {
    await button('Set up the second factor').click();
    await page.getByRole('img', { name: 'Picture for the authenticator' }).waitFor();
    const secret = ((await page.locator('.accounts code').first().textContent()) ?? '').replaceAll(' ', '');
    await page.getByLabel('Code').fill(codeNow(secret));
    await button('Confirm').click();
    await page.locator('.recovery-codes code').first().waitFor();
    const codes = await page.locator('.recovery-codes code').allTextContents();
    expect(codes).toHaveLength(10);
    await button('Log out').click();
    await page.getByLabel('E-mail').fill('boss@page.example');
    await page.getByLabel('Password').fill(tenant.password);
    await button('Log in').click();
    await page.getByLabel('Code of the authenticator').fill(codes[0]);
    await button('Log in').click();
    await page.getByText('Recovery codes left: 9').waitFor();
  });

  it('has had no error in the console, no failed request and none to another host', () => {
    expect(window.faults).toEqual([]);
  });
});
