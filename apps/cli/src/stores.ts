import { join } from 'node:path';
import type { Config } from '#config';
import { EmbeddedError, findPostgres, startPostgres } from '#embedded';
import { applyMigrations, createPersistence, MigrationError, type Persistence } from '#persistence';

/** A database to work on, and how to let go of it. */
export interface OpenDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** Stores to write to, and how to let go of them. */
export interface OpenStores {
  readonly persistence: Persistence;
  close(): Promise<void>;
}

type Place = Pick<Config, 'databaseUrl' | 'dataDir'>;

/**
 * Opens the database of DATABASE_URL; without one the embedded server, which is either running already (`npm start`)
 * or started here and stopped again.
 */
export async function openDatabase(config: Place): Promise<OpenDatabase> {
  const dataDir = join(config.dataDir, 'postgres');
  const running = config.databaseUrl ?? findPostgres({ dataDir });
  if (running !== undefined) return { url: running, close: () => Promise.resolve() };
  const server = await startPostgres({ dataDir });
  return { url: server.url, close: () => server.stop() };
}

/** Opens the stores on {@link openDatabase}'s database, with its schema brought up to date. */
export async function openStores(config: Place): Promise<OpenStores> {
  const database = await openDatabase(config);
  try {
    await applyMigrations(database.url);
  } catch (error) {
    await database.close();
    throw error;
  }
  const persistence = createPersistence({ databaseUrl: database.url });
  return {
    persistence,
    close: async () => {
      await persistence.close();
      await database.close();
    },
  };
}

/**
 * What to tell somebody whose database cannot be used; undefined for every other failure. Quotes only errors known to
 * carry neither personal data nor a password.
 */
export function databaseFailure(error: unknown): string | undefined {
  if (error instanceof EmbeddedError || error instanceof MigrationError) return error.message;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string') return undefined;
  // Node's names of network failures, among them those Prisma passes on.
  if (/^E[A-Z_]{3,}$/.test(code)) {
    return `The database of DATABASE_URL does not answer (${code}). Start it, or correct the address.`;
  }
  // PostgreSQL's classes 28 (who may come in) and 3D (no such database).
  if (/^(?:28|3D)/.test(code)) return `The database of DATABASE_URL refuses: ${String(message)}. Correct the address.`;
  return undefined;
}
