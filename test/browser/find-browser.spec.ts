import { describe, expect, it } from '@jest/globals';
import { findBrowser, NO_BROWSER, type Machine } from './find-browser.js';

const machine = (programs: readonly string[], over: Partial<Machine> = {}): Machine => ({
  env: { PATH: '/usr/local/bin:/usr/bin' },
  isProgram: (path) => programs.includes(path),
  playwrightsOwn: () => '/cache/playwright/chrome',
  fetches: [],
  ...over,
});

describe('the search for a browser', () => {
  it('takes the one named before any other', async () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/my/chrome' };
    expect(await findBrowser(machine(['/usr/bin/chromium', '/my/chrome'], { env }))).toBe('/my/chrome');
  });

  it('refuses a name that is no program instead of quietly taking another', async () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/my/chrome' };
    await expect(findBrowser(machine(['/usr/bin/chromium'], { env }))).rejects.toThrow('CHROMIUM_PATH names /my/chrome');
  });

  it('prefers Chromium on the PATH, then Chrome, then Playwright’s', async () => {
    const all = ['/cache/playwright/chrome', '/usr/bin/google-chrome', '/usr/local/bin/chromium-browser'];
    expect(await findBrowser(machine(all))).toBe('/usr/local/bin/chromium-browser');
    expect(await findBrowser(machine(all.slice(0, 2)))).toBe('/usr/bin/google-chrome');
    expect(await findBrowser(machine(all.slice(0, 1)))).toBe('/cache/playwright/chrome');
  });

  it('fetches one only when there is none, and stops at the first way that brings one', async () => {
    const programs: string[] = [];
    const tried: string[] = [];
    const way = (name: string, brings?: string) => async () => {
      tried.push(name);
      if (brings) programs.push(brings);
      return brings !== undefined;
    };
    const fetches = [way('package'), way('download', '/cache/playwright/chrome'), way('never')];
    expect(await findBrowser(machine(programs, { fetches }))).toBe('/cache/playwright/chrome');
    expect(tried).toEqual(['package', 'download']);
  });

  it('says what to do when none can be had', async () => {
    await expect(findBrowser(machine([]))).rejects.toThrow(NO_BROWSER);
    expect(NO_BROWSER).toContain('npm test -- --no-browser');
  });
});
