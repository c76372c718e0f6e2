import { addDays } from '#time';
import type { Agenda, ScheduleName, ScheduleStore, ScheduleWrites } from '#planning';
import { noteChange } from '../changes/note-change.js';
import { dateOfDay } from '../database/days.js';
import { lockProvider, type Database, type Transaction } from '../database/database.js';
import { requestIn } from '../plans/plan-store.js';
import { addWorkItems } from '../work-items/write-work-items.js';
import { readAgenda } from './agenda.js';

/** Who runs schedules, in the trail and in work items. */
const SCHEDULE = 'schedule';

/** Schedules' runs in Postgres: the row of a run is claimed in the transaction that writes what it found. */
export class PostgresScheduleStore implements ScheduleStore {
  constructor(private readonly database: Database) {}

  async providerIds(): Promise<string[]> {
    const providers = await this.database.prisma.provider.findMany({ select: { id: true }, orderBy: { code: 'asc' } });
    return providers.map(({ id }) => id);
  }

  async hasRun(providerId: string, name: ScheduleName, date: string): Promise<boolean> {
    return (await this.database.prisma.scheduleRun.count({ where: { providerId, name, date: dateOfDay(date) } })) > 0;
  }

  agenda(providerId: string, today: string, days: { readonly back: number; readonly ahead: number }): Promise<Agenda> {
    return readAgenda(this.database.prisma, providerId, {
      today,
      from: addDays(today, -days.back),
      to: addDays(today, days.ahead),
    });
  }

  commit(
    providerId: string,
    run: { readonly name: ScheduleName; readonly date: string },
    writes: ScheduleWrites,
  ): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      await lockProvider(transaction, providerId);
      const claim = { providerId, name: run.name, date: dateOfDay(run.date) };
      const { count } = await transaction.scheduleRun.createMany({ data: [claim], skipDuplicates: true });
      if (count === 0) return false;
      await replaceItems(transaction, providerId, writes);
      await addWorkItems(transaction, providerId, writes.workItems);
      for (const change of writes.changes) {
        const { kind, subject } = change;
        // What was reserved falls away.
        if (kind === 'discharge_lapsed') await stayOn(transaction, subject[1], run.date);
        const known = { providerId, kind, subjectId: subject[1], fromDate: dateOfDay(change.from) };
        if ((await transaction.planChange.count({ where: known })) > 0) continue;
        await noteChange(transaction, { ...change, providerId, to: null }, { actor: SCHEDULE, today: run.date });
      }
      for (const plan of writes.plans) await requestIn(transaction, providerId, plan, SCHEDULE);
      return true;
    });
  }
}

/** The client stays away until somebody announces a day anew; what was held up to today was held for nothing. */
async function stayOn(transaction: Transaction, id: string, today: string): Promise<void> {
  const stay = await transaction.clientAbsence.update({ where: { id }, data: { toDate: dateOfDay(addDays(today, -1)) } });
  const { providerId, clientId, reason } = stay;
  await transaction.clientAbsence.create({ data: { providerId, clientId, reason, fromDate: dateOfDay(today) } });
}

/** Reminders of yesterday give way to today's. */
async function replaceItems(
  transaction: Transaction,
  providerId: string,
  { replaces, workItems }: ScheduleWrites,
): Promise<void> {
  const kept = workItems.map(({ key }) => key);
  for (const beginning of replaces) {
    await transaction.workItem.updateMany({
      where: { providerId, doneAt: null, key: { startsWith: beginning, notIn: kept } },
      data: { doneAt: new Date(), doneBy: SCHEDULE },
    });
  }
}
