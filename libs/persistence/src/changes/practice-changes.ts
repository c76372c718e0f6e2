import type { PracticeChangeView } from '#contracts';
import { wholePractice, type LegalPractice, type Recorder } from '#planning';
import { dateOfDay } from '../database/days.js';
import { lockProvider, type Database, type Transaction } from '../database/database.js';
import { readLegalPractice } from '../providers/law-data.js';
import { noteChange } from './note-change.js';

/** The practice as it shall be, what every part of it was before and why it changed, and the change that plans follow. */
export async function changePractice(
  transaction: Transaction,
  providerId: string,
  { practice, reason }: { readonly practice: LegalPractice; readonly reason: string },
  by: Recorder,
): Promise<void> {
  await lockProvider(transaction, providerId);
  const [before, after] = [partsOf(await readLegalPractice(transaction, providerId)), partsOf(practice)];
  const changed = [...after].filter(([what, choice]) => before.get(what) !== choice);
  if (changed.length === 0) return;
  const { readings, followsTransfers, daysOff } = practice;
  const row = { readings, followsTransfers, daysOff: daysOff.map(dateOfDay), updatedAt: new Date() };
  await transaction.legalPractice.upsert({ where: { providerId }, create: { providerId, ...row }, update: row });
  await transaction.practiceChange.createMany({
    data: changed.map(([what, choice]) => ({
      ...{ providerId, what, before: before.get(what) ?? '', after: choice, reason, madeBy: by.actor },
    })),
  });
  const subject = ['legal_practice', providerId] as const;
  await noteChange(transaction, { providerId, kind: 'practice_changed', subject, from: by.today, to: null }, by);
}

/** What was changed of a provider's practice, the newest first. */
export async function practiceChanges(database: Database['prisma'], providerId: string): Promise<PracticeChangeView[]> {
  const rows = await database.practiceChange.findMany({ where: { providerId }, orderBy: { id: 'desc' }, take: 200 });
  const people = [...new Set(rows.map(({ madeBy }) => madeBy))];
  const accounts = await database.account.findMany({ where: { providerId, id: { in: people } } });
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  return rows.map(({ what, before, after, reason, madeAt, madeBy }) => ({
    ...{ what, before, after, reason, madeAt: madeAt.toISOString(), madeBy: emails.get(madeBy) ?? null },
  }));
}

/** Every part of a practice by name, as a word that can be compared and shown. */
function partsOf(practice: LegalPractice): ReadonlyMap<string, string> {
  const { readings, followsTransfers, daysOff } = wholePractice(practice);
  return new Map([
    ...Object.entries(readings),
    ['followsTransfers', String(followsTransfers)] as const,
    ['daysOff', [...daysOff].sort().join(' ')] as const,
  ]);
}
