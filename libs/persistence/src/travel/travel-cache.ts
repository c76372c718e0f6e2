import type { Position, TravelMode } from '#care';
import type { TravelCache } from '#planning';
import type { Database } from '../database/database.js';

/** Positions are kept to 5 decimals of a degree (about a metre). */
const STEPS_OF_DEGREE = 100_000;
const LONGITUDES = 360 * STEPS_OF_DEGREE + 1;
/** Pairs written by one statement. */
const PAIRS_AT_ONCE = 50_000;

interface ReadRow {
  readonly from: number;
  readonly to: number[];
  readonly seconds: number[];
}

/** Travel times in Postgres, shared by all providers: positions only, no names or addresses. */
export class PostgresTravelCache implements TravelCache {
  constructor(private readonly database: Database) {}

  async read(source: string, mode: TravelMode, positions: readonly Position[]): Promise<ReadonlyMap<number, number>> {
    const places = indicesByCell(positions);
    const indices = [...places.values()];
    const rows = await this.database.prisma.$queryRaw<ReadRow[]>`
      WITH cells AS (SELECT cell, (place - 1)::int AS place FROM unnest(${arrayText(places.keys())}::text::bigint[]) WITH ORDINALITY AS c(cell, place))
      SELECT f.place AS "from", array_agg(t.place) AS "to", array_agg(tt.seconds) AS seconds
      FROM travel_times tt JOIN cells f ON f.cell = tt.from_cell JOIN cells t ON t.cell = tt.to_cell
      WHERE tt.source = ${source} AND tt.mode = ${mode}::travel_mode GROUP BY f.place`;
    const found = new Map<number, number>();
    for (const row of rows) {
      for (const [k, to] of row.to.entries()) {
        for (const i of indices[row.from]) for (const j of indices[to]) found.set(i * positions.length + j, row.seconds[k]);
      }
    }
    return found;
  }

  async write(
    source: string,
    mode: TravelMode,
    positions: readonly Position[],
    seconds: ReadonlyMap<number, number>,
  ): Promise<void> {
    const cells = positions.map(cellOf);
    // Two positions may share a cell: the last time given for a pair of cells holds, as it would row by row.
    const pairs = new Map<string, readonly [from: number, to: number, seconds: number]>();
    for (const [index, value] of seconds) {
      const [from, to] = [cells[Math.floor(index / positions.length)], cells[index % positions.length]];
      pairs.set(`${from} ${to}`, [from, to, value]);
    }
    const rows = [...pairs.values()];
    for (let first = 0; first < rows.length; first += PAIRS_AT_ONCE) {
      const some = rows.slice(first, first + PAIRS_AT_ONCE);
      await this.database.prisma.$executeRaw`
        INSERT INTO travel_times AS stored (source, mode, from_cell, to_cell, seconds)
        SELECT ${source}, ${mode}::travel_mode, f, t, s FROM unnest(${column(some, 0)}::text::bigint[],
          ${column(some, 1)}::text::bigint[], ${column(some, 2)}::text::int[]) AS given(f, t, s) ORDER BY f, t
        ON CONFLICT (source, mode, from_cell, to_cell) DO UPDATE SET seconds = excluded.seconds, cached_at = now()
        WHERE stored.seconds <> excluded.seconds`;
    }
  }
}

/** One whole number for a position: below 2^53, so exact in JavaScript and in a bigint column. */
export function cellOf({ latitude, longitude }: Position): number {
  const [north, east] = [Math.round((latitude + 90) * STEPS_OF_DEGREE), Math.round((longitude + 180) * STEPS_OF_DEGREE)];
  return north * LONGITUDES + east;
}

function indicesByCell(positions: readonly Position[]): Map<number, number[]> {
  const indices = new Map<number, number[]>();
  for (const [index, position] of positions.entries()) {
    const cell = cellOf(position);
    indices.set(cell, [...(indices.get(cell) ?? []), index]);
  }
  return indices;
}

function column(rows: readonly (readonly number[])[], index: number): string {
  return arrayText(rows.map((row) => row[index]));
}

/** A Postgres array as text: one parameter, however long. */
function arrayText(values: Iterable<number>): string {
  return `{${[...values].join(',')}}`;
}
