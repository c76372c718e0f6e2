// npm run licences: the licence of every package that the programs run with; exits 1 for one nobody has agreed to.
import { readJson } from './files.mjs';

/** Licences under which a package may be used as it is; for a choice (`MIT OR …`) one of them is enough. */
const AGREED = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0', 'CC-BY-4.0'],
  // Of fonts: free to use, embed and pass on with the software they come in.
  'Bitstream-Vera',
  // Copyleft of the files themselves, which stay as they are.
  ...['MPL-2.0', 'EPL-2.0', 'EPL-1.0', 'EDL-1.0', 'Python-2.0'],
]);

/** What packages without the field, or with a slip in it, say in their licence file. */
const READ_BY_HAND = new Map([
  ...['arc', 'busboy', 'png-js', 'seq-queue', 'streamsearch'].map((name) => [name, 'MIT']),
  ['splaytree-ts', 'BSD-3-Clause'],
  ['dejavu-fonts-ttf', 'Bitstream-Vera'],
]);

const packages = Object.entries(readJson('package-lock.json').packages).filter(([path, entry]) => path !== '' && !entry.dev);
const found = new Map();
for (const [path, entry] of packages) {
  const name = path.replace(/^.*node_modules\//, '');
  const licence = READ_BY_HAND.get(name) ?? entry.license ?? 'none given';
  found.set(licence, [...(found.get(licence) ?? []), name]);
}

const isAgreed = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(/ and | AND /).every((one) => AGREED.has(one)));

for (const [licence, names] of [...found].sort(([, a], [, b]) => b.length - a.length)) {
  console.log(`${isAgreed(licence) ? 'ok     ' : 'REFUSED'} ${licence}: ${isAgreed(licence) ? names.length : names.join(', ')}`);
}
process.exitCode = [...found.keys()].every(isAgreed) ? 0 : 1;
