import type { Client, Funding, Visit } from '#care';
import type { CurrentPlan, StoredRoute } from '#planning';
import { dateOfDay, dayOfDate, secondsOf } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type * as Rows from '../generated/client.js';
import { clientOf } from '../providers/planning-data.js';

/** Days asked for, both included. */
interface Days {
  readonly providerId: string;
  readonly from: string;
  readonly to: string;
}

/** The plans that count for the days: of each day the published one, or the newest finished draft made from scratch. */
export async function currentPlans(database: Transaction, { providerId, from, to }: Days): Promise<CurrentPlan[]> {
  const rows = await database.planDay.findMany({
    where: {
      providerId,
      date: { gte: dateOfDay(from), lte: dateOfDay(to) },
      OR: [{ published: true }, { plan: { status: 'draft', basedOnId: null } }],
    },
    include: { plan: true },
    orderBy: [{ date: 'asc' }, { published: 'desc' }, { plan: { version: 'desc' } }],
  });
  const byPlan = new Map<string, { readonly plan: Rows.Plan; readonly published: boolean; readonly days: string[] }>();
  const taken = new Set<string>();
  for (const { plan, published, date } of rows) {
    const day = dayOfDate(date);
    if (taken.has(day)) continue;
    taken.add(day);
    const entry = byPlan.get(plan.id) ?? { plan, published, days: [] };
    entry.days.push(day);
    byPlan.set(plan.id, entry);
  }
  return Promise.all([...byPlan.values()].map((entry) => currentPlan(database, entry)));
}

async function currentPlan(
  database: Transaction,
  { plan, published, days }: { readonly plan: Rows.Plan; readonly published: boolean; readonly days: readonly string[] },
): Promise<CurrentPlan> {
  const dates = { in: days.map(dateOfDay) };
  const [routes, unserved] = await Promise.all([
    database.route.findMany({
      where: { planId: plan.id, date: dates },
      include: { shift: true, assignments: { orderBy: { position: 'asc' } } },
      orderBy: [{ date: 'asc' }, { shiftStart: 'asc' }, { shiftId: 'asc' }],
    }),
    database.unservedVisit.findMany({ where: { planId: plan.id, visit: { date: dates } }, select: { visitId: true } }),
  ]);
  const ids = [
    ...routes.flatMap(({ assignments }) => assignments.flatMap(({ visitId }) => visitId ?? [])),
    ...unserved.map(({ visitId }) => visitId),
  ];
  const visitRows = await database.visit.findMany({ where: { id: { in: [...new Set(ids)] } }, orderBy: { key: 'asc' } });
  const clientIds = [...new Set(visitRows.map(({ clientId }) => clientId))];
  const clients = await database.client.findMany({ where: { id: { in: clientIds } }, orderBy: { externalId: 'asc' } });
  const keys = new Map(visitRows.map(({ id, key }) => [id, key]));
  return {
    ...{ id: plan.id, published, days, threads: plan.threads, seed: plan.seed },
    changesThrough: Number(plan.changesThrough),
    routes: routes.map((route) => storedRoute(route, keys)),
    visits: visitRows.map(visitOf),
    clients: clients.map((client): Client => clientOf(client)),
  };
}

type RouteRow = Rows.Route & { readonly shift: Rows.Shift; readonly assignments: readonly Rows.Assignment[] };

function storedRoute(row: RouteRow, keys: ReadonlyMap<string, string>): StoredRoute {
  return {
    shiftId: row.shiftId,
    staffId: row.staffId,
    date: dayOfDate(row.date),
    shiftStart: secondsOf(row.shiftStart),
    shiftEnd: secondsOf(row.shiftEnd),
    departure: secondsOf(row.departure),
    return: secondsOf(row.return),
    breakSeconds: 60 * row.shift.breakMinutes,
    stops: row.assignments.map(({ kind, visitId, part, breakId, startsAt, endsAt }) => ({
      kind,
      id: (visitId === null ? breakId : keys.get(visitId)) ?? '',
      part: part ?? 0,
      ...{ start: secondsOf(startsAt), end: secondsOf(endsAt) },
    })),
  };
}

function visitOf(row: Rows.Visit): Visit {
  const { key, patternId, clientId, ordinal, tasks, durationSeconds, profession, skills, staffCount, priority } = row;
  return {
    ...{ key, patternId, clientId, ordinal, tasks, durationSeconds, profession, skills, staffCount, priority },
    date: dayOfDate(row.date),
    funding: fundingOf(row),
    windows: row.windowStarts.map((start, n) => ({ start: secondsOf(start), end: secondsOf(row.windowEnds[n]) })),
  };
}

function fundingOf({ decisionId, episodeId, municipalityPercent }: Rows.Visit): Funding {
  if (decisionId !== null) return { kind: 'decision', id: decisionId, municipalityPercent: municipalityPercent ?? 0 };
  return episodeId === null ? { kind: 'private' } : { kind: 'episode', id: episodeId };
}
