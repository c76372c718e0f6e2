import type { Visit } from '#care';
import type { NewWorkItem } from '../work-items/work-item-ports.js';
import type { Difference } from './replan-ports.js';

/** Cover is found at the latest two hours before the visit may begin, seconds. */
const LEAD = 2 * 3600;

/** Somebody must be found for every visit that a change has left without anybody; due before its window opens. */
export function coverItems(unserved: readonly Visit[], differences: readonly Difference[]): NewWorkItem[] {
  const lost = new Set(differences.filter(({ effect }) => effect === 'unserved').map(({ visitKey }) => visitKey));
  return unserved
    .filter(({ key }) => lost.has(key))
    .map(({ key, patternId, clientId, date, windows }) => ({
      key: `find_cover:${key}`,
      kind: 'find_cover',
      subjectKind: 'pattern',
      subjectId: patternId,
      ...{ clientId, staffId: null, about: date, dueAt: windows[0].start - LEAD },
    }));
}
