import { appendFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { FormatName, InstanceContext } from '#instances';
import type { SolvedPlan, SolveRequest } from '#planning';
import { positiveNumber, wholeNumber } from '../option-values.js';
import { formatOption } from './format-option.js';

const DEFAULT_SECONDS = 20;

interface SolveFlags {
  readonly format: FormatName;
  readonly input: string;
  readonly output: string;
  readonly seconds?: number;
  readonly iterations?: number;
  readonly threads: number;
  readonly seed: number;
  readonly progress?: string;
}

const EXAMPLES = `
Prints one line of JSON: cost and its parts in the format's own unit, visits served and unserved, seconds,
iterations, seed. Exits 0, or 2 when the input is bad, with every issue on standard error.
Interrupted, it writes the best plan so far. A line of progress has seconds, iterations, the best cost so far (with a
penalty of the engine's own while a visit that must be served is not), visits served, and megabytes of memory.

Examples:
  apgaita solve --format hhcrsp --input test/fixtures/instances/hhcrsp/mankowska/InstanzCPLEX_HCSRP_25_1.json.gz --output plan.json
  apgaita solve --format vrptw --input C101.txt --output C101.sol --seconds 10 --threads 2 --seed 7
  apgaita solve --format apgaita --input problem.json --output plan.json --iterations 20000`;

/** Registers `apgaita solve`. */
export function addSolveCommand(program: Command): void {
  program
    .command('solve')
    .description('find a good plan for a problem in a file')
    .addOption(formatOption())
    .requiredOption('--input <file>', 'the problem: .json or .txt, gzipped or not')
    .requiredOption('--output <file>', "where the solution goes, in the format's own form")
    .option(
      '--seconds <n>',
      `how long to search (default: ${DEFAULT_SECONDS}, or no limit with --iterations)`,
      positiveNumber(86_400),
    )
    .option('--iterations <n>', 'stop after so many iterations of each thread', wholeNumber(1, 1e12))
    .option('--threads <n>', 'threads that search', wholeNumber(1, 64), 2)
    .option('--seed <n>', 'the same seed and iterations give the same plan', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--progress <file>', 'also write progress, a line of JSON about four times a second')
    .addHelpText('after', EXAMPLES)
    .action(solve);
}

async function solve(flags: SolveFlags): Promise<void> {
  const { canWrite, openInstance } = await import('../instance-files.js');
  for (const file of [flags.output, ...(flags.progress === undefined ? [] : [flags.progress])]) {
    if (!(await canWrite(file))) return;
  }
  const context = await openInstance(flags.format, flags.input);
  if (!context) return;
  const cpu = process.cpuUsage();
  const solved = await search(context, flags);
  const { user, system } = process.cpuUsage(cpu);
  await report(context, flags, { ...solved, cpuSeconds: (user + system) / 1e6 });
}

async function search(context: InstanceContext, flags: SolveFlags): Promise<SolvedPlan> {
  const { createSolver } = await import('../solver.js');
  const solver = await createSolver();
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  // Without a clock, iterations alone decide, and the same call gives the same plan.
  const seconds = flags.seconds ?? (flags.iterations === undefined ? DEFAULT_SECONDS : undefined);
  const onProgress = await watcher(context, flags.progress);
  try {
    return await solver.solve(context.problem, {
      ...(seconds !== undefined && { seconds }),
      ...(flags.iterations !== undefined && { iterations: flags.iterations }),
      threads: flags.threads,
      seed: flags.seed,
      signal: interrupted.signal,
      ...(onProgress && { onProgress }),
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

type OnProgress = NonNullable<SolveRequest['onProgress']>;

/** Shows progress on a terminal and writes it to a file, each if there is one. */
async function watcher(context: InstanceContext, file: string | undefined): Promise<OnProgress | undefined> {
  const own = (cost: number): number => Math.round((cost / context.costUnit) * 1e4) / 1e4;
  if (file !== undefined) await writeFile(file, '');
  if (file === undefined && !process.stderr.isTTY) return undefined;
  return ({ seconds, iterations, cost, served }) => {
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\u001b[K${seconds.toFixed(0)} s, cost ${own(cost).toFixed(2)}, ${served} served`);
    }
    const line = { seconds: Math.round(seconds * 1000) / 1000, iterations, cost: own(cost), served, memoryMb: memoryMb() };
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
}

/** Memory of the whole process, its threads included, in megabytes. */
const memoryMb = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);

async function report(context: InstanceContext, flags: SolveFlags, solved: SolvedPlan & { cpuSeconds: number }): Promise<void> {
  const [{ checkPlan }, { ownCost, writeSolution }, { say }] = await Promise.all([
    import('#checker'),
    import('#instances'),
    import('../instance-files.js'),
  ]);
  const { plan } = solved;
  const verdict = checkPlan(context.problem, plan);
  for (const violation of verdict.violations) say(`broken: ${JSON.stringify(violation)}`);
  // A plan without a visit that must be served has no true cost; the engine adds a penalty of its own to it.
  if (verdict.feasible && verdict.cost.total !== solved.cost.total) {
    throw new Error(`the engine prices this plan at ${solved.cost.total}, the checker at ${verdict.cost.total}`);
  }
  await writeFile(flags.output, writeSolution(context, plan, verdict.cost));
  const { total, parts } = ownCost(context, verdict.cost);
  const line = {
    format: context.format,
    instance: context.problem.name,
    feasible: verdict.feasible,
    cost: total,
    parts,
    served: context.problem.visits.length - plan.unserved.length,
    unserved: plan.unserved.length,
    seconds: Math.round(solved.seconds * 1000) / 1000,
    iterations: solved.iterations,
    ...(solved.evaluated !== undefined && { evaluated: solved.evaluated }),
    threads: flags.threads,
    seed: flags.seed,
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    cpuSeconds: Math.round(solved.cpuSeconds * 1000) / 1000,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
