import type { IsoDay } from '#time';
import { consents, type ConsentFacts, type Service } from '../consent/permissions.js';
import type { Profession } from '../model.js';
import { OBSERVATIONS } from './observation-data.js';
import type { Observation } from './observation.js';

const BY_CODE = new Map(OBSERVATIONS.map((one) => [one.code, one]));

/** An observation by its code; undefined for a code of no list. */
export function findObservation(code: string): Observation | undefined {
  return BY_CODE.get(code);
}

/** The service a profession works in; rehabilitation is health. */
export function serviceOf(profession: Profession): Service {
  return profession === 'carer' || profession === 'van_crew' ? 'social' : 'health';
}

/**
 * What staff of a service report: emergencies both, the client's health those of social care (who are not competent to
 * judge it and therefore pass it on, S097), the client's home those of health care.
 */
export function observationsFor(service: Service): readonly Observation[] {
  const own = service === 'social' ? 'health' : 'home';
  return OBSERVATIONS.filter(({ group }) => group === 'emergency' || group === own);
}

/** What becomes of a reported observation. */
export interface Routing {
  /** `pass_on`: the recipient is told. `ask_consent`: first the client is asked, for no leave holds. `nothing`: it is known already. */
  readonly action: 'call_emergency' | 'pass_on' | 'ask_consent' | 'nothing';
  /** Whether the client's leave holds; null where none is needed. */
  readonly consented: boolean | null;
  readonly dueHours: number;
}

/**
 * Where a report goes on a day (S069-S088, S098): an emergency needs no leave; everything else is told to the other
 * field with the client's leave, and without it only the office learns that the client must be asked. What counts only
 * when new goes nowhere when it is known (S079, S084).
 */
export function routeObservation(
  { recipient, dueHours, onlyNew }: Observation,
  isNew: boolean,
  { given, day }: { readonly given: readonly ConsentFacts[]; readonly day: IsoDay },
): Routing {
  if (recipient === 'emergency') return { action: 'call_emergency', consented: null, dueHours };
  const consented = consents(given, recipient === 'gp' ? 'social_to_health' : 'health_to_social', day);
  if (onlyNew && !isNew) return { action: 'nothing', consented, dueHours };
  return { action: consented ? 'pass_on' : 'ask_consent', consented, dueHours };
}
