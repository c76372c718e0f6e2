import type { ChangeOrder, ProviderSheet } from '#contracts';
import type { NewWorkItem } from '#planning';
import type { Transaction } from '../database/database.js';
import type { Settled } from '../work-items/write-work-items.js';
import type { ChangeNote } from './note-change.js';

/** The transaction of a change, whose it is, and how rows are found by the provider's own ids. */
export interface FactWrite {
  readonly transaction: Transaction;
  readonly providerId: string;
  readonly today: string;
  id(list: ProviderSheet | 'visits', id: string): Promise<string>;
}

/** A change's facts on their way into the tables they belong to; says whom and which days they touch. */
export type Writer<K extends ChangeOrder['kind']> = (
  write: FactWrite,
  order: Extract<ChangeOrder, { kind: K }>,
) => Promise<Touch>;

/** Whom and which days a change touches, the work items it does away with, and those it makes. */
export type Touch = Omit<ChangeNote, 'providerId' | 'kind'> & {
  readonly settles?: Settled;
  readonly raises?: readonly NewWorkItem[];
};
