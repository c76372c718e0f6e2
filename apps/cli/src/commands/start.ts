import { Option, type Command } from 'commander';
import { DEMO_NAMES, type DemoName } from '#demo';
import { EmbeddedError } from '#embedded';
import { StartRefusal } from '../start/refusal.js';
import { startApp } from '../start/start-app.js';
import { wholeNumber } from '../option-values.js';

/**
 * Adds `start`: the servers, the API and a worker, the demo provider unless
 * there is a provider, its first plans, and the app until Ctrl-C.
 */
export function addStartCommand(program: Command): void {
  program
    .command('start')
    .summary('run everything: servers, API, worker and app, with a first plan of the demo provider')
    .addOption(
      new Option('--demo <name>', `demo provider to load when there is no provider yet; otherwise ${DEMO_NAMES[0]}`)
        .choices(DEMO_NAMES)
        .conflicts('empty'),
    )
    .option('--empty', 'load no demo provider')
    .option('--port <port>', 'TCP port of the app, 0 for any free one; otherwise PORT or 3000', wholeNumber(0, 65_535))
    .option('--seconds <n>', 'search time of each first plan', wholeNumber(1, 3600), 20)
    .action(async (options: { demo?: DemoName; empty?: true; port?: number; seconds: number }) => {
      try {
        process.exitCode = await startApp({ ...options, empty: options.empty === true });
      } catch (error) {
        if (!(error instanceof EmbeddedError) && !(error instanceof StartRefusal)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = error instanceof StartRefusal ? error.exitCode : 1;
      }
    });
}
