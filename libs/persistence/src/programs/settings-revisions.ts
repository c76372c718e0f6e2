import type { SettingsRevisions } from '#planning';
import type { Database } from '../database/database.js';

/** Revisions of providers' settings in Postgres; `asSeen` counts them up. */
export class PostgresSettingsRevisions implements SettingsRevisions {
  constructor(private readonly database: Database) {}

  async read(providerId: string, what: string): Promise<number> {
    const where = { providerId, what };
    return (await this.database.prisma.settingsRevision.findFirst({ where }))?.revision ?? 0;
  }
}
