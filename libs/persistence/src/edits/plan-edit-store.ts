import type { VisitLink } from '#care';
import type { EditablePlan, NewEdit, PlanEditStore, PlanVersion, StoredEdit, StoreOutcome, UnservedVisit } from '#planning';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Database } from '../database/database.js';
import { refusing } from '../database/refusal.js';
import type * as Rows from '../generated/client.js';
import { currentPlan } from '../replan/current-plans.js';
import { readKnownStaff } from '../plans/known-staff.js';
import { storeEdit } from './store-edit.js';

const BY_KEY = { select: { key: true } } as const;

/** Editing plans by hand, in Postgres. */
export class PostgresPlanEditStore implements PlanEditStore {
  constructor(private readonly database: Database) {}

  async version(providerId: string, planId: string): Promise<PlanVersion | null> {
    const [row] = await this.database.prisma.$queryRaw<{ status: PlanVersion['status']; revision: number; changes: bigint }[]>`
      SELECT status, revision,
        (SELECT coalesce(max(id), 0) FROM plan_changes WHERE provider_id = ${providerId}::uuid) AS changes
      FROM plans WHERE id = ${planId}::uuid AND provider_id = ${providerId}::uuid`;
    return row === undefined ? null : { ...row, changes: Number(row.changes) };
  }

  open(providerId: string, planId: string): Promise<EditablePlan | null> {
    return this.database.prisma.$transaction(
      async (transaction) => {
        const plan = await transaction.plan.findFirst({
          where: { id: planId, providerId },
          include: { days: true },
        });
        if (plan === null) return null;
        const { _max } = await transaction.planChange.aggregate({ where: { providerId }, _max: { id: true } });
        const days = plan.days.map(({ date }) => dayOfDate(date)).sort();
        const published = plan.status === 'published';
        const unserved = await transaction.unservedVisit.findMany({ where: { planId }, include: { visit: BY_KEY } });
        const links = await transaction.visitLink.findMany({ where: { planId }, include: { before: BY_KEY, after: BY_KEY } });
        return {
          ...(await currentPlan(transaction, { plan, published, days })),
          ...{ status: plan.status, revision: plan.revision, changes: Number(_max.id ?? 0) },
          ...{ from: dayOfDate(plan.fromDate), to: dayOfDate(plan.toDate) },
          unserved: unserved.map(({ visit, reasons }) => ({
            visitKey: visit.key,
            reasons: reasons as unknown as UnservedVisit['reasons'],
          })),
          links: links.map(visitLink),
        };
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }

  async edits(providerId: string, planId: string): Promise<StoredEdit[]> {
    const rows = await this.database.prisma.planEdit.findMany({
      where: { providerId, planId, dropped: false },
      orderBy: { id: 'asc' },
    });
    return rows.map(storedEdit);
  }

  store(providerId: string, edit: NewEdit): Promise<StoreOutcome> {
    return refusing(() => this.database.prisma.$transaction((transaction) => storeEdit(transaction, providerId, edit)));
  }

  async visitsBy(
    providerId: string,
    clientId: string,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.prisma.$queryRaw<{ staff: string; visits: bigint }[]>`
      SELECT a.staff_id AS staff, count(*) AS visits
      FROM assignments a JOIN visits v ON v.id = a.visit_id
      WHERE a.provider_id = ${providerId}::uuid AND a.published AND v.client_id = ${clientId}::uuid
        AND v.date BETWEEN ${dateOfDay(from)} AND ${dateOfDay(to)}
      GROUP BY a.staff_id`;
    return new Map(rows.map(({ staff, visits }) => [staff, Number(visits)]));
  }

  knownStaff(
    providerId: string,
    days: { readonly from: string; readonly to: string },
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    return readKnownStaff(this.database.prisma, providerId, days);
  }

  async onDuty(providerId: string, date: string): Promise<{ staff: string; name: string; visits: number }[]> {
    const routes = await this.database.prisma.route.findMany({
      where: { providerId, date: dateOfDay(date), plan: { days: { some: { date: dateOfDay(date), published: true } } } },
      include: { staff: true, assignments: { where: { kind: 'visit' }, select: { part: true } } },
    });
    return routes
      .map(({ staff, assignments }) => ({
        ...{ staff: staff.externalId, name: `${staff.givenName} ${staff.familyName}`, visits: assignments.length },
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'lv'));
  }

  async names(providerId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const where = { providerId, id: { in: [...ids] } };
    const select = { id: true, givenName: true, familyName: true };
    const [staff, clients] = await Promise.all([
      this.database.prisma.staffMember.findMany({ where, select }),
      this.database.prisma.client.findMany({ where, select }),
    ]);
    return new Map([...staff, ...clients].map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  }

  async people(providerId: string, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.prisma.account.findMany({
      where: { providerId, id: { in: [...accountIds] } },
      select: { id: true, email: true },
    });
    return new Map(rows.map(({ id, email }) => [id, email]));
  }
}

type LinkRow = Rows.Prisma.VisitLinkGetPayload<{ include: { before: typeof BY_KEY; after: typeof BY_KEY } }>;

function visitLink({ before, after, effect, gaps, orders, served, rules }: LinkRow): VisitLink {
  return {
    ...{ before: before.key, after: after.key, effect, served, rules },
    gaps: gaps as unknown as VisitLink['gaps'],
    orders: orders as unknown as NonNullable<VisitLink['orders']>,
  };
}

function storedEdit(row: Rows.PlanEdit): StoredEdit {
  const { revision, actor, at, reason, visits, undoneRevision, dropped } = row;
  const { before, after } = row.change as unknown as Pick<StoredEdit, 'before' | 'after'>;
  return {
    ...{ revision, actor, at, reason, visits, before, after, undoneRevision, dropped },
    id: Number(row.id),
    kind: row.kind as StoredEdit['kind'],
  };
}
