import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { inProject, root } from './project.mjs';

const NOT_SOURCE = new Set(['node_modules', 'dist', 'generated', 'fixtures']);

/**
 * Every file under the project's `folders`, sorted, as paths relative to the project with forward slashes.
 * @param {string[]} folders
 * @returns {string[]}
 */
export function filesUnder(folders) {
  const found = [];
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!NOT_SOURCE.has(entry.name)) walk(`${path}${sep}${entry.name}`);
      } else found.push(relative(root, `${path}${sep}${entry.name}`).split(sep).join('/'));
    }
  };
  for (const folder of folders) if (existsSync(inProject(folder))) walk(inProject(folder));
  return found.sort();
}

/**
 * One text that changes when a file of the project is added, removed, renamed or edited.
 * @param {string[]} paths relative to the project; missing ones count as missing
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\0`);
    if (existsSync(inProject(path))) hash.update(readFileSync(inProject(path)));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path relative to the project */
export const isThere = (path) => existsSync(inProject(path));

/** @param {string} path relative to the project */
export const isFilledFolder = (path) =>
  isThere(path) && statSync(inProject(path)).isDirectory() && readdirSync(inProject(path)).length > 0;

/** @param {string} path relative to the project; undefined when missing or not JSON */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(inProject(path), 'utf8'));
  } catch {
    return undefined;
  }
}
