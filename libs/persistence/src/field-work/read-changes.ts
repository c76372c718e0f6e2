import type { MyChangeView, UnansweredView } from '#contracts';
import type { FieldMember } from '#planning';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';

/** Differences that a publication made of visits of one of the staff, from a day on. */
function touching(providerId: string, from: string): Prisma.PlanDifferenceWhereInput {
  return { providerId, visit: { date: { gte: dateOfDay(from) } }, plan: { publishedAt: { not: null } } };
}

const of = (staffId: string): Prisma.PlanDifferenceWhereInput => ({
  OR: [{ beforeStaff: { has: staffId } }, { afterStaff: { has: staffId } }],
});

/** What published plans changed of one's visits, newest publication first. */
export async function readChanges(
  database: Transaction,
  { providerId, staffId }: FieldMember,
  from: string,
): Promise<readonly MyChangeView[]> {
  const rows = await database.planDifference.findMany({
    where: { ...touching(providerId, from), ...of(staffId) },
    include: {
      plan: { select: { publishedAt: true, publishedBy: true } },
      visit: { select: { key: true, date: true, client: { select: { givenName: true, familyName: true } } } },
      change: { select: { kind: true } },
    },
    orderBy: [{ plan: { publishedAt: 'desc' } }, { beforeStart: 'asc' }, { visitId: 'asc' }],
  });
  // Every phone asks, and mostly there is nothing.
  if (rows.length === 0) return [];
  const plans = [...new Set(rows.map(({ planId }) => planId))];
  const [answers, accounts] = await Promise.all([
    database.changeAnswer.findMany({ where: { providerId, staffId, planId: { in: plans } } }),
    database.account.findMany({ where: { providerId }, select: { id: true, email: true } }),
  ]);
  const answered = new Map(answers.map(({ planId, visitId, answer }) => [`${planId}/${visitId}`, answer]));
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  const placed = (start: Date | null, staff: readonly string[]): MyChangeView['before'] =>
    start === null ? null : { start: start.toISOString(), mine: staff.includes(staffId) };
  return rows.map((row) => ({
    plan: row.planId,
    visit: row.visit.key,
    client: `${row.visit.client.givenName} ${row.visit.client.familyName}`,
    day: dayOfDate(row.visit.date),
    effect: row.effect as MyChangeView['effect'],
    before: placed(row.beforeStart, row.beforeStaff),
    after: placed(row.afterStart, row.afterStaff),
    publishedAt: (row.plan.publishedAt as Date).toISOString(),
    by: emails.get(row.plan.publishedBy ?? '') ?? null,
    why: row.change?.kind ?? null,
    answer: (answered.get(`${row.planId}/${row.visitId}`) ?? null) as MyChangeView['answer'],
  }));
}

/** Who of the staff has not answered changes of their visits, by day. */
export async function readUnanswered(
  database: Transaction,
  providerId: string,
  from: string,
): Promise<readonly UnansweredView[]> {
  const rows = await database.planDifference.findMany({
    where: touching(providerId, from),
    select: {
      planId: true,
      visitId: true,
      beforeStart: true,
      afterStart: true,
      beforeStaff: true,
      afterStaff: true,
      visit: { select: { date: true } },
    },
  });
  const [answers, staff] = await Promise.all([
    database.changeAnswer.findMany({ where: { providerId, planId: { in: [...new Set(rows.map(({ planId }) => planId))] } } }),
    database.staffMember.findMany({ where: { providerId }, select: { id: true, givenName: true, familyName: true } }),
  ]);
  const answered = new Set(answers.map(({ planId, visitId, staffId }) => `${planId}/${visitId}/${staffId}`));
  const names = new Map(staff.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  const open = new Map<string, UnansweredView>();
  for (const { planId, visitId, beforeStart, afterStart, beforeStaff, afterStaff, visit } of rows) {
    for (const staffId of new Set([...beforeStaff, ...afterStaff])) {
      if (answered.has(`${planId}/${visitId}/${staffId}`)) continue;
      const day = dayOfDate(visit.date);
      const start = [beforeStart, afterStart].flatMap((at) => at?.toISOString() ?? []).sort()[0];
      const key = `${staffId}/${day}`;
      const { changes, firstStart } = open.get(key) ?? { changes: 0, firstStart: start };
      const first = start < firstStart ? start : firstStart;
      open.set(key, { staff: names.get(staffId) ?? '', day, changes: changes + 1, firstStart: first });
    }
  }
  return [...open.values()].sort((a, b) => a.firstStart.localeCompare(b.firstStart) || a.staff.localeCompare(b.staff, 'lv'));
}
