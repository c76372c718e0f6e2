import { badBodies, badProviderFiles } from './bad-input.js';
import { badProblems } from './bad-problems.js';

/** Makes 100,000 cases and more of those of `npm test`. */
const TIMES = 20;

badProviderFiles(TIMES);
badBodies(TIMES);
badProblems(TIMES);
