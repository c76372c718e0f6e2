import type { MunicipalRuleSet } from '#care';
import type { RuleChangeOrder, RuleChangeView } from '#contracts';
import type { Recorder, RuleChangeStore } from '#planning';
import { noteChange } from '../changes/note-change.js';
import { lockProvider, type Database, type Transaction } from '../database/database.js';
import type { Prisma, RuleChange } from '../generated/client.js';
import { readRuleSets } from '../providers/read-rule-sets.js';

/** Changes of task rules in Postgres; one stands for a rule and client at a time, which the database sees to. */
export class PostgresRuleChangeStore implements RuleChangeStore {
  constructor(private readonly database: Database) {}

  async list(providerId: string, { ended = false }: { readonly ended?: boolean } = {}): Promise<RuleChangeView[]> {
    const rows = await this.database.prisma.ruleChange.findMany({
      where: { providerId, ...(!ended && { endedAt: null }) },
      include: { client: { select: { externalId: true, givenName: true, familyName: true } } },
      orderBy: [{ madeAt: 'desc' }, { rule: 'asc' }, { id: 'asc' }],
    });
    const people = [...new Set(rows.flatMap(({ madeBy, endedBy }) => [madeBy, endedBy]).filter((id) => id !== null))];
    const accounts = await this.database.prisma.account.findMany({ where: { providerId, id: { in: people } } });
    const emails = new Map(accounts.map(({ id, email }) => [id, email]));
    return rows.map((row) => changeView(row, emails));
  }

  ruleSets(providerId: string): Promise<readonly MunicipalRuleSet[]> {
    return readRuleSets(this.database.prisma, providerId);
  }

  set(
    providerId: string,
    order: RuleChangeOrder,
    by: Recorder & { readonly seen?: string | null },
  ): Promise<{ ok: true; id: string } | { ok: false; because: 'client' | 'changed' }> {
    return this.database.prisma.$transaction(async (transaction) => {
      await lockProvider(transaction, providerId);
      const clientId = await clientOf(transaction, providerId, order.client);
      if (clientId === undefined) return { ok: false, because: 'client' };
      const { rule, off, severity, gaps, reason } = order;
      const { seen = null } = by;
      if (seen !== null && seen !== (await standing(transaction, { providerId, rule, clientId }))) {
        return { ok: false, because: 'changed' };
      }
      await transaction.ruleChange.updateMany({
        where: { providerId, rule, clientId, endedAt: null },
        data: { endedAt: new Date(), endedBy: by.actor },
      });
      const { id } = await transaction.ruleChange.create({
        data: {
          ...{ providerId, clientId, rule, off, severity, reason, madeBy: by.actor },
          ...{ setsGaps: gaps !== null, minGap: gaps?.min ?? null, maxGap: gaps?.max ?? null },
        },
      });
      await this.note(transaction, { providerId, id, clientId }, by);
      return { ok: true, id };
    });
  }

  end(providerId: string, id: string, by: Recorder): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      await lockProvider(transaction, providerId);
      const ended = await transaction.ruleChange.findFirst({ where: { providerId, id, endedAt: null } });
      if (ended === null) return false;
      await transaction.ruleChange.update({ where: { id }, data: { endedAt: new Date(), endedBy: by.actor } });
      await this.note(transaction, ended, by);
      return true;
    });
  }

  private async note(
    transaction: Transaction,
    { providerId, id, clientId }: Pick<RuleChange, 'providerId' | 'id' | 'clientId'>,
    by: Recorder,
  ): Promise<void> {
    const whose = clientId === null ? {} : { clientId };
    const note = { providerId, kind: 'rule_changed', subject: ['rule_change', id], ...whose, from: by.today, to: null } as const;
    await noteChange(transaction, note, by);
  }
}

/** The change by which a rule holds for a client as people see it: the client's own, else that of all. `none`: the book's. */
async function standing(
  transaction: Transaction,
  { providerId, rule, clientId }: Pick<RuleChange, 'providerId' | 'rule' | 'clientId'>,
): Promise<string> {
  const rows = await transaction.ruleChange.findMany({ where: { providerId, rule, endedAt: null } });
  const found = rows.find((row) => row.clientId === clientId) ?? rows.find((row) => row.clientId === null);
  return found?.id ?? 'none';
}

/** Null for all clients; undefined when the provider has no such client. */
async function clientOf(
  transaction: Transaction,
  providerId: string,
  externalId: string | null,
): Promise<string | null | undefined> {
  if (externalId === null) return null;
  const found = await transaction.client.findUnique({ where: { providerId_externalId: { providerId, externalId } } });
  return found?.id;
}

type Row = Prisma.RuleChangeGetPayload<{
  include: { client: { select: { externalId: true; givenName: true; familyName: true } } };
}>;

function changeView(row: Row, emails: ReadonlyMap<string, string>): RuleChangeView {
  const { id, rule, client, off, severity, reason, madeBy, endedBy } = row;
  return {
    ...{ id, rule, off, reason },
    client: client?.externalId ?? null,
    clientName: client === null ? null : `${client.givenName} ${client.familyName}`,
    severity: severity as RuleChangeView['severity'],
    gaps: row.setsGaps ? { min: row.minGap, max: row.maxGap } : null,
    madeAt: row.madeAt.toISOString(),
    madeBy: emails.get(madeBy) ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    endedBy: endedBy === null ? null : (emails.get(endedBy) ?? null),
  };
}
