import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dirname;
const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const source = (compiled) => join(root, compiled.replace('./dist/', '').replace(/\.js$/, '.ts'));

/** Where dependency-cruiser finds the sources behind the #names of package.json. */
export default {
  resolve: {
    alias: Object.fromEntries(Object.entries(imports).map(([name, compiled]) => [name, source(compiled)])),
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
};
