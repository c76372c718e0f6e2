import type { Command } from 'commander';
import type { FormatName } from '#instances';
import { formatOption } from './format-option.js';

interface ExplainFlags {
  readonly format: FormatName;
  readonly input: string;
  readonly solution: string;
}

const EXAMPLES = `
Exits 0, or 2 when a file is bad.

Examples:
  apgaita explain --format apgaita --input problem.json --solution plan.json
  apgaita explain --format hhcrsp --input InstanzCPLEX_HCSRP_10_1.json.gz --solution InstanzCPLEX_HCSRP_10_1.sol.json.gz`;

/** Registers `apgaita explain`. */
export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .description('say what a plan costs and why, by component and by person, and why visits are left out')
    .addOption(formatOption())
    .requiredOption('--input <file>', 'the problem: .json or .txt, gzipped or not')
    .requiredOption('--solution <file>', "the solution, in the format's own form, gzipped or not")
    .addHelpText('after', EXAMPLES)
    .action(explain);
}

async function explain({ format, input, solution }: ExplainFlags): Promise<void> {
  const [{ openInstance, openSolution }, { explanation }] = await Promise.all([
    import('../instance-files.js'),
    import('../explain/explanation.js'),
  ]);
  const context = await openInstance(format, input);
  if (!context) return;
  const plan = await openSolution(context, solution);
  if (!plan) return;
  process.stdout.write(explanation(context, plan));
}
