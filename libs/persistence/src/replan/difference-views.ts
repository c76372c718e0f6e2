import type { DifferenceView } from '#contracts';
import { withNames } from '../changes/change-store.js';
import { dayOfDate } from '../database/days.js';
import type { Database } from '../database/database.js';

/** A recomputed draft's differences with names, by date, then start, then client; null when the provider has no such plan. */
export async function readDifferences(
  database: Database['prisma'],
  providerId: string,
  planId: string,
): Promise<DifferenceView[] | null> {
  const plan = await database.plan.findFirst({ where: { id: planId, providerId }, select: { id: true } });
  if (plan === null) return null;
  const name = { givenName: true, familyName: true } as const;
  const rows = await database.planDifference.findMany({
    where: { providerId, planId },
    include: {
      change: true,
      visit: {
        select: {
          key: true,
          date: true,
          tasks: true,
          client: { select: name },
          inPlans: { where: { planId }, select: { tasks: true } },
        },
      },
    },
  });
  const staffIds = [...new Set(rows.flatMap(({ beforeStaff, afterStaff }) => [...beforeStaff, ...afterStaff]))];
  const staff = await database.staffMember.findMany({ where: { id: { in: staffIds } }, select: { id: true, ...name } });
  const names = new Map(staff.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  const changes = await withNames(
    database,
    rows.flatMap(({ change }) => change ?? []),
  );
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const placement = (start: Date | null, ids: readonly string[]): DifferenceView['before'] =>
    start === null ? null : { start: start.toISOString(), staff: ids.map((id) => names.get(id) ?? '') };
  const views = rows.map((row): DifferenceView => {
    const { visit } = row;
    return {
      ...{
        visit: visit.key,
        client: `${visit.client.givenName} ${visit.client.familyName}`,
        date: dayOfDate(visit.date),
        // A visit that is gone is none of the draft's.
        tasks: visit.inPlans[0]?.tasks ?? visit.tasks,
      },
      ...{ effect: row.effect as DifferenceView['effect'], cause: row.cause as DifferenceView['cause'] },
      change: changeOf.get(Number(row.changeId)) ?? null,
      ...{ before: placement(row.beforeStart, row.beforeStaff), after: placement(row.afterStart, row.afterStaff) },
    };
  });
  const order = ({ date, before, after, client, visit }: DifferenceView): string =>
    `${date} ${(before ?? after)?.start ?? ''} ${client} ${visit}`;
  return views.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
