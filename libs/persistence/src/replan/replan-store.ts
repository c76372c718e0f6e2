import type { DifferenceView, ReplanSettings } from '#contracts';
import type { OpenDraft, PlanChange, RecomputedDraft, ReplanSituation, ReplanStore } from '#planning';
import type { ChangeKind } from '#contracts';
import { dayOfDate, openDay } from '../database/days.js';
import { recordAudit } from '../database/audit.js';
import { lockProvider, type Database } from '../database/database.js';
import { refusalOf } from '../database/refusal.js';
import type * as Rows from '../generated/client.js';
import { currentPlans } from './current-plans.js';
import { readDifferences } from './difference-views.js';
import { closeCoverItems, dropDrafts, storeDraft, storeFailedDraft } from './store-draft.js';

const DEFAULTS: ReplanSettings = {
  publishes: false,
  mostChangedVisits: 5,
  protectedHours: 24,
  frozenMinutes: 60,
  horizonDays: 0,
};

interface Days {
  readonly from: string;
  readonly to: string;
}

/** What recomputation reads and stores, in Postgres. */
export class PostgresReplanStore implements ReplanStore {
  constructor(private readonly database: Database) {}

  situation(providerId: string, from: string, to: string): Promise<ReplanSituation> {
    return this.database.prisma.$transaction(
      async (transaction) => {
        const { _max } = await transaction.planChange.aggregate({ where: { providerId }, _max: { id: true } });
        const current = await currentPlans(transaction, { providerId, from, to });
        const since = Math.min(...current.map(({ changesThrough }) => changesThrough));
        const changes = current.length === 0 ? [] : await readChanges(transaction, providerId, since);
        const drafts = await transaction.plan.findMany({
          where: { providerId, status: 'draft', basedOnId: { in: current.map(({ id }) => id) } },
        });
        return {
          ...{ through: Number(_max.id ?? 0), current, changes, drafts: drafts.map(openDraft) },
          settings: settingsOf(await transaction.replanSettings.findUnique({ where: { providerId } })),
        };
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }

  async newestWaiting(providerId: string, { from, to }: Days): Promise<number> {
    const [{ newest }] = await this.database.prisma.$queryRaw<{ newest: bigint | null }[]>`
      SELECT max(change_id) AS newest FROM outbox_records
      WHERE provider_id = ${providerId}::uuid AND topic = 'replan' AND change_id IS NOT NULL AND settled_at IS NULL
        AND payload->>'from' = ${from} AND payload->>'to' = ${to}`;
    return Number(newest ?? 0);
  }

  async storeDraft(providerId: string, draft: RecomputedDraft): Promise<string | null> {
    const store = (publish: boolean): Promise<string | null> =>
      this.database.prisma.$transaction((transaction) => storeDraft(transaction, providerId, { ...draft, publish }));
    try {
      return await store(draft.publish);
    } catch (error) {
      // Somebody would be in two places beside a plan of other days: then it waits for a person.
      if (draft.publish && refusalOf(error) !== null) return store(false);
      throw refusalOf(error) ?? error;
    }
  }

  async dropDrafts(providerId: string, planId: string, days: Days & { readonly leftOut: readonly string[] }): Promise<void> {
    await this.database.prisma.$transaction(async (transaction) => {
      await lockProvider(transaction, providerId);
      const { from, to, leftOut } = days;
      await dropDrafts(transaction, { providerId, basedOn: planId, from, to });
      await closeCoverItems(transaction, { providerId, from, to, leftOut });
    });
  }

  async storeFailure(providerId: string, about: Parameters<ReplanStore['storeFailure']>[1], failure: string): Promise<void> {
    await this.database.prisma.$transaction((transaction) => storeFailedDraft(transaction, providerId, { ...about, failure }));
  }

  async settle(providerId: string, { from, to }: Days, through: number): Promise<void> {
    await this.database.prisma.$executeRaw`
      UPDATE outbox_records SET settled_at = now()
      WHERE provider_id = ${providerId}::uuid AND topic = 'replan' AND settled_at IS NULL AND change_id <= ${through}
        AND payload->>'from' = ${from} AND payload->>'to' = ${to}`;
  }

  unsettled(providerId: string): Promise<number> {
    return this.database.prisma.outboxRecord.count({ where: { providerId, changeId: { not: null }, settledAt: null } });
  }

  async settings(providerId: string): Promise<ReplanSettings> {
    return settingsOf(await this.database.prisma.replanSettings.findFirst({ where: { providerId } }));
  }

  async saveSettings(providerId: string, settings: ReplanSettings, actor: string): Promise<void> {
    await this.database.prisma.$transaction(async (transaction) => {
      const update = { ...settings, updatedAt: new Date() };
      await transaction.replanSettings.upsert({ where: { providerId }, create: { ...update, providerId }, update });
      await recordAudit(transaction, {
        ...{ providerId, actor, action: 'replan.settings_changed', detail: settings },
        subject: ['provider', providerId],
      });
    });
  }

  differences(providerId: string, planId: string): Promise<DifferenceView[] | null> {
    return readDifferences(this.database.prisma, providerId, planId);
  }
}

function settingsOf(row: Rows.ReplanSettings | null): ReplanSettings {
  if (row === null) return DEFAULTS;
  const { publishes, mostChangedVisits, protectedHours, frozenMinutes, horizonDays } = row;
  return { publishes, mostChangedVisits, protectedHours, frozenMinutes, horizonDays };
}

function openDraft({ id, basedOnId, fromDate, toDate, changesThrough }: Rows.Plan): OpenDraft {
  return {
    ...{ id, basedOn: basedOnId as string, changesThrough: Number(changesThrough) },
    ...{ from: dayOfDate(fromDate), to: dayOfDate(toDate) },
  };
}

async function readChanges(transaction: Rows.Prisma.TransactionClient, providerId: string, since: number): Promise<PlanChange[]> {
  const changes = await transaction.planChange.findMany({ where: { providerId, id: { gt: since } }, orderBy: { id: 'asc' } });
  const visitIds = changes.filter(({ subjectKind }) => subjectKind === 'visit').map(({ subjectId }) => subjectId);
  const visits = await transaction.visit.findMany({ where: { id: { in: visitIds } }, select: { id: true, key: true } });
  const keys = new Map(visits.map(({ id, key }) => [id, key]));
  return changes.map(({ id, kind, subjectId, clientId, staffId, fromDate, toDate }) => ({
    ...{ id: Number(id), kind: kind as ChangeKind, visitKey: keys.get(subjectId) ?? null, clientId, staffId },
    ...{ from: dayOfDate(fromDate), to: openDay(toDate) },
  }));
}
