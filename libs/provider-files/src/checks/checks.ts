import { soundCare } from './care.js';
import type { Check } from './context.js';
import { placesInLatvia } from './coordinates.js';
import { orderedDates } from './dates.js';
import { uniqueIds } from './ids.js';
import { soundPatterns } from './patterns.js';
import { knownReferences } from './references.js';
import { soundShifts } from './shifts.js';
import { soundRules } from './municipal-rules.js';
import { oneADay } from './one-a-day.js';
import { competentPatterns, knownTasks } from './tasks.js';

/** Every check of the whole file, each on its own: none relies on another having passed. */
export const checks: readonly Check[] = [
  uniqueIds,
  knownReferences,
  knownTasks,
  orderedDates,
  placesInLatvia,
  soundPatterns,
  soundShifts,
  competentPatterns,
  oneADay,
  soundRules,
  soundCare,
];
