import { jest } from '@jest/globals';
import { Command, CommanderError } from 'commander';

/** How a command ended and what it wrote. */
export interface CommandRun {
  readonly exitCode: unknown;
  readonly out: string;
  readonly error: string;
}

/** Runs one command in this process, as `apgaita ARGS` would. */
export async function runCommand(add: (program: Command) => void, ...args: readonly string[]): Promise<CommandRun> {
  const written = { out: '', error: '' };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true));
  const error = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.error += String(text)), true));
  const program = new Command('apgaita').exitOverride();
  add(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return { exitCode: process.exitCode, ...written };
  } catch (refusal) {
    if (!(refusal instanceof CommanderError)) throw refusal;
    return { exitCode: 2, ...written };
  } finally {
    out.mockRestore();
    error.mockRestore();
    process.exitCode = undefined;
  }
}
