import type { Visit } from '../model.js';

/** Epoch seconds of 00:00 on the day of every visit made here, 24.11.2026 in Riga. */
export const MIDNIGHT = 1_795_471_200;

/** Hours of the day, both ends included. */
type Hours = readonly [from: number, to: number];

/** A visit of client C on 24.11.2026 by one staff member: tasks separated by blanks, length in minutes, start window. */
export function visit(key: string, tasks: string, minutes: number, [from, to]: Hours): Visit {
  return {
    key,
    patternId: key,
    clientId: 'C',
    date: '2026-11-24',
    ordinal: 0,
    funding: { kind: 'private' },
    tasks: tasks.split(' '),
    durationSeconds: minutes * 60,
    profession: 'carer',
    skills: [],
    staffCount: 1,
    windows: [{ start: MIDNIGHT + from * 3600, end: MIDNIGHT + to * 3600 }],
    priority: 3,
  };
}
