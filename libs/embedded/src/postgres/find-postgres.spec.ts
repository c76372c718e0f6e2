import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findPostgres } from './find-postgres.js';
import { startPostgres } from './postgres.js';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'apgaita-find-'));
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('findPostgres', () => {
  it('finds a server only while it runs', async () => {
    expect(findPostgres({ dataDir })).toBeUndefined();
    const server = await startPostgres({ dataDir, fsync: false });
    const found = findPostgres({ dataDir });
    await server.stop();
    expect(found).toBe(server.url);
    expect(findPostgres({ dataDir })).toBeUndefined();
  });
});
