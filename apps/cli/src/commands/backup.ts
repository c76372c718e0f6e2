import type { Command } from 'commander';
import { readConfig } from '#config';
import { BackupError, restoreBackup, writeBackup, type BackupMade } from '#persistence';
import { databaseFailure, openDatabase } from '../stores.js';

/** Adds `backup`: exits 0, 1 when the database or the file fails, 2 for settings that cannot be used. */
export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .argument('<file>', 'to write; must not be there')
    .summary('write everything into one file')
    .description(
      'Writes every row of the database, as of one moment, into one zipped file with a check sum; the programs may run\nmeanwhile. The file holds names and health data in the clear: encrypt it, and keep it elsewhere. Works on\nDATABASE_URL, or on the embedded server of DATA_DIR.',
    )
    .action(async (file: string) => {
      process.exitCode = await onDatabase(async (url) => `${file} has ${figures(await writeBackup(url, file))}.`);
    });
}

/** Adds `restore`: exits 0, 1 when the database or the file fails, 2 for settings that cannot be used. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .argument('<file>', 'that `backup` wrote')
    .summary('read a back-up into an empty database')
    .description(
      'Reads everything or nothing, into a database without rows: DATABASE_URL, or the embedded server of a new DATA_DIR.\nA back-up of an older Apgaita is brought up to date; one of a newer is refused. Afterwards run verify-trail.',
    )
    .action(async (file: string) => {
      process.exitCode = await onDatabase(async (url) => `${figures(await restoreBackup(url, file))} restored.`);
    });
}

const figures = ({ tables, rows }: BackupMade): string => `${rows} rows of ${tables} tables`;

async function onDatabase(work: (url: string) => Promise<string>): Promise<0 | 1 | 2> {
  const config = readConfig();
  if (!config.ok) {
    for (const issue of config.issues) process.stderr.write(`${issue.message}\n`);
    return 2;
  }
  try {
    const database = await openDatabase(config.value);
    try {
      process.stdout.write(`${await work(database.url)}\n`);
    } finally {
      await database.close();
    }
    return 0;
  } catch (error) {
    const failure = error instanceof BackupError ? error.message : (fileFailure(error) ?? databaseFailure(error));
    if (failure === undefined) throw error;
    process.stderr.write(`${failure}\n`);
    return 1;
  }
}

/** The system's word on a file. */
function fileFailure(error: unknown): string | undefined {
  const { path, dest, code, message } = error as NodeJS.ErrnoException & { dest?: string };
  if (path === undefined) return undefined;
  return code === 'EEXIST' ? `${dest ?? path} is there already. Name another file.` : message;
}
