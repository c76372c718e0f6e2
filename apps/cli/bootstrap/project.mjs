import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. Every path of the bootstrap is relative to it, whatever the working directory. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** @param {string[]} parts */
export const inProject = (...parts) => join(root, ...parts);

/** A program of an npm package, run with this very node. */
export const program = {
  tsc: inProject('node_modules', 'typescript', 'bin', 'tsc'),
  prisma: inProject('node_modules', 'prisma', 'build', 'index.js'),
  vite: inProject('node_modules', 'vite', 'bin', 'vite.js'),
  jest: inProject('node_modules', 'jest', 'bin', 'jest.js'),
  eslint: inProject('node_modules', 'eslint', 'bin', 'eslint.js'),
  prettier: inProject('node_modules', 'prettier', 'bin', 'prettier.cjs'),
  depcruise: inProject('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
};

/** The command line, once compiled. */
export const compiledCli = inProject('dist', 'apps', 'cli', 'src', 'main.js');
