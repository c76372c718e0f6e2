import { tasksInOrder, type Client, type Funding, type Visit, type VisitLink } from '#care';
import type { CurrentPlan, StoredRoute } from '#planning';
import { dateOfDay, dayOfDate, secondsOf } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type * as Rows from '../generated/client.js';
import { profileOf } from '../plans/plan-record.js';
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

/** One plan on the days for which it counts. */
export async function currentPlan(
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
  const visitRows = await database.visit.findMany({
    where: { id: { in: [...new Set(ids)] } },
    include: { inPlans: { where: { planId: plan.id } } },
    orderBy: { key: 'asc' },
  });
  const pins = await database.visitPin.findMany({
    where: { planId: plan.id, visit: { date: dates } },
    orderBy: { pinnedAt: 'asc' },
  });
  const clientIds = [...new Set(visitRows.map(({ clientId }) => clientId))];
  const clients = await database.client.findMany({ where: { id: { in: clientIds } }, orderBy: { externalId: 'asc' } });
  const keys = new Map(visitRows.map(({ id, key }) => [id, key]));
  const stored = routes.map((route) => storedRoute(route, keys));
  const links = await database.visitLink.findMany({
    where: { planId: plan.id, beforeId: { in: ids }, afterId: { in: ids } },
    orderBy: [{ beforeId: 'asc' }, { afterId: 'asc' }],
  });
  return {
    ...{ id: plan.id, published, days, threads: plan.threads, seed: plan.seed },
    profile: profileOf(plan),
    changesThrough: Number(plan.changesThrough),
    routes: stored,
    visits: inChosenOrder(
      visitRows.map(visitOf),
      stored,
      links.map((link) => chosenBy(link, keys)),
    ),
    clients: clients.map((client): Client => clientOf(client)),
    pins: pins.map(({ visitId, part, staffId, startsAt, reason, pinnedBy }) => ({
      ...{ visitKey: keys.get(visitId) ?? '', part, staffId, reason, pinnedBy },
      start: startsAt === null ? null : secondsOf(startsAt),
    })),
  };
}

type OrderLink = Pick<VisitLink, 'before' | 'after' | 'orders'>;

function chosenBy({ beforeId, afterId, orders }: Rows.VisitLink, keys: ReadonlyMap<string, string>): OrderLink {
  const [before, after] = [keys.get(beforeId) ?? '', keys.get(afterId) ?? ''];
  return { before, after, orders: orders as unknown as NonNullable<VisitLink['orders']> };
}

/** The visits with their tasks in the order that the planned starts stand on: what has begun goes on in that order. */
function inChosenOrder(visits: readonly Visit[], routes: readonly StoredRoute[], links: readonly OrderLink[]): readonly Visit[] {
  const starts = new Map(routes.flatMap(({ stops }) => stops.map(({ id, start }) => [id, start])));
  const tasks = tasksInOrder(visits, links, (key) => starts.get(key));
  return visits.map((visit) => ({ ...visit, tasks: tasks.get(visit.key) ?? visit.tasks }));
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
    stops: row.assignments.map(({ kind, visitId, part, breakId, arrival, startsAt, endsAt }) => ({
      kind,
      id: (visitId === null ? breakId : keys.get(visitId)) ?? '',
      part: part ?? 0,
      ...{ arrival: secondsOf(arrival), start: secondsOf(startsAt), end: secondsOf(endsAt) },
    })),
  };
}

/** The visit as the plan knows it. */
function visitOf({ key, patternId, clientId, ordinal, date, inPlans: [known] }: VisitRow): Visit {
  const { tasks, durationSeconds, profession, skills, staffCount, priority, windowStarts, windowEnds } = known;
  return {
    ...{ key, patternId, clientId, ordinal, tasks, durationSeconds, profession, skills, staffCount, priority },
    date: dayOfDate(date),
    funding: fundingOf(known),
    windows: windowStarts.map((start, n) => ({ start: secondsOf(start), end: secondsOf(windowEnds[n]) })),
  };
}

type VisitRow = Rows.Visit & { readonly inPlans: readonly Rows.PlanVisit[] };

function fundingOf({ decisionId, episodeId, municipalityPercent }: Rows.PlanVisit): Funding {
  if (decisionId !== null) return { kind: 'decision', id: decisionId, municipalityPercent };
  return episodeId === null ? { kind: 'private' } : { kind: 'episode', id: episodeId };
}
