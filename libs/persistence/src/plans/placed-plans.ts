import type { Days, PlacedPerson, PlacedPlan, PlacedVisit } from '#planning';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Database } from '../database/database.js';
import { Prisma } from '../generated/client.js';

type Sql = Database['prisma'];

interface PlacedRow {
  readonly key: string;
  readonly date: Date;
  readonly client_id: string;
  readonly client: string;
  readonly tasks: string[];
  readonly starts_at: Date | null;
  readonly staff: { readonly id: string; readonly name: string }[] | null;
}

/** A plan on some days, as far as it is compared with another. */
export async function readPlacedPlan(sql: Sql, providerId: string, planId: string, days: Days): Promise<PlacedPlan> {
  const [visits, people, plan, edits, differences] = await Promise.all([
    readPlaced(sql, {
      ...{ providerId, days },
      ...{ planned: Prisma.sql`r.plan_id = ${planId}::uuid`, leftOut: Prisma.sql`u.plan_id = ${planId}::uuid` },
    }),
    readPeople(sql, providerId, planId, days),
    sql.plan.findFirst({ where: { id: planId, providerId }, select: { costParts: true, weights: true } }),
    sql.planEdit.findMany({ where: { providerId, planId, undoneRevision: null }, select: { visits: true, kind: true } }),
    sql.planDifference.findMany({
      where: { providerId, planId, changeId: { not: null } },
      select: { visit: { select: { key: true } }, change: { select: { kind: true } } },
    }),
  ]);
  return {
    ...{ visits, people },
    cost: (plan?.costParts ?? {}) as Record<string, number>,
    weights: (plan?.weights ?? null) as PlacedPlan['weights'],
    edited: edits.filter(({ kind }) => kind === 'moved' || kind === 'removed').flatMap((edit) => edit.visits),
    changes: new Map(differences.flatMap(({ visit, change }) => (change === null ? [] : [[visit.key, change.kind]]))),
  };
}

/** The visits of the plans in force on the days, those left out too. */
export function readInForce(sql: Sql, providerId: string, days: Days): Promise<PlacedVisit[]> {
  const leftOut = Prisma.sql`EXISTS (SELECT 1 FROM plan_days d WHERE d.plan_id = u.plan_id AND d.date = v.date AND d.published)`;
  return readPlaced(sql, { providerId, days, planned: Prisma.sql`a.published`, leftOut });
}

interface Wanted {
  readonly providerId: string;
  readonly days: Days;
  /** Which assignments `a` of routes `r`, and which visits left out `u` of visits `v`. */
  readonly planned: Prisma.Sql;
  readonly leftOut: Prisma.Sql;
}

async function readPlaced(sql: Sql, { providerId, days: { from, to }, planned, leftOut }: Wanted): Promise<PlacedVisit[]> {
  const within = Prisma.sql`BETWEEN ${dateOfDay(from)} AND ${dateOfDay(to)}`;
  const rows = await sql.$queryRaw<PlacedRow[]>`
    WITH placed AS (
      SELECT a.visit_id, min(a.starts_at) AS starts_at, json_agg(
        json_build_object('id', s.id, 'name', s.given_name || ' ' || s.family_name) ORDER BY a.part) AS staff
      FROM assignments a JOIN routes r ON r.id = a.route_id JOIN staff_members s ON s.id = a.staff_id
      WHERE a.provider_id = ${providerId}::uuid AND a.visit_id IS NOT NULL AND r.date ${within} AND ${planned}
      GROUP BY a.visit_id
      UNION ALL
      SELECT u.visit_id, NULL, NULL FROM unserved_visits u JOIN visits v ON v.id = u.visit_id
      WHERE u.provider_id = ${providerId}::uuid AND v.date ${within} AND ${leftOut}
    )
    SELECT v.key, v.date, v.client_id, c.given_name || ' ' || c.family_name AS client, v.tasks, p.starts_at, p.staff
    FROM placed p JOIN visits v ON v.id = p.visit_id JOIN clients c ON c.id = v.client_id ORDER BY v.key`;
  return rows.map(({ key, date, client_id: clientId, client, tasks, starts_at: start, staff }) => ({
    ...{ key, date: dayOfDate(date), clientId, client, tasks, start: start?.toISOString() ?? null, staff: staff ?? [] },
  }));
}

async function readPeople(sql: Sql, providerId: string, planId: string, { from, to }: Days): Promise<PlacedPerson[]> {
  return sql.$queryRaw<PlacedPerson[]>`
    SELECT s.id, s.given_name || ' ' || s.family_name AS name, count(*)::int AS routes,
      sum((SELECT count(*) FROM assignments a WHERE a.route_id = r.id AND a.visit_id IS NOT NULL))::int AS visits,
      sum(r.travel_seconds)::int AS "travelSeconds", sum(r.waiting_seconds)::int AS "waitingSeconds",
      sum(r.service_seconds)::int AS "serviceSeconds"
    FROM routes r JOIN staff_members s ON s.id = r.staff_id
    WHERE r.provider_id = ${providerId}::uuid AND r.plan_id = ${planId}::uuid
      AND r.date BETWEEN ${dateOfDay(from)} AND ${dateOfDay(to)}
    GROUP BY s.id ORDER BY name, s.id`;
}
