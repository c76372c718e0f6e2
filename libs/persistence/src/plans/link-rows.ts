import { ordersFor, type ChosenOrders, type LinkOrder, type VisitLink } from '#care';
import type { StopRow } from '#planning';
import { addDays } from '#time';
import { dateOfDay, secondsOf } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';

type LinkRow = StopRow['links'][number];
/** What links say of a visit. */
export interface LinkedVisit {
  readonly links: readonly LinkRow[];
  /** Its tasks in the order that the planned starts choose; null when none is chosen. */
  readonly tasks: readonly string[] | null;
}
/** By database id of the visit; visits without links are absent. */
export type LinksByVisit = ReadonlyMap<string, LinkedVisit>;

/** Where and when a visit of the plan is given; the first part of a double-up stands for all, which start together. */
interface Given {
  readonly start: Date;
  readonly staff: string;
}

/** Whose links: of a plan, or of the routes of one of its days. */
export interface LinkScope {
  readonly providerId: string;
  readonly planId: string;
  readonly date: string | null;
  /** Of the visits of these clients alone; a link is between visits of one. Absent: of all. */
  readonly clients?: readonly string[];
}

/** A plan's links seen from both of their visits, each saying whether the plan holds it. */
export async function readLinks(database: Transaction, scope: LinkScope): Promise<LinksByVisit> {
  const { providerId, planId, date, clients } = scope;
  const ends = { select: { id: true, key: true } } as const;
  // Linked visits are of one day; a day's night shift also has visits of the next.
  const visit: Prisma.VisitWhereInput = {
    ...(date !== null && { date: { gte: dateOfDay(date), lte: dateOfDay(addDays(date, 1)) } }),
    ...(clients && { clientId: { in: [...clients] } }),
  };
  const [links, given] = await Promise.all([
    database.visitLink.findMany({ where: { providerId, planId, before: visit }, include: { before: ends, after: ends } }),
    readGiven(database, { providerId, kind: 'visit', route: { planId }, visitPart: { visit } }),
  ]);
  const visits = new Map<string, LinkedVisit>();
  for (const link of links) {
    const gaps = link.gaps as unknown as VisitLink['gaps'];
    const chosen = chosenOrders(
      link.orders as unknown as readonly LinkOrder[],
      given.get(link.beforeId),
      given.get(link.afterId),
    );
    const held = isHeld(link.effect, gaps, given.get(link.beforeId), given.get(link.afterId));
    for (const [own, other, tasks] of [
      [link.before, link.after, chosen.before],
      [link.after, link.before, chosen.after],
    ] as const) {
      const at = given.get(other.id);
      const row = { effect: link.effect, held, rules: link.rules, otherVisit: other.key, otherStaff: at?.staff ?? null };
      const known = visits.get(own.id) ?? { links: [], tasks: null };
      const links = [...known.links, { ...row, otherStart: at?.start.toISOString() ?? null }];
      visits.set(own.id, { links, tasks: tasks ?? known.tasks });
    }
  }
  return visits;
}

function chosenOrders(orders: readonly LinkOrder[], before?: Given, after?: Given): ChosenOrders {
  if (before === undefined || after === undefined) return { before: null, after: null };
  return ordersFor({ orders }, secondsOf(after.start) - secondsOf(before.start));
}

async function readGiven(database: Transaction, where: Prisma.AssignmentWhereInput): Promise<ReadonlyMap<string, Given>> {
  const stops = await database.assignment.findMany({
    where,
    select: { visitId: true, startsAt: true, route: { select: { staff: { select: { givenName: true, familyName: true } } } } },
    orderBy: { part: 'desc' },
  });
  const given = stops.map(({ visitId, startsAt, route: { staff } }): [string, Given] => [
    visitId as string,
    { start: startsAt, staff: `${staff.givenName} ${staff.familyName}` },
  ]);
  return new Map(given);
}

/** Both given with starts as the rules like best (they cannot always all be kept); when one is left out only a parting holds. */
function isHeld(effect: VisitLink['effect'], gaps: VisitLink['gaps'], before?: Given, after?: Given): boolean {
  if (before === undefined || after === undefined) return effect === 'parted';
  const gap = secondsOf(after.start) - secondsOf(before.start);
  const best = Math.min(...gaps.map(({ cost }) => cost));
  return gaps.some(({ min, max, cost }) => cost === best && (min === null || gap >= min) && (max === null || gap <= max));
}
