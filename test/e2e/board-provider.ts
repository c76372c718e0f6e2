import { client, member, pattern, shifts, storyProvider } from './story-provider.js';

/** Three clients, two carers and a nurse: a day that has one best plan, with both carers together at the third client. */
export function boardProvider(day: string) {
  return storyProvider('BOARD', {
    clients: [client(1), client(2), client(3)],
    staff: [member('S1'), member('S2'), member('N1', 'nurse')],
    shifts: shifts(['S1', 'S2', 'N1'], [day]),
    patterns: [
      pattern('P1', 'C1', ['CLEAN'], { from: '09:00', to: '11:00' }),
      pattern('P2', 'C2', ['CLEAN'], { from: '08:00', to: '11:00' }),
      pattern('P3', 'C3', ['TRANSFER'], { staffCount: 2, from: '12:00', to: '14:00' }),
    ],
    preferences: [
      { id: 'W1', client: 'C1', staff: 'S1', kind: 'preferred' },
      { id: 'W2', client: 'C2', staff: 'S2', kind: 'preferred' },
    ],
  });
}
