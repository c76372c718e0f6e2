import type { InstanceFormat } from '../format.js';
import { readVrptw } from './read-instance.js';
import { readVrptwSolution } from './read-solution.js';
import { writeVrptwSolution } from './write-solution.js';

/** Vehicle routing with time windows: Solomon's text in, CVRPLIB's routes out, distances truncated to tenths (DIMACS 2022). */
export const vrptw: InstanceFormat = {
  readInstance: readVrptw,
  readSolution: readVrptwSolution,
  writeSolution: writeVrptwSolution,
};
