import type { WorkItemView } from '#contracts';
import type { WorkItemAct, WorkItemState, WorkItemStore } from '#planning';
import { recordAudit } from '../database/audit.js';
import { dayOfDate } from '../database/days.js';
import type { Database, Transaction } from '../database/database.js';

/** Most items a list shows. */
const LISTED = 500;

/** Work items in Postgres. */
export class PostgresWorkItemStore implements WorkItemStore {
  constructor(private readonly database: Database) {}

  async list(providerId: string, state: WorkItemState, now: Date): Promise<WorkItemView[]> {
    const items = await this.database.prisma.workItem.findMany({
      where: { providerId, doneAt: state === 'open' ? null : { not: null } },
      include: { owner: { select: { email: true } } },
      orderBy: state === 'open' ? [{ dueAt: 'asc' }, { key: 'asc' }] : [{ doneAt: 'desc' }, { key: 'asc' }],
      take: LISTED,
    });
    const names = await this.names(items);
    return items.map((item) => ({
      id: item.id,
      kind: item.kind as WorkItemView['kind'],
      client: item.clientId === null ? null : (names.get(item.clientId) ?? null),
      staff: item.staffId === null ? null : (names.get(item.staffId) ?? null),
      about: dayOfDate(item.about),
      dueAt: item.dueAt.toISOString(),
      overdue: item.doneAt === null && item.dueAt < now,
      owner: item.owner?.email ?? null,
      acknowledgedAt: item.acknowledgedAt?.toISOString() ?? null,
      doneAt: item.doneAt?.toISOString() ?? null,
      revision: item.revision,
    }));
  }

  act(
    providerId: string,
    id: string,
    act: WorkItemAct,
    { account, now, seen }: Parameters<WorkItemStore['act']>[3],
  ): Promise<'ok' | 'not_found' | 'already_done' | 'no_such_owner' | 'changed'> {
    return this.database.prisma.$transaction(async (transaction) => {
      const item = await transaction.workItem.findFirst({ where: { id, providerId } });
      if (item === null) return 'not_found';
      if (item.doneAt !== null) return 'already_done';
      if (seen !== null && seen !== String(item.revision)) return 'changed';
      const data = await dataOf(transaction, providerId, act, { account, now });
      if (data === null) return 'no_such_owner';
      const { revision } = item;
      const acted = { ...data, revision: { increment: 1 } };
      // Of two people at once the second finds it changed.
      const { count } = await transaction.workItem.updateMany({ where: { id, doneAt: null, revision }, data: acted });
      if (count === 0) return 'changed';
      await recordAudit(transaction, { providerId, actor: account, action: `work_item.${act.act}`, subject: ['work_item', id] });
      return 'ok';
    });
  }

  private async names(
    items: readonly { readonly clientId: string | null; readonly staffId: string | null }[],
  ): Promise<ReadonlyMap<string, string>> {
    const name = { id: true, givenName: true, familyName: true } as const;
    const { client, staffMember } = this.database.prisma;
    const [clients, staff] = await Promise.all([
      client.findMany({ where: { id: { in: items.flatMap(({ clientId }) => clientId ?? []) } }, select: name }),
      staffMember.findMany({ where: { id: { in: items.flatMap(({ staffId }) => staffId ?? []) } }, select: name }),
    ]);
    return new Map([...clients, ...staff].map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  }
}

async function dataOf(
  transaction: Transaction,
  providerId: string,
  act: WorkItemAct,
  { account, now }: { readonly account: string; readonly now: Date },
) {
  if (act.act === 'acknowledge') return { acknowledgedAt: now, acknowledgedBy: account };
  if (act.act === 'done') return { doneAt: now, doneBy: account };
  if (act.owner === null) return { ownerId: null };
  const owner = await transaction.account.findFirst({
    where: { providerId, email: act.owner.toLowerCase() },
    select: { id: true },
  });
  return owner === null ? null : { ownerId: owner.id };
}
