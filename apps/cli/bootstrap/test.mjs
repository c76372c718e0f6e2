// npm test: prepares, then checks everything. Every check runs even when an earlier one failed.
// `--long` runs what takes long, and nothing else; `--no-browser` leaves the tests out that need a browser;
// every other argument goes to jest.
import './check-node.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { readJson } from './files.mjs';
import { prepare, StepFailure } from './prepare.mjs';
import { runInForeground, runQuietly } from './processes.mjs';
import { inProject, program } from './project.mjs';

const jestReport = 'node_modules/.apgaita/jest.json';
const given = process.argv.slice(2);
const long = given.includes('--long');
const jestArgs = given.filter((argument) => argument !== '--no-browser' && argument !== '--long');
const rows = [];

await check('build', build);
if (!long) {
  await check('format', () => quiet([program.prettier, '--check', '.', '--log-level', 'warn', '--cache']));
  await check('lint', () => quiet([program.eslint, '.', '--max-warnings', '0']));
  await check('boundaries', () => quiet([program.depcruise, '--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'test']));
  await check('licences', () => quiet([inProject('apps', 'cli', 'bootstrap', 'licences.mjs')]));
  await check('web types', () => quiet([program.tsc, '--noEmit', '-p', 'apps/web/tsconfig.json']));
}
await check('tests', tests);

const width = Math.max(...rows.map((row) => row.name.length));
console.log('');
for (const row of rows) console.log(`${row.name.padEnd(width)}  ${row.ok ? 'ok    ' : 'FAILED'}  ${row.seconds.toFixed(1)} s`);
const totals = readJson(jestReport);
const failed = (totals?.numFailedTests ?? 0) + (totals?.numRuntimeErrorTestSuites ?? 0);
console.log(`\n${totals?.numPassedTests ?? 0} passed, ${failed} failed`);
process.exitCode = rows.every((row) => row.ok) ? 0 : 1;

async function check(name, run) {
  const begin = process.hrtime.bigint();
  const ok = await run();
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  rows.push({ name, ok, seconds });
  console.log(`${name}: ${ok ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
}

async function build() {
  try {
    await prepare({ withWeb: true });
    return true;
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    console.error(error.output);
    // Without packages nothing else can run.
    if (error.step === 'install') process.exit(1);
    return false;
  }
}

async function quiet(args) {
  const { code, output } = await runQuietly(args);
  if (code !== 0) console.error(output);
  return code === 0;
}

async function tests() {
  mkdirSync(inProject('node_modules', '.apgaita'), { recursive: true });
  rmSync(inProject(jestReport), { force: true });
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const report = ['--json', `--outputFile=${inProject(jestReport)}`];
  // A pattern on the command line replaces those of the settings.
  const withoutBrowser = ['/dist/test/browser/', ...(long ? [] : ['\\.long\\.spec\\.js$'])];
  const leftOut = given.includes('--no-browser') ? withoutBrowser.map((pattern) => `--testPathIgnorePatterns=${pattern}`) : [];
  const settings = ['--config', inProject(long ? 'jest.long.config.mjs' : 'jest.config.mjs'), ...report, ...leftOut];
  return (await runInForeground([...node, program.jest, ...settings, ...jestArgs])) === 0;
}
