import { instantOf } from '#time';
import type { Visit } from '../model.js';

/** A nurse's visit of client C1 at nine on Friday 20.11.2026, for episode E1, with changes. */
export function visit(changes: Partial<Visit> = {}): Visit {
  const date = changes.date ?? '2026-11-20';
  const start = instantOf(date, '09:00');
  return {
    key: `V@${date}.0`,
    patternId: 'V',
    clientId: 'C1',
    date,
    ordinal: 0,
    funding: { kind: 'episode', id: 'E1' },
    tasks: ['WOUND'],
    durationSeconds: 1800,
    profession: 'nurse',
    skills: [],
    staffCount: 1,
    windows: [{ start, end: start + 3600 }],
    priority: 4,
    ...changes,
  };
}

/** A carer's visit under decision D1. */
export function socialVisit(changes: Partial<Visit> = {}): Visit {
  const funding = { kind: 'decision', id: 'D1', municipalityPercent: 100 } as const;
  return visit({ funding, tasks: ['BATH'], profession: 'carer', ...changes });
}
