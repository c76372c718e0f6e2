// npm run build: what npm start would build, without starting it.
import './check-node.mjs';
import { prepareOrExit } from './prepare.mjs';

await prepareOrExit({ withWeb: true });
