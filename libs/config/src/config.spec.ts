import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('readConfig', () => {
  it('gives defaults for an empty environment, and reads empty strings as unset', () => {
    const empty = readConfig({});
    expect(empty).toMatchObject({ ok: true, value: { port: 3000, host: '127.0.0.1', sessionDays: 14, cookieSecure: false } });
    expect(readConfig({ PORT: '', DATABASE_URL: '', COOKIE_SECURE: '' })).toEqual(empty);
  });

  it('reads given values', () => {
    const env = { DATABASE_URL: 'postgres://a@b/c', REDIS_URL: 'rediss://r:1', PORT: '0', SESSION_DAYS: '1', COOKIE_SECURE: '1' };
    expect(readConfig(env)).toMatchObject({
      ok: true,
      value: { databaseUrl: 'postgres://a@b/c', redisUrl: 'rediss://r:1', port: 0, sessionDays: 1, cookieSecure: true },
    });
  });

  it('names every setting that cannot be used at once', () => {
    const env = { PORT: '70000', SESSION_DAYS: 'two', LOG_LEVEL: 'loud', OSRM_URL: 'ftp://x', COOKIE_SECURE: 'yes' };
    const result = readConfig(env);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.issues.map((found) => found.path).sort()).toEqual(Object.keys(env).sort());
    expect(result.issues.find((found) => found.path === 'PORT')).toMatchObject({ code: 'config.invalid', value: '70000' });
    expect(result.issues.find((found) => found.path === 'OSRM_URL')?.allowed).toBe(
      'an address beginning with http:// or https://',
    );
  });

  it('never repeats an address, which may hold a password', () => {
    const result = readConfig({ DATABASE_URL: 'mysql://root:secret@db/x' });
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});
