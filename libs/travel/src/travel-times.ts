import { distance } from '@turf/turf';
import type { Position } from '#care';
import type { TravelCache, TravelTimes } from '#planning';
import { type Block, blocksOf } from './blocks.js';
import { estimateMatrix, overhead } from './estimate.js';
import type { Fetch, Patience } from './request-json.js';
import { type RoadMode, type RoutingEngine, osrm, valhalla } from './routing-engine.js';

/** Codes of {@link TravelTimes}' warnings: the estimate answered for all that was missing, or for some pairs. */
export const TRAVEL_WARNINGS = { unavailable: 'travel.engine_unavailable', partial: 'travel.cells_estimated' } as const;

export interface TravelOptions {
  /** Keeps routing servers' answers. The estimate is never cached: it is quicker than any database. */
  readonly cache?: TravelCache;
  /** Base URL of an OSRM server; where both are given OSRM answers. */
  readonly osrmUrl?: string;
  /** Base URL of a Valhalla server. */
  readonly valhallaUrl?: string;
  /** Default: 10 s an attempt, two repeats after 250 and 500 ms. */
  readonly patience?: Partial<Patience>;
  readonly fetch?: Fetch;
  readonly logger?: { warn(details: Readonly<Record<string, unknown>>, message: string): void };
}

const PATIENCE: Patience = { timeoutMs: 10_000, retries: 2, backoffMs: 250 };

/** Requests under way at the same time. */
const LANES = 4;

/** Blocks that may fail before the server counts as gone and the rest is estimated. */
const FAILURES_ALLOWED = 2;

/**
 * km/h along the straight line that no answer may exceed: faster means the
 * server used another profile than asked for, or mixed up coordinates.
 */
const FASTEST: Readonly<Record<RoadMode, number>> = { walk: 10, bicycle: 45, car: 130 };

/**
 * Travel times from a routing server where there is one, else estimated from
 * great-circle distances. Public transport is always estimated. Positions count
 * as equal when their fifth decimals (about one metre) are. Pairs the server
 * cannot answer are estimated, with a code of {@link TRAVEL_WARNINGS}. Rejects
 * only when the cache does.
 */
export function createTravelTimes(options: TravelOptions = {}): TravelTimes {
  const engine = engineOf(options);
  return {
    async matrix(positions, mode) {
      const rounded = positions.map(({ latitude, longitude }) => ({ latitude: round(latitude), longitude: round(longitude) }));
      const estimate = estimateMatrix(rounded, mode);
      if (!engine || mode === 'transit' || positions.length < 2) return { seconds: estimate, warnings: [] };
      return new RoutedMatrix(engine, options, rounded, mode).fill(estimate);
    },
  };
}

function engineOf({ osrmUrl, valhallaUrl, fetch = globalThis.fetch, patience }: TravelOptions): RoutingEngine | null {
  if (osrmUrl) return osrm(osrmUrl, fetch, { ...PATIENCE, ...patience });
  if (valhallaUrl) return valhalla(valhallaUrl, fetch, { ...PATIENCE, ...patience });
  return null;
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** One matrix on its way: what the cache knew, what the server said, what stays estimated. */
class RoutedMatrix {
  private readonly n: number;
  private readonly fresh = new Map<number, number>();
  private failures = 0;
  private missing = 0;

  constructor(
    private readonly engine: RoutingEngine,
    private readonly options: TravelOptions,
    private readonly positions: readonly Position[],
    private readonly mode: RoadMode,
  ) {
    this.n = positions.length;
  }

  /** Lays the server's times over the estimate, which keeps the cells nobody answered. */
  async fill(seconds: Int32Array): Promise<{ seconds: Int32Array; warnings: string[] }> {
    const { cache } = this.options;
    const cached = (await cache?.read(this.engine.name, this.mode, this.positions)) ?? new Map<number, number>();
    // An estimate of 0 means the same place: nothing to ask for.
    const isKnown = (from: number, to: number): boolean => cached.has(from * this.n + to) || seconds[from * this.n + to] === 0;
    const blocks = blocksOf(this.n, this.engine.block, isKnown);
    await this.askAll(blocks);
    for (const [index, time] of [...cached, ...this.fresh]) {
      if (seconds[index] !== 0) seconds[index] = Math.ceil(time) + overhead(this.mode);
    }
    if (cache && this.fresh.size > 0) await cache.write(this.engine.name, this.mode, this.positions, this.fresh);
    return { seconds, warnings: this.warnings() };
  }

  private async askAll(blocks: readonly Block[]): Promise<void> {
    const waiting = [...blocks];
    const lane = async (): Promise<void> => {
      for (let block = waiting.shift(); block && this.failures < FAILURES_ALLOWED; block = waiting.shift()) {
        await this.ask(block);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  private async ask({ rows, columns }: Block): Promise<void> {
    const at = (index: number): Position => this.positions[index];
    const answer = await this.engine.table(rows.map(at), columns.map(at), this.mode);
    if (!answer.ok) {
      this.failures++;
      this.options.logger?.warn(
        { code: TRAVEL_WARNINGS.unavailable, engine: this.engine.name, mode: this.mode, reason: answer.reason },
        'routing server did not answer',
      );
      return;
    }
    rows.forEach((from, r) =>
      columns.forEach((to, c) => {
        const time = answer.rows[r][c];
        if (from === to) return;
        if (time !== null && this.isPlausible(from, to, time)) this.fresh.set(from * this.n + to, Math.ceil(time));
        else this.missing++;
      }),
    );
  }

  private isPlausible(from: number, to: number, time: number): boolean {
    const [a, b] = [this.positions[from], this.positions[to]];
    const metres = distance([a.longitude, a.latitude], [b.longitude, b.latitude], { units: 'meters' });
    // Servers move positions to the nearest road; below 200 m that says nothing about speed.
    return metres < 200 || metres * 3.6 <= FASTEST[this.mode] * time;
  }

  private warnings(): string[] {
    if (this.missing > 0) {
      this.options.logger?.warn(
        { code: TRAVEL_WARNINGS.partial, engine: this.engine.name, mode: this.mode, cells: this.missing },
        'travel times estimated where the routing server has none',
      );
    }
    return [...(this.failures > 0 ? [TRAVEL_WARNINGS.unavailable] : []), ...(this.missing > 0 ? [TRAVEL_WARNINGS.partial] : [])];
  }
}
