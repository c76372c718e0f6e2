import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.js';

/** A page in a headless browser that remembers what a clean page must not have. */
export interface Window {
  readonly page: Page;
  /** How far things on the page have moved by themselves since it was opened, as browsers count it (cumulative layout shift). */
  shifted(): Promise<number>;
  /** Errors and warnings of the console, uncaught errors, answers over 499, and addresses outside the server. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** Opens a browser at the coordinator's desk: 1440 by 900. */
export async function openWindow(url: string): Promise<Window> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: sandbox() });
  const faults: string[] = [];
  const page = await newPage(browser, url);
  page.on('console', (message) => {
    // Chromium writes an error for every refusal, those too that are an answer: a wrong password, a file with mistakes.
    const refusal = message.text().startsWith('Failed to load resource: the server responded with a status of 4');
    // Chromium's remark on drawing maps without a graphics card.
    const drawing = message.text().includes('GL Driver Message');
    if (['error', 'warning'].includes(message.type()) && !refusal && !drawing) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`outside: ${request.url()}`);
  });
  await page.addInitScript(`window.shifted = 0; new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });`);
  return { page, faults, shifted: () => page.evaluate<number>('window.shifted'), close: () => browser.close() };
}

function newPage(browser: Browser, url: string): Promise<Page> {
  // Another zone than Riga's: the page must not care where the coordinator sits.
  return browser.newPage({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'America/New_York',
  });
}

/** Root has no sandbox to run Chromium in. */
function sandbox(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
