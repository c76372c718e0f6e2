import type { Command } from 'commander';
import { readConfig } from '#config';
import { applyMigrations } from '#persistence';
import { databaseFailure, openDatabase } from '../stores.js';

/** Adds `migrate`: brings the database's schema up to date. Exits 0, 2 for settings that cannot be used, 1 for a failure. */
export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .summary("bring the database's schema up to date")
    .description(
      'Applies the migrations the database does not have yet, each whole or not at all, and prints their names.\nWorks on DATABASE_URL, or on the embedded server of DATA_DIR. `npm start` and `import` do the same by themselves.',
    )
    .action(async () => {
      process.exitCode = await migrate();
    });
}

async function migrate(): Promise<0 | 1 | 2> {
  const config = readConfig();
  if (!config.ok) {
    for (const issue of config.issues) process.stderr.write(`${issue.message}\n`);
    return 2;
  }
  try {
    const database = await openDatabase(config.value);
    try {
      const applied = await applyMigrations(database.url);
      for (const name of applied) process.stdout.write(`Applied ${name}\n`);
      process.stdout.write(applied.length === 0 ? 'The schema was up to date.\n' : 'The schema is up to date.\n');
    } finally {
      await database.close();
    }
    return 0;
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure === undefined) throw error;
    process.stderr.write(`${failure}\n`);
    return 1;
  }
}
