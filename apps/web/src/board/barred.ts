import type { UnservedView } from '#contracts';

/** The law keeps the visit out: it waits for a paper, not for a place. */
export function isBarred({ reasons }: Pick<UnservedView, 'reasons'>): boolean {
  return reasons.length > 0 && reasons.every(({ code }) => code.startsWith('law.'));
}
