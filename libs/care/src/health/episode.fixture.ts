import type { EpisodeFacts } from './episode.js';

/** A chronic patient whose care began on Thursday 22.10.2026; its first 30 days end on Friday 20.11.2026. */
export const CHRONIC: EpisodeFacts = {
  id: 'E1',
  clientId: 'C1',
  kind: 'chronic_mobility',
  issuer: 'gp',
  careDiagnosis: 'L97',
  mobilityDiagnosis: 'I69.3',
  hasOrders: true,
  onsetOn: null,
  dischargedOn: null,
  startedOn: '2026-10-22',
  endedOn: null,
  mainTasks: ['WOUND'],
  terms: [],
  opinions: [],
};

/** Discharged on 14.11.2026, cared for from Monday 16.11.: ten days end on Wednesday 25.11.2026. */
export const SURGERY: EpisodeFacts = {
  ...CHRONIC,
  id: 'E2',
  kind: 'post_surgery',
  dischargedOn: '2026-11-14',
  startedOn: '2026-11-16',
};

/** After a stroke on 31.08.2025; begun on the last day of the six months. */
export const REHABILITATION: EpisodeFacts = {
  ...CHRONIC,
  id: 'E3',
  kind: 'rehab',
  issuer: 'rehab_doctor',
  careDiagnosis: 'I63.9',
  onsetOn: '2025-08-31',
  startedOn: '2026-02-28',
  mainTasks: ['PHYSIO'],
};
