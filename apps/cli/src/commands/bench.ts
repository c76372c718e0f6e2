import { fileURLToPath } from 'node:url';
import { Option, type Command } from 'commander';
import type { BenchInstance } from '../bench/best-known.js';
import type { BenchRun } from '../bench/run.js';
import type { Grouping } from '../bench/table.js';
import { listOf, positiveNumber, wholeNumber } from '../option-values.js';

const FIXTURES = fileURLToPath(new URL('../../../../../test/fixtures/instances/', import.meta.url));

interface BenchFlags {
  readonly instances: string;
  readonly families?: readonly string[];
  readonly seconds: readonly number[];
  readonly threads: number;
  readonly seeds: readonly number[];
  readonly limit?: number;
  readonly by: Grouping;
  readonly output?: string;
  readonly runs?: string;
}

const EXAMPLES = `
The folder holds best_known.json: by format and name the file, its size and the best known cost (see
test/fixtures/instances/README.md). Gaps are percent above best known, over feasible runs; "better" counts runs below it.
Every run is a process of its own; runs follow each other, so --threads may use the whole machine.

Examples:
  apgaita bench --seconds 5                                   the instances that come with the project
  apgaita bench --families mankowska,kummer --seconds 10,60 --seeds 1,2,3 --by size
  apgaita bench --instances ../bench --families validation --limit 3 --output validation.md`;

/** Registers `apgaita bench`. */
export function addBenchCommand(program: Command): void {
  program
    .command('bench')
    .description('measure the engine on a folder of instances and print a markdown table')
    .option('--instances <folder>', 'folder with best_known.json', FIXTURES)
    .option('--families <list>', 'formats or families, separated by commas (default: all)', listOf(String))
    .option('--seconds <list>', 'seconds a run', listOf(positiveNumber(86_400)), [5])
    .option('--threads <n>', 'threads a run', wholeNumber(1, 64), 2)
    .option('--seeds <list>', 'seeds', listOf(wholeNumber(0, 2 ** 31 - 1)), [1])
    .option('--limit <n>', 'at most so many instances of each family, spread over their sizes', wholeNumber(1, 1e6))
    .addOption(
      new Option('--by <grouping>', 'a row for every family, or for every size in it')
        .choices(['family', 'size'])
        .default('family'),
    )
    .option('--output <file>', 'also write the table to a file')
    .option('--runs <file>', 'also write every run as a line of JSON')
    .addHelpText('after', EXAMPLES)
    .action(bench);
}

async function bench(flags: BenchFlags): Promise<void> {
  const [{ readBestKnown }, { benchRun, gap }, { benchTable }, { appendFile, writeFile }, { BAD_INPUT, say }] = await Promise.all(
    [
      import('../bench/best-known.js'),
      import('../bench/run.js'),
      import('../bench/table.js'),
      import('node:fs/promises'),
      import('../instance-files.js'),
    ],
  );
  const all = await readBestKnown(flags.instances).catch((error: unknown) => {
    say(`${flags.instances}: best_known.json cannot be used (${error instanceof Error ? error.message : 'unknown'}).`);
    return [];
  });
  const chosen = choose(all, flags);
  if (chosen.length === 0) {
    say('No instance was chosen; see apgaita bench --help for the folder and the families.');
    process.exitCode = BAD_INPUT;
    return;
  }
  const settings = flags.seconds.flatMap((seconds) => flags.seeds.map((seed) => ({ seconds, seed, threads: flags.threads })));
  const runs: BenchRun[] = [];
  for (const setting of settings) {
    for (const instance of chosen) {
      const run = await benchRun(instance, setting);
      runs.push(run);
      say(
        `${runs.length}/${settings.length * chosen.length} ${instance.name} cost ${run.cost} gap ${gap(run)?.toFixed(2) ?? '-'} %`,
      );
      if (flags.runs)
        await appendFile(flags.runs, `${JSON.stringify({ ...run, instance: instance.name, format: instance.format })}\n`);
    }
  }
  const table = `${benchTable(runs, flags.by)}\n`;
  process.stdout.write(table);
  if (flags.output) await writeFile(flags.output, table);
}

/** The instances of the wanted families, each family cut to the limit, evenly over its sizes. */
export function choose(
  all: readonly BenchInstance[],
  { families, limit }: Pick<BenchFlags, 'families' | 'limit'>,
): BenchInstance[] {
  const wanted = all.filter(
    ({ format, family }) =>
      !families || families.some((name) => name === format || name === family || name === `${format}/${family}`),
  );
  if (limit === undefined) return wanted;
  const names = [...new Set(wanted.map(({ format, family }) => `${format}/${family}`))];
  return names.flatMap((name) => {
    const group = wanted.filter(({ format, family }) => `${format}/${family}` === name);
    const ordered = group.sort((a, b) => a.size - b.size);
    const step = Math.max(1, ordered.length / limit);
    return Array.from({ length: Math.min(limit, ordered.length) }, (_, at) => ordered[Math.floor(at * step)]);
  });
}
