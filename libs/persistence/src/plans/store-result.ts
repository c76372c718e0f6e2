import { randomUUID } from 'node:crypto';
import type { Visit } from '#care';
import type { PlanRoute, PlanStop } from '#engine';
import type { PlanResult } from '#planning';
import { columnOf, idsFor, insertRows, upsertRows, type BulkRow } from '../database/bulk.js';
import { instantAt } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Shift } from '../generated/client.js';
import { routeFigures } from './route-figures.js';

/** The plan a result belongs to. */
interface PlanKey {
  readonly providerId: string;
  readonly planId: string;
}

/** What a stop row takes from the result around it. */
interface StopContext {
  readonly key: PlanKey;
  readonly epoch: number;
  readonly visitIds: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

/** Stores visits, parts, links, routes, stops and the unserved, each list in one statement. */
export async function storeResult(transaction: Transaction, key: PlanKey, result: PlanResult): Promise<void> {
  const visitIds = await storeVisits(transaction, key, result.visits);
  const unserved = result.unserved.map(({ visitKey, reasons }) => ({
    ...key,
    visitId: found(visitIds.get(visitKey), 'visit'),
    reasons,
  }));
  const links = result.links.map(({ before, after, effect, gaps, orders = [], served, rules }) => ({
    ...key,
    beforeId: found(visitIds.get(before), 'visit'),
    afterId: found(visitIds.get(after), 'visit'),
    effect,
    gaps,
    orders,
    served,
    rules,
  }));
  await storeRoutes(transaction, key, { plan: result.plan, epoch: result.epoch, visitIds });
  await insertRows(transaction, 'unserved_visits', unserved);
  await insertRows(transaction, 'visit_links', links);
  await storeFindings(transaction, key, result.workingTime ?? []);
}

/** Stores the routes of a plan with their stops; with `only`, those of some shifts. */
export async function storeRoutes(
  transaction: Transaction,
  key: PlanKey,
  {
    plan,
    epoch,
    visitIds,
    only,
  }: Pick<PlanResult, 'plan' | 'epoch'> & { readonly visitIds: ReadonlyMap<string, string>; readonly only?: ReadonlySet<string> },
): Promise<void> {
  const stored = only === undefined ? plan.routes : plan.routes.filter(({ shift }) => only.has(shift));
  const shifts = await readShifts(transaction, key.providerId, stored);
  const context: StopContext = { key, epoch, visitIds, parts: partsByVisit(plan.routes) };
  const routes = stored.map((route) => ({ id: randomUUID(), route }));
  const routeRows = routes.map(({ id, route }) =>
    routeRow(context, { id, route, shift: found(shifts.get(route.shift), 'shift') }),
  );
  const stopRows = routes.flatMap(({ id, route }) =>
    route.stops.map((stop, position) => stopRow(context, { id, route, stop, position })),
  );
  await insertRows(transaction, 'routes', routeRows);
  await insertRows(transaction, 'assignments', stopRows);
}

/** Stores what the law of working time says of a plan. */
export async function storeFindings(
  transaction: Transaction,
  key: PlanKey,
  workingTime: NonNullable<PlanResult['workingTime']>,
): Promise<void> {
  const findings = workingTime.map(({ from: fromDate, to: toDate, ...finding }) => ({
    ...{ ...key, id: randomUUID(), fromDate, toDate },
    ...finding,
  }));
  await insertRows(transaction, 'working_time_findings', findings);
}

/**
 * The visits of a plan, as it knows them. `visits` itself follows a draft only where no plan in force has the visit: what
 * people were told stays until the draft is published (`adoptVisits`).
 */
async function storeVisits(
  transaction: Transaction,
  { providerId, planId }: PlanKey,
  visits: readonly Visit[],
): Promise<ReadonlyMap<string, string>> {
  const ids = await idsFor(transaction, 'visits', providerId, { column: 'key', values: visits.map((visit) => visit.key) });
  const idOf = ({ key }: Visit): string => found(ids.get(key), 'visit');
  const inForce = await visitsInForce(transaction, [...ids.values()]);
  const open = visits.filter((visit) => !inForce.has(idOf(visit)));
  const rows = open.map((visit) => ({ ...visitRow(providerId, idOf(visit), visit), ...contentOf(visit) }));
  await upsertRows(transaction, 'visits', rows, ['providerId', 'key']);
  const parts = visits.flatMap((visit) =>
    Array.from({ length: visit.staffCount }, (_, index) => ({
      ...{ providerId, visitId: idOf(visit), part: index + 1, durationSeconds: visit.durationSeconds },
    })),
  );
  await upsertRows(transaction, 'visit_parts', parts, ['visitId', 'part']);
  await insertRows(
    transaction,
    'plan_visits',
    visits.map((visit) => ({ providerId, planId, visitId: idOf(visit), ...contentOf(visit) })),
  );
  return ids;
}

/** Those of the visits that the published plan of their day has. */
async function visitsInForce(transaction: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM visits v JOIN plan_visits p ON p.visit_id = v.id
    JOIN plan_days d ON d.plan_id = p.plan_id AND d.date = v.date AND d.published
    WHERE v.id = ANY(${ids}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

/** A plan comes into force: its visits read as it knows them from now on. */
export async function adoptVisits(transaction: Transaction, planId: string): Promise<void> {
  const columns = CONTENT.map((field) => `"${columnOf(field)}"`);
  const of = (table: string): string => columns.map((column) => `${table}.${column}`).join(', ');
  await transaction.$executeRawUnsafe(
    `UPDATE visits v SET (${columns.join(', ')}, updated_at) = (${of('p')}, now())
     FROM plan_visits p WHERE p.plan_id = $1::uuid AND v.id = p.visit_id AND (${of('v')}) IS DISTINCT FROM (${of('p')})`,
    planId,
  );
}

function visitRow(providerId: string, id: string, { key, patternId, clientId, date, ordinal }: Visit): BulkRow {
  return { id, providerId, key, patternId, clientId, date, ordinal };
}

/** What plans may know otherwise of one visit. */
const CONTENT = [
  ...(['funding', 'decisionId', 'episodeId', 'municipalityPercent', 'tasks', 'durationSeconds', 'profession'] as const),
  ...(['skills', 'staffCount', 'windowStarts', 'windowEnds', 'priority'] as const),
];

function contentOf(visit: Visit): Readonly<Record<(typeof CONTENT)[number], unknown>> {
  const { funding, tasks, durationSeconds, profession, skills, staffCount, priority } = visit;
  return {
    funding: funding.kind,
    decisionId: funding.kind === 'decision' ? funding.id : null,
    episodeId: funding.kind === 'episode' ? funding.id : null,
    municipalityPercent: funding.kind === 'decision' ? funding.municipalityPercent : null,
    ...{ tasks, durationSeconds, profession, skills, staffCount, priority },
    windowStarts: visit.windows.map((window) => instantAt(window.start)),
    windowEnds: visit.windows.map((window) => instantAt(window.end)),
  };
}

async function readShifts(
  transaction: Transaction,
  providerId: string,
  routes: readonly PlanRoute[],
): Promise<ReadonlyMap<string, Shift>> {
  const shifts = await transaction.shift.findMany({ where: { providerId, id: { in: routes.map((route) => route.shift) } } });
  return new Map(shifts.map((shift) => [shift.id, shift]));
}

/** The engine's part ids of each served visit in a stable order: the place in it is the part's number. */
function partsByVisit(routes: readonly PlanRoute[]): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const stop of routes.flatMap((route) => route.stops)) {
    if (stop.kind === 'visit') parts.set(stop.id, [...(parts.get(stop.id) ?? []), stop.part]);
  }
  for (const ids of parts.values()) ids.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return parts;
}

function routeRow(
  { key, epoch }: StopContext,
  of: { readonly id: string; readonly route: PlanRoute; readonly shift: Shift },
): BulkRow {
  const { id, route, shift } = of;
  return {
    ...key,
    id,
    shiftId: route.shift,
    staffId: route.staff,
    date: shift.date,
    shiftStart: shift.startsAt,
    shiftEnd: shift.endsAt,
    departure: instantAt(epoch + route.departure),
    return: instantAt(epoch + route.return),
    ...routeFigures(route),
  };
}

function stopRow(
  { key, epoch, visitIds, parts }: StopContext,
  of: { readonly id: string; readonly route: PlanRoute; readonly stop: PlanStop; readonly position: number },
): BulkRow {
  const { id, route, stop, position } = of;
  const isVisit = stop.kind === 'visit';
  return {
    providerId: key.providerId,
    routeId: id,
    position,
    staffId: route.staff,
    kind: stop.kind,
    visitId: isVisit ? found(visitIds.get(stop.id), 'visit') : null,
    part: isVisit ? (parts.get(stop.id) ?? []).indexOf(stop.part) + 1 : null,
    breakId: isVisit ? null : stop.id,
    arrival: instantAt(epoch + stop.arrival),
    startsAt: instantAt(epoch + stop.start),
    endsAt: instantAt(epoch + stop.end),
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the result names a ${what} that it does not bring and the provider does not have`);
  return value;
}
