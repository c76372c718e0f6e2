import type { Visit } from '../model.js';
import type { LawReason } from '../law/law-reason.js';
import { DEFAULT_READINGS, readingOf, type Readings } from '../law/readings.js';

/** How often the state pays for stoma care (S021). */
export const PAID_STOMA_VISITS = 5;
/** Stoma care that counts. Tracheostomy (`TRACH`) and gastrostomy (`GASTROST`) are paid by number of services (S022). */
const COUNTED = 'STOMA';

/** State-paid stoma visits before the visits looked at. */
export type StomaVisitsBefore = (owner: { readonly clientId: string; readonly episodeId: string }) => {
  readonly ofPatient: number;
  readonly ofEpisode: number;
};

/**
 * The visits that ask the state for stoma care beyond the fifth time, by key, in
 * order of time. Visits somebody else pays for do not count. `visits` are all of
 * the days looked at, in any order.
 */
export function unpaidStomaVisits(
  visits: readonly Visit[],
  before: StomaVisitsBefore,
  readings: Readings = DEFAULT_READINGS,
): ReadonlyMap<string, LawReason> {
  const perPatient = readings.stomaLimitPer === 'patient';
  const counts = new Map<string, number>();
  const unpaid = new Map<string, LawReason>();
  for (const visit of [...visits].sort((a, b) => a.windows[0].start - b.windows[0].start)) {
    if (visit.funding.kind !== 'episode' || !visit.tasks.includes(COUNTED)) continue;
    const owner = { clientId: visit.clientId, episodeId: visit.funding.id };
    const key = perPatient ? owner.clientId : owner.episodeId;
    const earlier = counts.get(key) ?? before(owner)[perPatient ? 'ofPatient' : 'ofEpisode'];
    if (earlier >= PAID_STOMA_VISITS) unpaid.set(visit.key, beyondLimit(readings));
    else counts.set(key, earlier + 1);
  }
  return unpaid;
}

function beyondLimit(readings: Readings): LawReason {
  const reading = readingOf(readings, 'stomaLimitPer');
  return { code: 'law.paid_limit', params: { rule: 'S021', limit: PAID_STOMA_VISITS, task: COUNTED, reading } };
}
