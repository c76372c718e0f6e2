import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Transaction } from '../database/database.js';

/** What other providers of a shared client must hear: its times changed on the days; no word of how. */
export interface News {
  readonly key: string;
  readonly from: string;
  /** Null: open. */
  readonly to: string | null;
  /** They hear of it whatever the consents now say: those changed, or the sharing itself. */
  readonly always: boolean;
}

/** Leaves the news in the outbox, in the transaction that made them. */
export async function leaveNews(transaction: Transaction, providerId: string, news: readonly News[]): Promise<void> {
  await transaction.outboxRecord.createMany({
    data: news.map((one) => ({ providerId, topic: 'neighbours', payload: { version: 1, ...one } })),
  });
}

/** The news that a client's consents have changed, for everybody it is shared with. */
export async function leaveConsentNews(
  transaction: Transaction,
  { providerId, clientId, from, to }: { readonly providerId: string; readonly clientId: string } & Pick<News, 'from' | 'to'>,
): Promise<void> {
  const shared = await transaction.sharedClient.findMany({ where: { providerId, clientId }, select: { key: true } });
  await leaveNews(
    transaction,
    providerId,
    shared.map(({ key }) => ({ key, from, to, always: true })),
  );
}

/** Published times of shared clients by key and day, as texts to compare. */
export type SharedTimes = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What published plans of the days have at shared clients. */
export async function sharedTimes(
  transaction: Transaction,
  { providerId, from, to }: { readonly providerId: string; readonly from: Date; readonly to: Date },
): Promise<SharedTimes> {
  const rows = await transaction.$queryRaw<{ key: string; date: Date; times: string }[]>`
    SELECT s.key, v.date, string_agg(concat_ws(' ', v.key, a.starts_at, a.ends_at, v.tasks), ';' ORDER BY v.key) AS times
    FROM shared_clients s JOIN visits v ON v.client_id = s.client_id
    JOIN assignments a ON a.visit_id = v.id AND a.published AND a.part = 1
    WHERE s.provider_id = ${providerId}::uuid AND v.date BETWEEN ${from} AND ${to} GROUP BY s.key, v.date`;
  const byKey = new Map<string, Map<string, string>>();
  for (const { key, date, times } of rows) {
    byKey.set(key, (byKey.get(key) ?? new Map<string, string>()).set(dayOfDate(date), times));
  }
  return byKey;
}

/** Leaves the news of every shared client whose published times are not what they were. */
export async function leaveTimesNews(
  transaction: Transaction,
  days: { readonly providerId: string; readonly from: Date; readonly to: Date },
  before: SharedTimes,
): Promise<void> {
  const after = await sharedTimes(transaction, days);
  const news = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): News[] => {
    const [were, are] = [before.get(key), after.get(key)];
    const changed = [...new Set([...(were?.keys() ?? []), ...(are?.keys() ?? [])])].filter(
      (day) => were?.get(day) !== are?.get(day),
    );
    const [from, to] = [changed.sort()[0], changed.at(-1)];
    return from === undefined || to === undefined ? [] : [{ key, from, to, always: false }];
  });
  await leaveNews(transaction, days.providerId, news);
}

/** Whether the client's consents let anybody be told on at least one of the days. */
export async function mayBeTold(transaction: Transaction, providerId: string, { key, from, to }: News): Promise<boolean> {
  const last = to === null ? {} : { givenOn: { lte: dateOfDay(to) } };
  const told = await transaction.consent.count({
    where: {
      ...{ providerId, ...last, client: { shares: { some: { key } } } },
      AND: [
        { OR: [{ validTo: null }, { validTo: { gte: dateOfDay(from) } }] },
        { OR: [{ withdrawnOn: null }, { withdrawnOn: { gt: dateOfDay(from) } }] },
      ],
    },
  });
  return told > 0;
}
