// npm start: everything from a fresh clone to a running app with a first plan.
import './check-node.mjs';
import { prepareOrExit } from './prepare.mjs';
import { runInForeground } from './processes.mjs';
import { compiledCli } from './project.mjs';

await prepareOrExit({ withWeb: true });
process.exitCode = await runInForeground([compiledCli, 'start', ...process.argv.slice(2)]);
