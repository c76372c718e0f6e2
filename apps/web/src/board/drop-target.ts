import { instantAtWall } from '../text/format.js';
import type { Axis } from './axis.js';

/** Dragged starts fall on full five minutes. */
export const SNAP_MINUTES = 5;

/** Where a dragged visit would go. */
export interface Target {
  readonly shift: string;
  /** ISO instant. */
  readonly start: string;
}

/** What is under way while somebody drags. */
export interface Grip {
  readonly shift: string | null;
  /** Its start now; null for one from the tray. */
  readonly start: string | null;
  /** Minutes from its start to where it was taken hold of. */
  readonly grabbed: number;
}

/** Which keys hold something still: the person, the time. */
export interface Keys {
  readonly person: boolean;
  readonly time: boolean;
}

/**
 * Start on a bar for a pointer at a share of its width (0 left, 1 right), on full five minutes; the keys keep the person or
 * the start it has.
 */
export function targetAt(
  axis: Axis,
  { shift, share }: { readonly shift: string; readonly share: number },
  { grip, keys }: { readonly grip: Grip; readonly keys: Keys },
): Target {
  const minutes = axis.start + share * (axis.end - axis.start) - grip.grabbed;
  const snapped = Math.round(minutes / SNAP_MINUTES) * SNAP_MINUTES;
  return {
    shift: keys.person && grip.shift !== null ? grip.shift : shift,
    start: keys.time && grip.start !== null ? grip.start : instantAtWall(axis.date, Math.max(0, snapped)),
  };
}
