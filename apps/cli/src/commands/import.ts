import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { refusalsOf, TASKS } from '#care';
import { readConfig } from '#config';
import type { Issue, ProviderFile } from '#contracts';
import { StorageRefusal, type Persistence } from '#persistence';
import { importProvider, type ImportCounts } from '#planning';
import { inputFromPath, readProviderFile, writeTemplate, type ReadResult } from '#provider-files';
import { accountText, addAccount, emailAddress, firstAddress, type NewAccount } from '../accounts.js';
import { databaseFailure, openStores } from '../stores.js';
import { countTable, issueReport } from './import-output.js';

interface ImportOptions {
  readonly dryRun?: true;
  readonly provider?: string;
  readonly email?: string;
  readonly json?: true;
  readonly template?: string;
  readonly language: 'en' | 'lv';
}

/** How an import ended: 0 well, 2 bad input, 1 a failure that is nobody's input. */
interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  readonly counts?: Readonly<Record<string, ImportCounts>>;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** Made because nobody could log in for the provider. */
  readonly account?: NewAccount;
  /** Nobody can log in for the provider, and no account was asked for. */
  readonly closed?: true;
  /** What went wrong besides issues. */
  readonly failure?: string;
}

/**
 * Adds `import FILE`: takes over a provider's own data, everything or nothing, and `import --template FILE`: writes the
 * workbook to fill in. Exits 0, 2 for bad input with every issue, 1 for a failure.
 */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .summary("import a provider's own data, or write the workbook to fill in")
    .description(
      "Imports a provider's own data: an .xlsx workbook, a folder or .zip of CSV files, .json or .json.gz.\n" +
        'Everything is checked first; nothing is written unless all is well. Importing the same file again changes nothing.\n' +
        'A provider nobody can log in to gets an administrator, whose password is printed once; with --json only if --email is given.\n' +
        'Writes to DATABASE_URL, or to the embedded server of DATA_DIR. Exits 0, 2 for bad input, 1 for a failure.',
    )
    .argument('[file]', 'the workbook, folder, .zip, .json or .json.gz')
    .option('--dry-run', 'check everything and count what would change, but write nothing')
    .option('--provider <code>', 'refuse the file unless it belongs to this provider')
    .option('--email <address>', 'e-mail address of the first account, for a provider nobody can log in to', emailAddress)
    .option('--json', 'print one JSON line with counts, every issue and every warning')
    .option('--template <path>', 'write an .xlsx workbook with explanations and an example to fill in')
    .addOption(
      new Option('--language <language>', 'names of sheets and columns in the template').choices(['en', 'lv']).default('en'),
    )
    .action(async (file: string | undefined, options: ImportOptions) => {
      process.exitCode = await run(file, options);
    });
}

async function run(file: string | undefined, options: ImportOptions): Promise<number> {
  if (options.template !== undefined) return template(options.template, options.language);
  if (file === undefined) {
    process.stderr.write('Name the file to import, or --template FILE to get a workbook to fill in.\n');
    return 2;
  }
  const outcome = await importFile(file, options);
  if (options.json) printJson(file, options, outcome);
  else print(file, options, outcome);
  return outcome.exitCode;
}

async function template(path: string, language: 'en' | 'lv'): Promise<number> {
  try {
    // Somebody may have filled in an earlier one.
    await writeFile(path, await writeTemplate({ language }), { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    process.stderr.write(exists ? `${path} exists already; name another file or delete it.\n` : `${(error as Error).message}\n`);
    return exists ? 2 : 1;
  }
  process.stdout.write(`Wrote ${path}. Fill it in and run: apgaita import ${path}\n`);
  return 0;
}

async function importFile(path: string, options: ImportOptions): Promise<Outcome> {
  const found = await inputFromPath(path);
  if (!found.ok) return { exitCode: 2, issues: found.issues, warnings: [] };
  const read = await readProviderFile(found.input, { taskCodes: TASKS.map((task) => task.code), refusalsOf });
  if (!read.ok) return { exitCode: 2, issues: read.issues, warnings: read.warnings };
  const wrong = otherProvider(read.file, options.provider);
  if (wrong) return { exitCode: 2, issues: [wrong], warnings: read.warnings };
  return write(read, options);
}

function otherProvider({ provider }: ProviderFile, wanted: string | undefined): Issue | undefined {
  if (wanted === undefined || wanted === provider.code) return undefined;
  const message = 'The file belongs to another provider. Check the file, or name its provider.';
  return { code: 'provider.other', path: 'provider.code', value: provider.code, allowed: wanted, message };
}

async function write({ file, warnings }: Extract<ReadResult, { ok: true }>, options: ImportOptions): Promise<Outcome> {
  const config = readConfig();
  if (!config.ok) return { exitCode: 2, issues: config.issues, warnings };
  try {
    const stores = await openStores(config.value);
    try {
      return { ...(await writeTo(stores.persistence, file, options)), warnings };
    } finally {
      await stores.close();
    }
  } catch (error) {
    return { exitCode: error instanceof StorageRefusal ? 2 : 1, issues: [], warnings, failure: failureText(error) };
  }
}

async function writeTo(
  { providers, accounts }: Persistence,
  file: ProviderFile,
  options: ImportOptions,
): Promise<Omit<Outcome, 'warnings'>> {
  const known = (await providers.list()).find(({ code }) => code === file.provider.code);
  const open = known !== undefined && (await accounts.count(known.id)) > 0;
  // A password goes into a program's hands only when asked for.
  const email = open ? undefined : (options.email ?? (options.json ? undefined : firstAddress(file.provider.code)));
  if (email !== undefined && (await accounts.findByEmail(email))) {
    const failure = `${email} has an account of another provider already; name another with --email. Nothing was written.`;
    return { exitCode: 2, issues: [], failure };
  }
  const outcome = await importProvider(providers, file, { dryRun: options.dryRun === true });
  if (!outcome.ok) return { exitCode: 2, issues: outcome.issues };
  const done = { exitCode: 0, counts: outcome.counts, issues: [] } as const;
  if (open || options.dryRun) return done;
  if (email === undefined) return { ...done, closed: true };
  const { providerId } = outcome;
  return { ...done, account: await addAccount(accounts, { providerId, email, role: 'administrator', language: 'lv' }) };
}

/** What to tell about a failure; only errors known to carry no personal data are quoted. */
function failureText(error: unknown): string {
  if (error instanceof StorageRefusal) {
    return `The file does not agree with what is stored already: ${error.message}. Nothing was written.`;
  }
  return `${databaseFailure(error) ?? `The import failed (${(error as Error).name}).`} Nothing was written.`;
}

function printJson(file: string, options: ImportOptions, outcome: Outcome): void {
  const { exitCode, counts = {}, issues, warnings, account, failure } = outcome;
  const line = {
    ok: exitCode === 0,
    file,
    dryRun: options.dryRun === true,
    counts,
    issues,
    warnings,
    ...(account ? { account } : {}),
    ...(failure ? { failure } : {}),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (outcome.closed) process.stderr.write('Nobody can log in for this provider yet: apgaita account add --help\n');
}

function print(file: string, options: ImportOptions, outcome: Outcome): void {
  const { exitCode, counts, issues, warnings, account, failure } = outcome;
  if (warnings.length > 0) process.stderr.write(`Warnings:\n${issueReport(warnings)}\n`);
  if (failure !== undefined) process.stderr.write(`${failure}\n`);
  else if (exitCode !== 0) {
    const count = issues.length === 1 ? '1 issue' : `${issues.length} issues`;
    process.stderr.write(`${file}: ${count}, nothing was imported.\n\n${issueReport(issues)}`);
  } else {
    const done = options.dryRun === true ? 'would be imported (dry run, nothing was written)' : 'is imported';
    process.stdout.write(`${file} ${done}.\n\n${countTable(counts ?? {})}\n`);
    if (account)
      process.stdout.write(`\nNobody could log in for this provider, so it has an account now:\n${accountText(account)}`);
  }
}
