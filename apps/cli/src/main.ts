#!/usr/bin/env node
import { Command, CommanderError } from 'commander';

/** Exit code for wrong arguments, the same as for a bad file. */
const BAD_INPUT = 2;

type AddCommand = (program: Command) => void;

/** Every command, in the order help lists them. One is loaded only when it is called, so that none waits for another's libraries. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  solve: async () => (await import('./commands/solve.js')).addSolveCommand,
  check: async () => (await import('./commands/check.js')).addCheckCommand,
  explain: async () => (await import('./commands/explain.js')).addExplainCommand,
  bench: async () => (await import('./commands/bench.js')).addBenchCommand,
  start: async () => (await import('./commands/start.js')).addStartCommand,
  demo: async () => (await import('./commands/demo.js')).addDemoCommand,
  migrate: async () => (await import('./commands/migrate.js')).addMigrateCommand,
  'verify-trail': async () => (await import('./commands/verify-trail.js')).addVerifyTrailCommand,
  backup: async () => (await import('./commands/backup.js')).addBackupCommand,
  restore: async () => (await import('./commands/backup.js')).addRestoreCommand,
  account: async () => (await import('./commands/account.js')).addAccountCommand,
  import: async () => (await import('./commands/import.js')).addImportCommand,
};

const program = new Command('apgaita')
  .description('Plans visits of social and health care at home.')
  .showHelpAfterError('(add --help for the options)')
  .exitOverride();

const called = process.argv[2] ?? '';
const wanted = Object.hasOwn(commands, called) ? [called] : Object.keys(commands);
for (const name of wanted) (await commands[name]?.())?.(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
}
