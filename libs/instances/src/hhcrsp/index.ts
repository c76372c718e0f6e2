import type { InstanceFormat } from '../format.js';
import { readHhcrsp } from './read-instance.js';
import { readRoutes } from '../routes/read-routes.js';
import { writeHhcrspSolution } from './write-solution.js';

/** Home care routing with soft windows and paired services (Mankowska, Meisel, Bierwirth 2014; JSON of Ceschia et al. 2024). */
export const hhcrsp: InstanceFormat = {
  readInstance: readHhcrsp,
  readSolution: readRoutes,
  writeSolution: writeHhcrspSolution,
};
