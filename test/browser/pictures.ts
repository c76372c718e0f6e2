import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { clientListItem, planSummary, sessionView } from '#contracts';
import { managerPictures, phonePictures } from './field-pictures.js';
import { openWindow } from './window.js';

/*
 * Takes the pictures of docs/images from a demo that has just been started and not touched yet; it publishes the day's
 * plan and lets somebody fall ill. `npm start`, then `node dist/test/browser/pictures.js [ADDRESS] [FOLDER] [PART…]`:
 * of the parts boards, morning, pages, phone and manager those that are named, otherwise all of them.
 */
const [address = 'http://localhost:3000', folder = 'docs/images', ...parts] = process.argv.slice(2);
const wants = (part: string): boolean => parts.length === 0 || parts.includes(part);
const demo = z.object({ people: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })) });
const { people } = demo.parse(JSON.parse(readFileSync('.data/demo-logins.json', 'utf8')));
const [manager, office, carer] = ['manager', 'coordinator', 'staff'].map((role) => {
  const person = people.find((one) => one.role === role);
  if (!person) throw new Error(`.data/demo-logins.json names no ${role}`);
  return { email: person.email, password: person.password };
});

const window = await openWindow(address);
const { page } = window;
try {
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  sessionView.parse(await (await page.request.post('/api/v1/session', { data: manager })).json());
  const plans = planSummary.array().parse(await (await page.request.get('/api/v1/plans')).json());
  const day = plans.find(({ from, to, status }) => from === to && status === 'draft');
  const week = plans.find(({ from, to }) => from !== to);
  if (!day || !week) throw new Error('there is no draft of a day, or no plan of a week');
  if (wants('boards')) await boards(page, day.id, week.id);
  if (wants('morning')) await morning(page, day.id);
  if (wants('pages')) await pages(page);
  const browser = page.context().browser();
  if (wants('phone') && browser) await phonePictures(browser, { address, folder }, { carer, office });
  if (wants('manager')) await managerPictures(page, take);
} finally {
  await window.close();
}

async function take(name: string, shown: Page | Locator = page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  await shown.screenshot({ path: `${folder}/${name}.png` });
  process.stdout.write(`${name}\n`);
}

async function boards(shown: Page, day: string, week: string): Promise<void> {
  await shown.goto(`/plans/${week}?view=week`);
  await take('week-board');
  await shown.goto(`/plans/${day}`);
  await shown.locator('.bar-visit').first().waitFor();
  await take('plan');
  await shown.locator('.board-tools').evaluate((tools) => tools.scrollIntoView());
  await drag(shown);
  const row = shown.locator('.route').nth(6);
  await row.locator('h3 button').click();
  await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await take('route');
  await row.locator('h3 button').click();
  await shown.getByRole('button', { name: 'Map', exact: true }).click();
  await shown.locator('.plan-map canvas').waitFor();
  await shown.locator('.board-and-map').evaluate((element) => element.scrollIntoView());
  await take('map');
  await shown.getByRole('button', { name: 'Map', exact: true }).click();
}

/** Holds a visit over the first person who may take it then, if there is one. */
async function drag(shown: Page): Promise<void> {
  const card = await shown.locator('.route').nth(0).locator('.bar-visit').nth(0).boundingBox();
  if (!card) throw new Error('there is nothing to drag');
  const bars = await Promise.all(
    [5, 1, 4, 6, 8, 9, 10, 11].map((k) => shown.locator('.route').nth(k).locator('.bar').boundingBox()),
  );
  const x = card.x + card.width / 2;
  await shown.mouse.move(x, card.y + card.height / 2);
  await shown.mouse.down();
  for (const bar of bars) {
    await shown.mouse.move(x, (bar?.y ?? 0) + (bar?.height ?? 0) / 2, { steps: 4 });
    await shown.locator('.drag-card[aria-busy="false"] .verdict').waitFor();
    if ((await shown.locator('.drag-card .verdict-refused').count()) === 0) break;
  }
  await take('board-drag');
  await shown.keyboard.press('Escape');
  await shown.mouse.up();
}

async function morning(shown: Page, day: string): Promise<void> {
  await shown.goto(`/plans/${day}`);
  await shown.getByRole('button', { name: 'Publish the plan' }).click();
  const dialog = shown.getByRole('dialog');
  await dialog.locator('summary').first().click();
  await take('publish');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await shown.locator('.status-published').waitFor();
  await shown.goto('/morning');
  const who = shown.getByLabel('Who cannot work');
  await who.locator('option').nth(8).waitFor({ state: 'attached' });
  await who.selectOption({ index: 8 });
  await shown.getByRole('button', { name: 'Record and find repairs' }).click();
  await shown.locator('.repair').first().waitFor({ timeout: 60_000 });
  await take('bad-morning');
  await shown.locator('.repair').first().getByRole('button').first().click();
  await shown.locator('.status-draft').waitFor();
  await shown.getByRole('link', { name: 'Compare' }).click();
  await shown.getByRole('region', { name: 'Changed visits' }).waitFor();
  await take('compare');
}

async function pages(shown: Page): Promise<void> {
  const clients = clientListItem.array().parse(await (await shown.request.get('/api/v1/clients')).json());
  const client = clients.find(({ social, health, away }) => social && health && away === null)?.id ?? '';
  const addresses = {
    ...{ client: `/clients/${client}`, staff: '/staff/A012', clocks: '/clocks', 'data-quality': '/data', rules: '/rules' },
    ledger: '/ledger',
  };
  for (const [name, at] of Object.entries(addresses)) {
    await shown.goto(at);
    await take(name);
  }
}
