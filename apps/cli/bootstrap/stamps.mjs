import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './project.mjs';

// In node_modules, so that a fresh installation makes every step look again.
const folder = ['node_modules', '.apgaita'];

/**
 * True when the step last succeeded on inputs with this fingerprint.
 * @param {string} step
 * @param {string} inputs
 */
export function isStamped(step, inputs) {
  try {
    return readFileSync(inProject(...folder, step), 'utf8') === inputs;
  } catch {
    return false;
  }
}

/**
 * Remembers that the step succeeded on inputs with this fingerprint.
 * @param {string} step
 * @param {string} inputs
 */
export function stamp(step, inputs) {
  mkdirSync(inProject(...folder), { recursive: true });
  writeFileSync(inProject(...folder, step), inputs);
}
