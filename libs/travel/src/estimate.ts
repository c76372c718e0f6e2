import { distance } from '@turf/turf';
import type { Position, TravelMode } from '#care';

/** Streets are longer than the straight line: metres on the ground for one metre on the map. Convention for towns (domain notes, section 1). */
export const DETOUR = 1.3;
/** km/h of somebody walking with a bag; planning assumption. */
export const WALK_KMH = 4.8;
/** km/h of a bicycle in town, stops included; planning assumption. */
export const BICYCLE_KMH = 14;
/** Seconds to lock and unlock a bicycle; planning assumption. */
export const BICYCLE_LOCK = 60;
/** km/h of a car in town, lights included; planning assumption. */
export const CAR_KMH = 26;
/** Seconds to find a place for the car and walk from it; planning assumption. */
export const CAR_PARK = 4 * 60;
/** km/h of bus, trolleybus and tram together; Rīgas satiksme measured 20.44, 15.63 and 15.94 in 2017 (mixnews.lv, 24.07.2017). */
export const TRANSIT_KMH = 17;
/** Seconds on foot to the first stop; planning assumption. */
export const TRANSIT_ACCESS = 4 * 60;
/** Seconds of waiting for the first vehicle; planning assumption. */
export const TRANSIT_WAIT = 5 * 60;
/** Seconds on foot from the last stop; planning assumption. */
export const TRANSIT_EGRESS = 4 * 60;
/** Seconds a change of vehicles costs; planning assumption. */
export const TRANSIT_TRANSFER = 6 * 60;
/** Metres on the ground beyond which a ride needs one change. */
export const TRANSIT_TRANSFER_BEYOND = 4000;
/** Seconds from the street to the client: door, stairs, lift; planning assumption. */
export const DOOR = 2 * 60;

/** Seconds a mode needs beside moving, whoever computed the moving: parking or locking, and the door. */
export function overhead(mode: TravelMode): number {
  switch (mode) {
    case 'walk':
    case 'transit':
      return DOOR;
    case 'bicycle':
      return BICYCLE_LOCK + DOOR;
    case 'car':
      return CAR_PARK + DOOR;
  }
}

/**
 * Whole seconds from door to door over `metres` of straight line, rounded up;
 * 0 for 0 metres. Nobody rides where walking is quicker, so no mode takes
 * longer than walking.
 */
export function estimateSeconds(mode: TravelMode, metres: number): number {
  if (metres === 0) return 0;
  const ground = metres * DETOUR;
  return Math.ceil(Math.min(moving('walk', ground) + overhead('walk'), moving(mode, ground) + overhead(mode)));
}

function moving(mode: TravelMode, ground: number): number {
  switch (mode) {
    case 'walk':
      return at(WALK_KMH, ground);
    case 'bicycle':
      return at(BICYCLE_KMH, ground);
    case 'car':
      return at(CAR_KMH, ground);
    case 'transit': {
      const transfer = ground > TRANSIT_TRANSFER_BEYOND ? TRANSIT_TRANSFER : 0;
      return TRANSIT_ACCESS + TRANSIT_WAIT + at(TRANSIT_KMH, ground) + transfer + TRANSIT_EGRESS;
    }
  }
}

const at = (kmh: number, metres: number): number => (metres * 3.6) / kmh;

/**
 * Row-major n*n seconds between positions, from great-circle distances
 * (haversine, mean Earth radius). Symmetric: each pair is measured once.
 */
export function estimateMatrix(positions: readonly Position[], mode: TravelMode): Int32Array {
  const n = positions.length;
  const points = positions.map(({ longitude, latitude }) => [longitude, latitude]);
  const seconds = new Int32Array(n * n);
  for (let from = 0; from < n; from++) {
    for (let to = from + 1; to < n; to++) {
      const metres = distance(points[from], points[to], { units: 'meters' });
      seconds[from * n + to] = seconds[to * n + from] = estimateSeconds(mode, metres);
    }
  }
  return seconds;
}
