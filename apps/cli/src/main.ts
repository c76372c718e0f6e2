#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addBenchCommand } from './commands/bench.js';
import { addCheckCommand } from './commands/check.js';
import { addExplainCommand } from './commands/explain.js';
import { addSolveCommand } from './commands/solve.js';

/** Exit code for wrong arguments, the same as for a bad file. */
const BAD_INPUT = 2;

const program = new Command('apgaita')
  .description('Plans visits of social and health care at home.')
  .showHelpAfterError('(add --help for the options)')
  .exitOverride();

// Commands load what they need only when they run, so that help and mistakes answer at once.
addSolveCommand(program);
addCheckCommand(program);
addExplainCommand(program);
addBenchCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
}
