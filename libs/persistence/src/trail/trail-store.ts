import { createHash } from 'node:crypto';
import type { ClientTrailView } from '#contracts';
import type { TrailEntry, TrailStore, TrailVerdict } from '#planning';
import { recordAudit } from '../database/audit.js';
import type { Database } from '../database/database.js';
import { clientTrail } from './client-trail.js';

/** Entries read at once while the chain is computed again. */
const PAGE = 1000;
/** Between the parts that are hashed, so that no two entries read alike. */
const BETWEEN = '\u001f';

interface Row {
  readonly number: number;
  readonly hash: string;
  /** What the hash stands for, in the order of the database's `trail_hash`, without the hash before. */
  readonly parts: readonly string[];
}

/** The trail in Postgres, where a trigger numbers and chains every entry. */
export class PostgresTrailStore implements TrailStore {
  constructor(private readonly database: Database) {}

  async add(entry: TrailEntry): Promise<void> {
    await this.database.prisma.$transaction((transaction) => recordAudit(transaction, entry));
  }

  ofClient(providerId: string, query: Parameters<TrailStore['ofClient']>[1]): Promise<ClientTrailView | null> {
    return clientTrail(this.database, providerId, query);
  }

  async clientId(providerId: string, client: string): Promise<string | null> {
    const where = { providerId, externalId: client };
    return (await this.database.prisma.client.findFirst({ where, select: { id: true } }))?.id ?? null;
  }

  async verify(providerId: string): Promise<TrailVerdict> {
    let [entries, head] = [0, ''];
    for (;;) {
      const rows = await this.page(providerId, entries);
      for (const { number, hash, parts } of rows) {
        const due = createHash('sha256')
          .update([head, ...parts].join(BETWEEN))
          .digest('hex');
        if (number !== entries + 1 || hash !== due) return { entries, head, broken: entries + 1 };
        [entries, head] = [number, hash];
      }
      if (rows.length < PAGE) return { entries, head, broken: null };
    }
  }

  private page(providerId: string, after: number): Promise<Row[]> {
    return this.database.prisma.$queryRaw<Row[]>`
      SELECT number, hash, ARRAY[number::text, provider_id::text, ((extract(epoch FROM at) * 1000)::bigint)::text,
        coalesce(actor, ''), action, subject_kind, subject_id::text, detail::text] AS parts
      FROM audit_entries WHERE provider_id = ${providerId}::uuid AND number > ${after} ORDER BY number LIMIT ${PAGE}`;
  }
}
