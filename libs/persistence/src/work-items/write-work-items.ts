import type { WorkItemKind } from '#contracts';
import type { NewWorkItem } from '#planning';
import { dateOfDay, instantAt } from '../database/days.js';
import type { Transaction } from '../database/database.js';

/** Adds what is not there yet by its key; one that somebody has done stays done. Returns how many are new. */
export async function addWorkItems(transaction: Transaction, providerId: string, items: readonly NewWorkItem[]): Promise<number> {
  const { count } = await transaction.workItem.createMany({
    data: items.map(({ about, dueAt, ...item }) => ({
      ...item,
      ...{ providerId, about: dateOfDay(about), dueAt: instantAt(dueAt) },
    })),
    skipDuplicates: true,
  });
  return count;
}

/** Which open items have become needless. */
export interface Needless {
  readonly providerId: string;
  readonly kind: WorkItemKind;
  readonly from: string;
  readonly to: string;
  /** Keys of those still needed. */
  readonly except: readonly string[];
}

/** Marks open items of a kind about days of a range as done by `actor`. */
export async function closeWorkItems(transaction: Transaction, needless: Needless, actor: string): Promise<void> {
  const { providerId, kind, from, to, except } = needless;
  await transaction.workItem.updateMany({
    where: { providerId, kind, doneAt: null, about: { gte: dateOfDay(from), lte: dateOfDay(to) }, key: { notIn: [...except] } },
    data: { doneAt: new Date(), doneBy: actor },
  });
}

/** Work that a change has done: which kinds, and of whom or what. */
export interface Settled {
  readonly kinds: readonly WorkItemKind[];
  readonly about: { readonly subjectId: string } | { readonly clientId: string } | { readonly staffId: string };
}

/** Marks open items as done by `actor`, who has recorded what they asked for. */
export async function settleWorkItems(
  transaction: Transaction,
  providerId: string,
  { kinds, about }: Settled,
  actor: string,
): Promise<void> {
  await transaction.workItem.updateMany({
    where: { providerId, kind: { in: [...kinds] }, doneAt: null, ...about },
    data: { doneAt: new Date(), doneBy: actor },
  });
}
