import { latitude, longitude } from '#contracts';
import type { SheetName } from '../columns/texts.js';
import type { Check, CheckedRow, Context } from './context.js';

const PAIRS: readonly (readonly [SheetName, string, string])[] = [
  ['places', 'latitude', 'longitude'],
  ['clients', 'latitude', 'longitude'],
  ['staff', 'startLatitude', 'startLongitude'],
  ['equipment', 'latitude', 'longitude'],
];

const LATVIA = { latitude: 'degrees from 55.6 to 58.2', longitude: 'degrees from 20.8 to 28.4' };
const isLatitude = (degrees: number): boolean => latitude.safeParse(degrees).success;
const isLongitude = (degrees: number): boolean => longitude.safeParse(degrees).success;

/** Both coordinates lie in Latvia; a swapped pair is one issue and says so. */
export const placesInLatvia: Check = (context) => {
  for (const [name, north, east] of PAIRS) {
    for (const each of context.rows(name)) checkPair(context, each, north, east);
  }
};

function checkPair(context: Context, each: CheckedRow<SheetName>, north: string, east: string): void {
  const [lat, lon] = [each.row.values[north], each.row.values[east]];
  if (typeof lat === 'number' && typeof lon === 'number' && isLatitude(lon) && isLongitude(lat)) {
    return context.issue('coordinates.swapped', each, north, { allowed: LATVIA.latitude, detail: `${east} is ${lon}.` });
  }
  if (typeof lat === 'number' && !isLatitude(lat)) outside(context, each, north, LATVIA.latitude);
  if (typeof lon === 'number' && !isLongitude(lon)) outside(context, each, east, LATVIA.longitude);
  // A half pair can only be where both are optional; a half that was refused has its own issue.
  const missing = lat === undefined && each.row.raw[north] === undefined ? north : east;
  const half = (lat === undefined) !== (lon === undefined) && (each.row.raw[missing] ?? undefined) === undefined;
  if (each.table.sheet.name === 'equipment' && half) {
    context.issue('coordinates.incomplete', each, missing, { allowed: 'both coordinates or neither' });
  }
}

function outside(context: Context, each: CheckedRow<SheetName>, field: string, allowed: string): void {
  const lost = Math.abs(Number(each.row.values[field])) > 1_000 ? { detail: 'The decimal separator seems to be lost.' } : {};
  context.issue('coordinates.outside', each, field, { allowed, ...lost });
}
