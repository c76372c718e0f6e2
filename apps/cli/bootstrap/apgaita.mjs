// npm run --silent apgaita -- COMMAND: the command line. Standard output belongs to the command alone.
import './check-node.mjs';
import { prepareOrExit } from './prepare.mjs';
import { runInForeground } from './processes.mjs';
import { compiledCli } from './project.mjs';

await prepareOrExit({ withWeb: false });
process.exitCode = await runInForeground([compiledCli, ...process.argv.slice(2)]);
