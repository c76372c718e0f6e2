import { setTimeout as pause } from 'node:timers/promises';
import type { Machines } from '../faults/machines.js';

/** Megabytes of a program at a moment: what the machine gave it, and what its objects take. */
export interface MemorySample {
  /** Since the first sample. */
  readonly seconds: number;
  readonly resident: number;
  readonly heap: number;
}

/** A third of the time is warming up: caches fill, and code is compiled. */
const WARM_UP = 1 / 3;
const MEGABYTE = 2 ** 20;

/** Reads a program's memory from its metrics every so often, until the end. */
export async function watchMemory(
  machines: Machines,
  program: 'api' | 'worker',
  { everyMs, ending, samples }: { readonly everyMs: number; readonly ending: AbortSignal; readonly samples: MemorySample[] },
): Promise<void> {
  const begun = performance.now();
  const from = samples.at(-1)?.seconds ?? 0;
  while (!ending.aborted) {
    const text = await machines.metrics(program);
    const seconds = from + (performance.now() - begun) / 1000;
    samples.push({
      seconds,
      resident: gauge(text, 'process_resident_memory_bytes'),
      heap: gauge(text, 'nodejs_heap_size_used_bytes'),
    });
    await pause(everyMs, undefined, { signal: ending }).catch(() => undefined);
  }
}

function gauge(text: string, name: string): number {
  const [, value] = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text) ?? [];
  return Number(value) / MEGABYTE;
}

/** How memory went after warming up. */
export interface MemoryTrend {
  /** Megabytes at the end of the warm-up and at the very end, by the line of least squares. */
  readonly from: number;
  readonly to: number;
}

/** The line of least squares through what a program had after its warm-up. */
export function trendOf(samples: readonly MemorySample[], what: 'resident' | 'heap'): MemoryTrend {
  const end = samples.at(-1)?.seconds ?? 0;
  const points = floorsOf(samples.filter(({ seconds }) => seconds >= end * WARM_UP)).map(
    (one) => [one.seconds, one[what]] as const,
  );
  const mean = (n: 0 | 1): number => points.reduce((sum, point) => sum + point[n], 0) / points.length;
  const [middle, level] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [at]) => sum + (at - middle) ** 2, 0);
  const slope = spread === 0 ? 0 : points.reduce((sum, [at, value]) => sum + (at - middle) * (value - level), 0) / spread;
  return { from: level + slope * (end * WARM_UP - middle), to: level + slope * (end - middle) };
}

/** The least of every six samples: between them garbage waits to be collected, which is no growth. */
function floorsOf(samples: readonly MemorySample[]): MemorySample[] {
  const size = Math.max(1, Math.min(6, Math.floor(samples.length / 5)));
  const groups = Array.from({ length: Math.floor(samples.length / size) }, (_, n) => samples.slice(n * size, (n + 1) * size));
  return groups.map((group) => ({
    seconds: group[0].seconds,
    resident: Math.min(...group.map(({ resident }) => resident)),
    heap: Math.min(...group.map(({ heap }) => heap)),
  }));
}
