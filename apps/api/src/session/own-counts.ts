import type { Counts } from '#jobs';

/** Most keys remembered; beyond that the oldest are forgotten. */
const MOST_KEYS = 20_000;

/** Counts in the memory of this process: what is left of limits while Redis is away. */
export function ownCounts(): Counts {
  const counted = new Map<string, { n: number; readonly until: number }>();
  const of = (key: string, now: number): { n: number; readonly until: number } | undefined => {
    const found = counted.get(key);
    return found !== undefined && found.until > now ? found : undefined;
  };
  return {
    read: (keys) => Promise.resolve(keys.map((key) => of(key, performance.now())?.n ?? 0)),
    add: (key, seconds) => {
      const now = performance.now();
      const entry = of(key, now) ?? { n: 0, until: now + seconds * 1000 };
      entry.n++;
      counted.delete(key);
      counted.set(key, entry);
      if (counted.size > MOST_KEYS) counted.delete(counted.keys().next().value ?? key);
      return Promise.resolve();
    },
    forget: (key) => {
      counted.delete(key);
      return Promise.resolve();
    },
  };
}
