import { badBodies, badProviderFiles } from './bad-input.js';
import { badProblems } from './bad-problems.js';

badProviderFiles(1);
badBodies(1);
badProblems(1);
