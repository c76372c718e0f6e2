import type { ChangeOf, VisitsBefore } from '#planning';
import { addDays } from '#time';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Database } from '../database/database.js';

/** The published visits of a change's client in the days up to it; see ChangeStore.visitsBefore. */
export async function visitsBefore(
  { prisma }: Database,
  providerId: string,
  { change, days }: { readonly change: ChangeOf; readonly days: number },
): Promise<VisitsBefore | null> {
  const found = await prisma.planChange.findFirst({ where: { providerId, id: change.id, kind: { in: [...change.kinds] } } });
  const clientId = found?.clientId ?? null;
  if (found === null || clientId === null) return null;
  const to = dayOfDate(found.fromDate);
  const from = addDays(to, -days);
  const date = { gte: dateOfDay(from), lte: dateOfDay(to) };
  const stops = await prisma.assignment.findMany({
    where: { providerId, published: true, visitPart: { visit: { clientId, date, cancellation: { is: null } } } },
    select: {
      staffId: true,
      visitPart: { select: { visit: { select: { date: true } } } },
      route: { select: { staff: { select: { givenName: true, familyName: true } } } },
    },
  });
  return {
    clientId,
    from,
    to,
    visits: stops.flatMap(({ staffId, visitPart }) =>
      visitPart === null ? [] : [{ clientId, staffId, date: dayOfDate(visitPart.visit.date) }],
    ),
    names: new Map(stops.map(({ staffId, route: { staff } }) => [staffId, `${staff.givenName} ${staff.familyName}`])),
  };
}
