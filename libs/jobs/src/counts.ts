import type { Redis } from 'ioredis';
import { KEY_PREFIX } from './queue-settings.js';

/** What is counted for a while, in Redis, for all processes alike. Every method rejects while Redis is away. */
export interface Counts {
  /** How often each key was counted in its time; 0 for one that never was. */
  read(keys: readonly string[]): Promise<readonly number[]>;
  /** Counts a key once more; its time begins with the first. */
  add(key: string, seconds: number): Promise<void>;
  forget(key: string): Promise<void>;
}

/** Counts under a prefix of their own. */
export function redisCounts(redis: Redis): Counts {
  const named = (key: string): string => `${KEY_PREFIX}:count:${key}`;
  return {
    read: async (keys) => (await redis.mget(keys.map(named))).map(Number),
    async add(key, seconds) {
      await redis.multi().incr(named(key)).expire(named(key), seconds, 'NX').exec();
    },
    async forget(key) {
      await redis.del(named(key));
    },
  };
}
