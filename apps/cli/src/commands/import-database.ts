import { join } from 'node:path';
import type { Config } from '#config';
import { findPostgres, startPostgres } from '#embedded';
import { applyMigrations, createPersistence, type Persistence } from '#persistence';

/** Stores to write to, and how to let go of them. */
export interface OpenStores {
  readonly persistence: Persistence;
  close(): Promise<void>;
}

/**
 * Opens the database of DATABASE_URL; without one the embedded server, which is either running already (`npm start`)
 * or started here and stopped again. Brings the schema up to date.
 */
export async function openStores(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<OpenStores> {
  const dataDir = join(config.dataDir, 'postgres');
  const known = config.databaseUrl ?? findPostgres({ dataDir });
  const server = known === undefined ? await startPostgres({ dataDir }) : undefined;
  const databaseUrl = known ?? server!.url;
  try {
    await applyMigrations(databaseUrl);
  } catch (error) {
    await server?.stop();
    throw error;
  }
  const persistence = createPersistence({ databaseUrl });
  return {
    persistence,
    close: async () => {
      await persistence.close();
      await server?.stop();
    },
  };
}
