import type { Page } from 'playwright-core';
import { addDays, dayOf, isoWeekStart } from '#time';
import { openWindow } from '../browser/window.js';
import { client, member, pattern, shifts, storyProvider } from '../e2e/story-provider.js';
import { at, load, report, startRunning } from './running.js';

/*
 * The board of a draft with 100 rows and 1,200 cards in Chromium: how long from a move of the mouse until the verdict on the
 * new place is drawn, and how long frames take while scrolling and dragging. `node dist/test/benchmark/board.js [--write]`.
 */
const [STAFF, VISITS, PLACES] = [100, 1200, 120];

/** Times in the page itself: from the pointer's event to the frame in which the verdict on the new place is drawn. */
const WATCH_VERDICTS = `(() => {
  window.verdictTimes = [];
  let moved = 0;
  window.addEventListener('pointermove', () => { moved = performance.now(); }, true);
  new MutationObserver(() => {
    if (moved === 0 || document.querySelector('.drag-card')?.getAttribute('aria-busy') !== 'false') return;
    const since = moved;
    moved = 0;
    requestAnimationFrame(() => window.verdictTimes.push(performance.now() - since));
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
})()`;

const day = addDays(isoWeekStart(dayOf(Date.now() / 1000)), 8);
const people = Array.from({ length: STAFF }, (_, k) => `S${k + 1}`);
const file = storyProvider('BIG', {
  clients: Array.from({ length: VISITS }, (_, k) => client(k + 1, home(k))),
  staff: people.map((id) => member(id)),
  shifts: shifts(people, [day], ['07:00', '19:00']),
  patterns: Array.from({ length: VISITS }, (_, k) => {
    const from = 7 + (k % 9);
    const window = { from: `${String(from).padStart(2, '0')}:00`, to: `${from + 3}:00` };
    return pattern(`P${k + 1}`, `C${k + 1}`, ['CLEAN'], { durationMinutes: 30, ...window });
  }),
});

/** Homes in a square of some six kilometres. */
function home(k: number): { latitude: number; longitude: number } {
  return { latitude: 56.92 + 0.06 * ((k * 0.618) % 1), longitude: 24.06 + 0.1 * ((k * 0.414) % 1) };
}

const running = await startRunning(file);
const window = await openWindow(running.url);
try {
  const plan = await running.plan(day, day, 30);
  const { page } = window;
  await page.request.post('/api/v1/session', { data: { email: running.tenant.email, password: running.tenant.password } });
  await page.goto(`/plans/${plan.id}`);
  await page.locator('.bar-visit').first().waitFor();
  const cards = await page.locator('.bar-visit').count();
  const rows = await page.locator('.route').count();
  const still = await frames(page, () => page.waitForTimeout(3000));
  const scrolled = await frames(page, () => scroll(page));
  const verdicts: number[] = [];
  const dragged = await frames(page, () => drag(page, verdicts));
  const head = [`${rows} rows, ${cards} cards`, 'p50', 'p95', 'worst', 'Load'];
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    ...[0.5, 0.95, 1].map((share) => `${at(values, share).toFixed(0)} ms`),
    load(),
  ];
  report('board', head, [
    row(`from a move of the mouse to the drawn verdict, ${verdicts.length} places`, verdicts),
    row('a frame while nothing moves', still),
    row('a frame while scrolling', scrolled),
    row('a frame while dragging', dragged),
  ]);
} finally {
  await window.close();
  await running.close();
}

/** Milliseconds of every frame while something is done. */
async function frames(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(`(() => {
    const seen = (window.framesSeen = []);
    let last = performance.now();
    const next = (now) => { seen.push(now - last); last = now; window.framesOn = requestAnimationFrame(next); };
    window.framesOn = requestAnimationFrame(next);
  })()`);
  await act();
  return page.evaluate<number[]>('cancelAnimationFrame(window.framesOn), window.framesSeen.slice(1)');
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(720, 600);
  for (let k = 0; k < 120; k++) {
    await page.mouse.wheel(0, k < 80 ? 120 : -120);
    await page.waitForTimeout(16);
  }
}

/** Takes a card over many rows and times; each time waits for the verdict on the very place. */
async function drag(page: Page, verdicts: number[]): Promise<void> {
  await page.evaluate('window.scrollTo(0, document.querySelector(".routes").offsetTop)');
  const bars = page.locator('.route .bar');
  const card = await page.locator('.route').nth(3).locator('.bar-visit').nth(2).boundingBox();
  if (!card) throw new Error('no card to drag');
  await page.mouse.move(card.x + card.width / 2, card.y + card.height / 2);
  await page.mouse.down();
  const boxes = (await Promise.all(Array.from({ length: 14 }, (_, k) => bars.nth(k + 2).boundingBox()))).filter(
    (box) => box !== null && box.y > 120 && box.y < 800,
  );
  await page.evaluate(WATCH_VERDICTS);
  for (let k = 0; k < PLACES; k++) {
    const box = boxes[k % boxes.length];
    if (!box) continue;
    const x = box.x + box.width * (0.1 + 0.7 * ((k * 0.37) % 1));
    await page.mouse.move(x, box.y + box.height / 2);
    await page.locator('.drag-card[aria-busy="false"] .verdict').waitFor();
  }
  verdicts.push(...(await page.evaluate<number[]>('window.verdictTimes')));
  await page.keyboard.press('Escape');
  await page.mouse.up();
}
