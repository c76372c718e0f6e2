import type { ChangeAnswer, ExecutionEvent, ObservationReport, SwapRequest } from '#contracts';
import type { Entry } from './outbox.js';

type Of<C extends Entry['channel']> = Extract<Entry, { channel: C }>;

/** An event of this moment; held back for so many milliseconds while more of it may come. */
export function newEvent(account: string, event: Omit<ExecutionEvent, 'id' | 'at'>, holdMs = 0): Of<'events'> {
  const { id, now, ...entry } = made(account);
  const body = { ...event, id, at: new Date(now).toISOString() };
  return { ...entry, id, channel: 'events', body, holdUntil: holdMs === 0 ? 0 : now + holdMs };
}

/** A report of this moment. */
export function newObservation(account: string, report: Omit<ObservationReport, 'id' | 'at'>): Of<'observations'> {
  const { id, now, ...entry } = made(account);
  return { ...entry, id, channel: 'observations', body: { ...report, id, at: new Date(now).toISOString() } };
}

export function newAnswer(account: string, body: ChangeAnswer): Of<'answers'> {
  const { id, enteredAt, holdUntil, refused } = made(account);
  return { id, account, enteredAt, holdUntil, refused, channel: 'answers', body };
}

export function newSwap(account: string, day: SwapRequest['day']): Of<'swaps'> {
  const { id, enteredAt, holdUntil, refused } = made(account);
  return { id, account, enteredAt, holdUntil, refused, channel: 'swaps', body: { id, day } };
}

function made(account: string) {
  const now = Date.now();
  return { id: crypto.randomUUID(), now, account, enteredAt: now, holdUntil: 0, refused: null };
}
