import type { Position } from './position.js';

/** Milliseconds that a check-in waits for a position at most. */
export const LOCATE_MS = 8_000;
/** A position older than this says nothing of the door one stands at, milliseconds. */
const OLDEST_MS = 60_000;

/** Where the phone is now, asked once; null where it does not know or may not say. Between visits nobody asks. */
export function locate(now: () => number): Promise<Position | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy }, timestamp }) =>
        resolve({
          ...{ latitude, longitude, accuracyMetres: Math.min(100_000, Math.round(accuracy)) },
          ageSeconds: Math.min(86_400, Math.max(0, Math.round((now() - timestamp) / 1000))),
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: LOCATE_MS, maximumAge: OLDEST_MS },
    );
  });
}
