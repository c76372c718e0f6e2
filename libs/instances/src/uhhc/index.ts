import type { InstanceFormat } from '../format.js';
import { readRoutes } from '../routes/read-routes.js';
import { readUhhc } from './read-instance.js';
import { writeUhhcSolution } from './write-solution.js';

/** The unified home health care formulation (Ceschia et al., ITOR 2026). */
export const uhhc: InstanceFormat = { readInstance: readUhhc, readSolution: readRoutes, writeSolution: writeUhhcSolution };
