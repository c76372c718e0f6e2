import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { BenchFlags } from '../bench/bench.js';
import { listOf, positiveNumber, wholeNumber } from '../option-values.js';

const FIXTURES = fileURLToPath(new URL('../../../../../test/fixtures/instances/', import.meta.url));

const EXAMPLES = `
The folder holds best_known.json: by format and name the file, its size and the best known cost (see
test/fixtures/instances/README.md). A family is named as there (mankowska, uhhc/validation, uhhc-validation), or by its
format or its beginning (solomon). Two families are made here: riga, the demo provider planned for a day and a week, and
growth, weeks of 10 to 11,000 visits.
Every search is a process of its own, one after the other; its solution is judged by the independent checker. Each is
written to the log at once; Ctrl-C ends with a table of what there is, and --resume goes on from there.

Examples:
  npm run bench -- --short                                    about two minutes
  npm run bench -- --families mankowska,kummer --seconds 10,60 --seeds 1,2,3 --write
  npm run bench -- --instances FOLDER --families uhhc-validation,solomon --limit 3 --compare before.json
  npm run bench -- --families riga --seconds 600 --write      what shorter searches of riga are compared to`;

/** Registers `apgaita bench`. */
export function addBenchCommand(program: Command): void {
  program
    .command('bench')
    .description('measure the engine on public instances and on problems of our own')
    .option('--instances <folder>', 'folder with best_known.json; by default the few that come with the project', FIXTURES)
    .option('--families <list>', 'families, separated by commas (default: all of the folder)', listOf(String))
    .option('--seconds <list>', 'seconds a search (default: 10; 60 with --curve, 5 with --short)', listOf(positiveNumber(86_400)))
    .option('--threads <n>', 'threads a search', wholeNumber(1, 64), 2)
    .option('--seeds <list>', 'seeds', listOf(wholeNumber(0, 2 ** 31 - 1)), [1])
    .option('--limit <n>', 'at most so many instances of each family, spread over their sizes', wholeNumber(1, 1e6))
    .option('--short', 'a quick look: two instances of each family')
    .option('--curve', 'print the gap and the memory after 1, 3, 10, 30, 60 s of the same searches too')
    .option('--write', 'put the rows measured into docs/benchmarks.json, and its tables into docs/benchmarks.md')
    .option('--compare <file>', 'print the rows of another such file before and now, for a commit message')
    .option('--log <file>', 'where every search is written, a line of JSON each (default: .data/bench/runs.jsonl)')
    .option('--resume', 'take from the log what was measured with this version on this machine')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: BenchFlags) => {
      const { bench } = await import('../bench/bench.js');
      process.exitCode = await bench(flags);
    });
}
