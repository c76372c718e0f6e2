import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { NPM_BROWSER, installFromNpm } from './npm-browser.js';

const run = promisify(execFile);

/** Names a Chromium or Chrome goes by on the PATH, the free one first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

/** Where systems that do not use the PATH put it. */
const PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  NPM_BROWSER,
];

/** Milliseconds a package manager or a download may take. */
const FETCH_WITHIN_MS = 240_000;

export const NO_BROWSER = [
  'The browser tests need Chromium or Chrome, and none was found or could be had. Do one of these:',
  '  install one (Debian, Ubuntu: sudo apt-get install chromium), or',
  '  let Playwright download one: npx playwright-core install chromium, or',
  '  name one: CHROMIUM_PATH=/path/to/chrome npm test, or',
  '  leave these tests out: npm test -- --no-browser',
].join('\n');

/** What the search depends on, so that it can be tested without a machine for every case. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isProgram: (path: string) => boolean;
  /** Where Playwright keeps the browser it has downloaded, whether it is there or not. */
  readonly playwrightsOwn: () => string;
  /** Ways to get a browser, tried in turn; each is false when it does not apply or did not succeed. */
  readonly fetches: readonly (() => Promise<boolean>)[];
}

/**
 * The browser for the tests: CHROMIUM_PATH, an installed one, Playwright's own; where there is none, one inside an npm package
 * is fetched, else Debian's package is installed if this may be done, else Playwright downloads its own. Rejects with what to do when none can be had.
 */
export async function findBrowser(machine: Machine = thisMachine): Promise<string> {
  const named = machine.env['CHROMIUM_PATH'];
  if (named) {
    if (machine.isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is no program. Correct it or leave it out.`);
  }
  for (const fetch of [async () => true, ...machine.fetches]) {
    const found = (await fetch()) ? installed(machine) : undefined;
    if (found) return found;
  }
  throw new Error(NO_BROWSER);
}

function installed({ env, isProgram, playwrightsOwn }: Machine): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...PLACES, playwrightsOwn()].find((path) => path !== '' && isProgram(path));
}

const thisMachine: Machine = {
  env: process.env,
  isProgram,
  playwrightsOwn,
  fetches: [installFromNpm, installDebians, downloadPlaywrights],
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function playwrightsOwn(): string {
  try {
    return chromium.executablePath();
  } catch {
    // No build of Playwright's for this system.
    return '';
  }
}

/** Only as root, and only where apt-get is: a test asks nobody for a password. */
async function installDebians(): Promise<boolean> {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    (await succeeds('apt-get', ['update', '-q'], env)) &&
    (await succeeds('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], env))
  );
}

function downloadPlaywrights(): Promise<boolean> {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  return succeeds(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium'], process.env);
}

async function succeeds(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    await run(program, args, { env, timeout: FETCH_WITHIN_MS });
    return true;
  } catch {
    return false;
  }
}
