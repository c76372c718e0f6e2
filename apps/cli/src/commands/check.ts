import type { Command } from 'commander';
import type { FormatName } from '#instances';
import { formatOption } from './format-option.js';

interface CheckFlags {
  readonly format: FormatName;
  readonly input: string;
  readonly solution: string;
}

const EXAMPLES = `
Prints one line of JSON: whether the plan is feasible, its cost recomputed from the input alone, and every broken rule.
Exits 0 when the plan is feasible, 1 when it is not, 2 when a file is bad.

Example:
  apgaita check --format uhhc --input i-116.json.gz --solution plan.json`;

/** Registers `apgaita check`. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('judge a solution independently of the engine')
    .addOption(formatOption())
    .requiredOption('--input <file>', 'the problem: .json or .txt, gzipped or not')
    .requiredOption('--solution <file>', "the solution, in the format's own form, gzipped or not")
    .addHelpText('after', EXAMPLES)
    .action(check);
}

async function check({ format, input, solution }: CheckFlags): Promise<void> {
  const [{ openInstance, openSolution }, { checkPlan }, { ownCost }] = await Promise.all([
    import('../instance-files.js'),
    import('#checker'),
    import('#instances'),
  ]);
  const context = await openInstance(format, input);
  if (!context) return;
  const plan = await openSolution(context, solution);
  if (!plan) return;
  const { feasible, cost, violations } = checkPlan(context.problem, plan);
  const { total, parts } = ownCost(context, cost);
  const known = new Set(context.problem.visits.map(({ id }) => id));
  const unserved = new Set(plan.unserved.filter((id) => known.has(id))).size;
  const line = { feasible, cost: total, parts, served: known.size - unserved, unserved, violations };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  process.exitCode = feasible ? 0 : 1;
}
