import type { ExecutionEvent } from '#contracts';

export type Position = NonNullable<ExecutionEvent['position']>;

/** Metres from the home, beside what the position itself is unsure of, that still count as there. */
const NEAR_METRES = 200;
/** Minutes before or after the planned time that still fit. */
const FIT_MINUTES = 60;
const EARTH_METRES = 6_371_000;

/** Why a check-in does not fit what was planned; null when it does. It stands all the same. */
export function misfit(
  position: Position | null,
  {
    home,
    planned,
    at,
  }: {
    readonly home: { readonly latitude: number; readonly longitude: number } | null;
    readonly planned: string;
    readonly at: number;
  },
): 'no_position' | 'wrong_place' | 'other_time' | null {
  if (position === null) return 'no_position';
  if (home && metresBetween(position, home) - (position.accuracyMetres ?? 0) > NEAR_METRES) return 'wrong_place';
  return Math.abs(at - Date.parse(planned)) > FIT_MINUTES * 60_000 ? 'other_time' : null;
}

/** Great-circle distance (haversine). */
export function metresBetween(
  a: { readonly latitude: number; readonly longitude: number },
  b: { readonly latitude: number; readonly longitude: number },
): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [dLat, dLon] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(h));
}
