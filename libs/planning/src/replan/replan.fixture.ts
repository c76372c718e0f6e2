import type { Visit } from '#care';
import { startOfDay } from '#time';
import type { PlanChange } from '../changes/change-ports.js';
import type { Placement } from './replan-ports.js';

/** The Tuesday the specs of recomputation work on. */
export const DAY = '2026-11-24';

/** Epoch seconds of a time on {@link DAY}. */
export const at = (hour: number, minute = 0): number => startOfDay(DAY) + 3600 * hour + 60 * minute;

/** An hour's visit of a carer, startable from 08:00 to 15:00. */
export function visit(key: string, clientId: string, rest: Partial<Visit> = {}): Visit {
  return {
    ...{ key, patternId: key, clientId, date: DAY, ordinal: 0, funding: { kind: 'private' }, tasks: ['CLEAN'] },
    ...{ durationSeconds: 3600, profession: 'carer', skills: [], staffCount: 1, priority: 3 },
    windows: [{ start: at(8), end: at(15) }],
    ...rest,
  };
}

/** A change of a kind about a client, a person or everybody, on {@link DAY} alone. */
export function change(id: number, kind: PlanChange['kind'], about: Partial<PlanChange> = {}): PlanChange {
  return { id, kind, visitKey: null, clientId: null, staffId: null, from: DAY, to: DAY, ...about };
}

/** A visit given by these people from an hour on. */
export const given = (hour: number, ...staff: string[]): Placement => ({ start: at(hour), staff });
