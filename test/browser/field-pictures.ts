import type { Browser, Page } from 'playwright-core';
import { clientListItem, growthView, secretLinkMade } from '#contracts';

/** Somebody of the demo who may log in. */
export interface DemoPerson {
  readonly email: string;
  readonly password: string;
}

/** What pictures are taken of, and where they go. */
export interface Album {
  readonly address: string;
  readonly folder: string;
}

const PHONE = { width: 360, height: 740 };

/** A carer's phone in three pictures side by side, twice, and the week that a client's family sees. */
export async function phonePictures(
  browser: Browser,
  { address, folder }: Album,
  people: { readonly carer: DemoPerson; readonly office: DemoPerson },
): Promise<void> {
  const context = await browser.newContext({ baseURL: address, viewport: PHONE, locale: 'lv', hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const shots: Buffer[] = [];
  const keep = async (): Promise<void> => {
    await page.waitForTimeout(700);
    shots.push(await page.screenshot());
  };
  await context.request.post('/api/v1/session', { data: people.carer, headers: { origin: address } });
  await page.goto('/my');
  await page.getByRole('link', { name: 'Atvērt vizīti' }).waitFor();
  await keep();
  await page.getByRole('link', { name: 'Atvērt vizīti' }).click();
  await page.locator('article').waitFor();
  await keep();
  await page.getByText('Ko es redzēju').click();
  const code = page.getByRole('button', { name: 'Pēkšņas sāpes krūtīs' });
  await code.click();
  await code.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await keep();
  await sideBySide(browser, shots.splice(0), `${folder}/phone.png`);
  await page.reload();
  const start = page.getByRole('button', { name: 'Sākt vizīti' });
  await start.or(page.getByRole('button', { name: 'Pabeigt vizīti' })).waitFor();
  if (await start.isVisible()) {
    await start.click();
    await page.getByRole('button', { name: 'Telefons nerāda vietu' }).click();
  }
  await page.getByRole('button', { name: 'Viss izdarīts' }).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await keep();
  await page.goto('/my/time');
  await page.locator('.phone-paid').waitFor();
  await keep();
  await sideBySide(browser, shots, `${folder}/phone-day.png`);
  await context.close();
  await familyWeek(browser, { address, folder }, people.office);
}

/** One picture of several, on a page of their own. */
async function sideBySide(browser: Browser, shots: readonly Buffer[], path: string): Promise<void> {
  const width = (PHONE.width + 14) * shots.length - 14;
  const page = await browser.newPage({ viewport: { width, height: PHONE.height } });
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}" width="${PHONE.width}">`);
  await page.setContent(`<body style="margin:0;display:flex;gap:14px;background:#ddd">${images.join('')}</body>`);
  await page.screenshot({ path });
  await page.close();
}

async function familyWeek(browser: Browser, { address, folder }: Album, office: DemoPerson): Promise<void> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 900, height: 700 }, locale: 'lv' });
  const headers = { origin: address };
  await context.request.post('/api/v1/session', { data: office, headers });
  const clients = clientListItem.array().parse(await (await context.request.get('/api/v1/clients')).json());
  const both = clients.find(({ social, health, away }) => social && health && away === null)?.id ?? '';
  const made = await context.request.post('/api/v1/week-links', { data: { client: both }, headers });
  const page = await context.newPage();
  await page.goto(secretLinkMade.parse(await made.json()).path);
  await page.locator('table').waitFor();
  await page.screenshot({ path: `${folder}/family-week.png` });
  await context.close();
}

/** How long a study of growth of the large demo may take, milliseconds. */
const STUDY_MS = 1_800_000;

/** The manager's pages beside the ledger; growth is worked out first. */
export async function managerPictures(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  // On the first of a month there is nothing of it yet.
  const month = new Date(Date.now() - 86_400_000).toISOString().slice(0, 7);
  for (const name of ['exceptions', 'billing', 'quality']) {
    await page.goto(`/ledger/${name}?month=${month}`);
    await page.locator('main table').first().waitFor();
    await take(name);
  }
  await page.goto('/ledger/growth');
  await page.getByRole('button', { name: 'Work it out' }).click();
  await page.getByRole('heading', { name: 'What is missing' }).waitFor({ timeout: STUDY_MS });
  const [study] = growthView.array().parse(await (await page.request.get('/api/v1/growth')).json());
  await page.goto(`/ledger/growth?study=${study.id}`);
  await page.locator('.chart canvas').waitFor();
  await page.setViewportSize({ width: 1440, height: 1500 });
  await take('growth');
}
