import type { Position, TravelMode } from '#care';
import type { Fetch, JsonAnswer, Patience } from './request-json.js';
import { requestJson } from './request-json.js';

/** Modes a road network answers; public transport needs a timetable and stays with the estimate. */
export type RoadMode = Exclude<TravelMode, 'transit'>;

/** Rows of seconds, source by target; `null` where there is no way. `reason` says why there is no table. */
export type TableAnswer =
  { readonly ok: true; readonly rows: readonly (readonly (number | null)[])[] } | { readonly ok: false; readonly reason: string };

/** A routing server that fills tables. */
export interface RoutingEngine {
  /** Under this name its answers are cached. */
  readonly name: 'osrm' | 'valhalla';
  /** Most sources, and most targets, of one request. */
  readonly block: number;
  table(sources: readonly Position[], targets: readonly Position[], mode: RoadMode): Promise<TableAnswer>;
}

/** Names under which OSRM's own profiles are usually served. */
const OSRM_PROFILES: Readonly<Record<RoadMode, string>> = { car: 'car', bicycle: 'bike', walk: 'foot' };

/**
 * OSRM's table service, `/table/v1/{car|bike|foot}`. Its default limit is 100
 * by 100 (`--max-table-size`). A server with one profile only answers every
 * name with that profile; such answers are caught by their speed.
 */
export function osrm(url: string, fetch: Fetch, patience: Patience): RoutingEngine {
  return {
    name: 'osrm',
    block: 100,
    async table(sources, targets, mode) {
      const coordinates = [...sources, ...targets].map((p) => `${p.longitude},${p.latitude}`).join(';');
      const first = indices(0, sources.length);
      const second = indices(sources.length, targets.length);
      const path = `table/v1/${OSRM_PROFILES[mode]}/${coordinates}`;
      const query = `sources=${first}&destinations=${second}&annotations=duration`;
      const answer = await requestJson(fetch, `${withSlash(url)}${path}?${query}`, { method: 'GET' }, patience);
      return read(answer, (body) => rowsOf(field(body, 'durations'), (cell) => cell), sources.length, targets.length);
    },
  };
}

const VALHALLA_COSTINGS: Readonly<Record<RoadMode, string>> = { car: 'auto', bicycle: 'bicycle', walk: 'pedestrian' };

/** Valhalla's matrix service, `/sources_to_targets`. Its default limit is 2,500 pairs (`max_matrix_location_pairs`). */
export function valhalla(url: string, fetch: Fetch, patience: Patience): RoutingEngine {
  return {
    name: 'valhalla',
    block: 50,
    async table(sources, targets, mode) {
      const place = ({ latitude, longitude }: Position) => ({ lat: latitude, lon: longitude });
      const body = JSON.stringify({
        sources: sources.map(place),
        targets: targets.map(place),
        costing: VALHALLA_COSTINGS[mode],
      });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      const answer = await requestJson(fetch, `${withSlash(url)}sources_to_targets`, init, patience);
      const cellsOf = (found: unknown) => rowsOf(field(found, 'sources_to_targets'), (cell) => field(cell, 'time'));
      return read(answer, cellsOf, sources.length, targets.length);
    },
  };
}

const indices = (from: number, count: number): string => Array.from({ length: count }, (_, i) => from + i).join(';');

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

type Cells = readonly (readonly unknown[])[];

function rowsOf(value: unknown, cell: (value: unknown) => unknown): Cells | null {
  if (!Array.isArray(value) || !value.every((row) => Array.isArray(row))) return null;
  return (value as unknown[][]).map((row) => row.map(cell));
}

/** A table of the asked size; anything that is not a time is a way that does not exist. */
function read(answer: JsonAnswer, cellsOf: (body: unknown) => Cells | null, height: number, width: number): TableAnswer {
  if (!answer.ok) return answer;
  const cells = cellsOf(answer.body);
  if (!cells || cells.length !== height || cells.some((row) => row.length !== width)) return { ok: false, reason: 'body' };
  return { ok: true, rows: cells.map((row) => row.map((cell) => (isSeconds(cell) ? cell : null))) };
}

const isSeconds = (cell: unknown): cell is number => typeof cell === 'number' && cell >= 0 && cell < 1e6;
