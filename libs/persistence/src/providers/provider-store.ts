import type { ProviderFile } from '#contracts';
import type { ImportCounts, PlanningData, ProviderOverview, ProviderStore } from '#planning';
import { dateOfDay } from '../database/days.js';
import type { Database, Transaction } from '../database/database.js';
import { refusing } from '../database/refusal.js';
import { recordAudit } from '../database/audit.js';
import { noteChange } from '../changes/note-change.js';
import { dayOf } from '#time';
import { readPlanningData } from './planning-data.js';
import { SHEET_TABLES } from './sheets.js';
import { writeProvider } from './write-provider.js';

interface Written {
  readonly providerId: string;
  readonly counts: Readonly<Record<string, ImportCounts>>;
}

/** Leaves a transaction with everything taken back, carrying what it would have done. */
class TakenBack extends Error {
  constructor(readonly written: Written) {
    super('taken back');
  }
}

/** A provider's own data in Postgres. `write` throws a StorageRefusal, naming no row, when the database forbids what the file says. */
export class PostgresProviderStore implements ProviderStore {
  constructor(private readonly database: Database) {}

  list(): Promise<{ id: string; code: string; name: string }[]> {
    return this.database.prisma.provider.findMany({ select: { id: true, code: true, name: true }, orderBy: { code: 'asc' } });
  }

  async overview(providerId: string): Promise<ProviderOverview | null> {
    const select = { id: true, code: true, name: true };
    const provider = await this.database.prisma.provider.findFirst({ where: { id: providerId }, select });
    if (provider === null) return null;
    const counted = SHEET_TABLES.map(
      ({ sheet, table }) => `(SELECT count(*)::int FROM "${table}" WHERE provider_id = $1::uuid) AS "${sheet}"`,
    );
    const rows = await this.database.prisma.$queryRawUnsafe<Record<string, number>[]>(`SELECT ${counted.join(', ')}`, providerId);
    return { ...provider, counts: rows[0] };
  }

  async write(file: ProviderFile, options: { readonly dryRun?: boolean } = {}): Promise<Written> {
    try {
      return await refusing(() =>
        this.database.prisma.$transaction((transaction) => this.writeIn(transaction, file, options.dryRun ?? false)),
      );
    } catch (error) {
      if (error instanceof TakenBack) return error.written;
      throw error;
    }
  }

  planningData(providerId: string, from: string, to: string): Promise<PlanningData> {
    return readPlanningData(this.database.prisma, providerId, { from, to });
  }

  private async writeIn(transaction: Transaction, file: ProviderFile, dryRun: boolean): Promise<Written> {
    const written = await writeProvider(transaction, file);
    if (dryRun) throw new TakenBack(written);
    const touched = Object.values(written.counts).some((count) => count.created + count.changed > 0);
    if (touched) {
      const { providerId, counts } = written;
      await recordAudit(transaction, {
        providerId,
        action: 'provider.imported',
        subject: ['provider', providerId],
        actor: null,
        detail: counts,
      });
      await noteImport(transaction, providerId);
    }
    return written;
  }
}

/** An import may touch any planned day from today on. */
async function noteImport(transaction: Transaction, providerId: string): Promise<void> {
  const today = dayOf(Date.now() / 1000);
  if ((await transaction.planDay.count({ where: { providerId, date: { gte: dateOfDay(today) } } })) === 0) return;
  const note = { providerId, kind: 'data_imported', subject: ['provider', providerId], from: today, to: null } as const;
  await noteChange(transaction, note, { actor: 'import', today });
}
