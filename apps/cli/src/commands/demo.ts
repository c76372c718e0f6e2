import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { DEMO_NAMES, demoProvider, type DemoName } from '#demo';
import { writeProviderFile } from '#provider-files';
import { dayOf, isIsoDay } from '#time';

interface DemoOptions {
  readonly name: DemoName;
  readonly output: string;
  readonly today?: string;
}

/**
 * Adds `demo`: writes a synthetic provider as a file that `import` reads. The
 * ending of the output's name decides the form. Exits 0, 2 for wrong
 * arguments, 1 when the file cannot be written.
 */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .summary('write a synthetic provider to try things with')
    .description(
      'Writes a synthetic provider in Riga: invented people, addresses and histories around a day.\n' +
        'The same name and day give the same data everywhere. The ending of the output decides the form:\n' +
        '.xlsx a workbook, .zip one CSV file a list, .json or .json.gz. Read it with: apgaita import FILE',
    )
    .addOption(new Option('--name <name>', 'how large').choices(DEMO_NAMES).default('riga-400'))
    .requiredOption('--output <path>', 'file to write: .xlsx, .zip, .json or .json.gz', outputPath)
    .option('--today <day>', 'day the data turns on, YYYY-MM-DD; by default today in Riga', day)
    .action(async (options: DemoOptions) => {
      process.exitCode = await writeDemo(options);
    });
}

async function writeDemo({ name, output, today }: DemoOptions): Promise<0 | 1> {
  const file = demoProvider(name, { today: today ?? dayOf(Math.floor(Date.now() / 1000)) });
  try {
    await writeFile(output, await bytesFor(output, file));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
  const counts = `${file.clients.length} clients, ${file.staff.length} staff, ${file.patterns.length} visit patterns`;
  process.stdout.write(`Wrote ${output}: ${counts}.\n`);
  return 0;
}

async function bytesFor(output: string, file: ReturnType<typeof demoProvider>): Promise<Uint8Array> {
  if (output.endsWith('.xlsx')) return writeProviderFile(file, 'xlsx');
  if (output.endsWith('.zip')) return writeProviderFile(file, 'csv-zip');
  const json = await writeProviderFile(file, 'json');
  return output.endsWith('.gz') ? gzipSync(json) : json;
}

function outputPath(path: string): string {
  if (/\.(?:xlsx|zip|json|json\.gz)$/.test(path)) return path;
  throw new InvalidArgumentError('It must end in .xlsx, .zip, .json or .json.gz.');
}

function day(text: string): string {
  if (isIsoDay(text)) return text;
  throw new InvalidArgumentError('It must be a day, YYYY-MM-DD.');
}
