import type { WeekRouteView } from '#contracts';
import { dayOfDate } from '../database/days.js';
import type { Database } from '../database/database.js';

/** Every route of a plan without its stops, by staff name, then date; null when the provider has no such plan. */
export async function readWeek(sql: Database['prisma'], providerId: string, planId: string): Promise<WeekRouteView[] | null> {
  if ((await sql.plan.count({ where: { id: planId, providerId } })) === 0) return null;
  const routes = await sql.route.findMany({
    where: { providerId, planId },
    include: {
      staff: { select: { givenName: true, familyName: true, professions: true } },
      assignments: { select: { kind: true, startsAt: true, endsAt: true } },
    },
  });
  const views = routes.map(({ staff, assignments, ...route }) => {
    const breaks = assignments.filter(({ kind }) => kind === 'break');
    const rest = breaks.reduce((sum, { startsAt, endsAt }) => sum + endsAt.getTime() - startsAt.getTime(), 0);
    return {
      ...{ shift: route.shiftId, staff: route.staffId, staffName: `${staff.givenName} ${staff.familyName}` },
      ...{ profession: staff.professions[0], date: dayOfDate(route.date), travelSeconds: route.travelSeconds },
      ...{ shiftStart: route.shiftStart.toISOString(), shiftEnd: route.shiftEnd.toISOString() },
      ...{ departure: route.departure.toISOString(), return: route.return.toISOString() },
      visits: assignments.length - breaks.length,
      workSeconds: Math.round((route.return.getTime() - route.departure.getTime() - rest) / 1000),
    };
  });
  return views.sort((a, b) => a.staffName.localeCompare(b.staffName, 'lv') || (a.shiftStart < b.shiftStart ? -1 : 1));
}
