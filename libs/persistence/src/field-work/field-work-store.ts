import { explainWorkingTime } from '#care';
import type { ChangeAnswer, MyChangeView, MyTimeView, UnansweredView } from '#contracts';
import type { FieldDay, FieldMember, FieldTime, FieldWorkStore, NewWorkItem, StaffFinding } from '#planning';
import { addDays } from '#time';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Database } from '../database/database.js';
import { addWorkItems } from '../work-items/write-work-items.js';
import { readChanges, readUnanswered } from './read-changes.js';
import { readDay } from './read-day.js';

/** Days before the first one of a view of time in which the work before it is looked for. */
const REST_DAYS = 14;

/** What published plans want of staff, in Postgres. */
export class PostgresFieldWorkStore implements FieldWorkStore {
  constructor(private readonly database: Database) {}

  async day(member: FieldMember, day: string, today: string): Promise<FieldDay | null> {
    const facts = await readDay(this.database.prisma, member, day);
    if (facts === null) return null;
    const changes = await readChanges(this.database.prisma, member, today);
    return { ...facts, unanswered: changes.filter(({ answer }) => answer === null).length };
  }

  async time({ providerId, staffId }: FieldMember, from: string, to: string): Promise<FieldTime> {
    const { prisma } = this.database;
    const days = { gte: dateOfDay(addDays(from, -REST_DAYS)), lte: dateOfDay(to) };
    const published = { status: 'published', days: { some: { date: days, published: true } } } as const;
    const [member, routes, absences, findings, shifts] = await Promise.all([
      prisma.staffMember.findFirstOrThrow({ where: { id: staffId, providerId }, select: { contractMinutesPerWeek: true } }),
      prisma.route.findMany({
        where: { providerId, staffId, date: days, plan: published },
        include: { plan: { select: { days: { where: { published: true }, select: { date: true } } } } },
      }),
      prisma.absence.findMany({ where: { providerId, staffId, fromDate: { lte: days.lte }, toDate: { gte: dateOfDay(from) } } }),
      prisma.workingTimeFinding.findMany({
        where: { providerId, staffId, plan: published, toDate: { gte: dateOfDay(from) }, fromDate: { lte: days.lte } },
      }),
      prisma.shift.findMany({ where: { providerId, staffId, date: { gte: dateOfDay(from), lte: days.lte } } }),
    ]);
    const inForce = routes.filter(({ date, plan }) => plan.days.some((day) => day.date.getTime() === date.getTime()));
    return {
      ...member,
      routes: inForce.map((route) => ({
        day: dayOfDate(route.date),
        departure: route.departure.toISOString(),
        return: route.return.toISOString(),
        careSeconds: route.serviceSeconds,
        travelSeconds: route.travelSeconds,
        waitingSeconds: route.waitingSeconds,
      })),
      absences: absences.map(({ fromDate, toDate, kind }) => ({ from: dayOfDate(fromDate), to: dayOfDate(toDate), kind })),
      findings: findings.map(findingView),
      shifts: shifts.map(({ date, startsAt, endsAt }) => ({
        ...{ day: dayOfDate(date), start: startsAt.toISOString(), end: endsAt.toISOString() },
      })),
    };
  }

  changes(member: FieldMember, from: string): Promise<readonly MyChangeView[]> {
    return readChanges(this.database.prisma, member, from);
  }

  answer(
    { providerId, staffId }: FieldMember,
    { plan: planId, visit, answer, question }: ChangeAnswer,
    now: Date,
  ): Promise<'ok' | 'unknown'> {
    return this.database.prisma.$transaction(async (transaction) => {
      const found = await transaction.planDifference.findFirst({
        where: {
          ...{ providerId, planId, visit: { key: visit }, plan: { publishedAt: { not: null } } },
          OR: [{ beforeStaff: { has: staffId } }, { afterStaff: { has: staffId } }],
        },
        include: { visit: { select: { clientId: true, date: true } } },
      });
      if (found === null) return 'unknown';
      const { visitId } = found;
      const row = { answer, question: question ?? null, answeredAt: now };
      await transaction.changeAnswer.upsert({
        where: { planId_visitId_staffId: { planId, visitId, staffId } },
        create: { providerId, planId, visitId, staffId, ...row },
        update: row,
      });
      if (answer === 'asked') {
        const about = dayOfDate(found.visit.date);
        const dueAt = Math.floor(now.getTime() / 1000) + 4 * 3600;
        const item = { kind: 'answer_staff', subjectKind: 'visit', subjectId: visitId, clientId: found.visit.clientId } as const;
        await addWorkItems(transaction, providerId, [
          { ...item, key: `answer:${planId}:${visitId}:${staffId}`, staffId, about, dueAt },
        ]);
      }
      return 'ok';
    });
  }

  unanswered(providerId: string, from: string): Promise<readonly UnansweredView[]> {
    return readUnanswered(this.database.prisma, providerId, from);
  }

  async addWork(providerId: string, item: NewWorkItem): Promise<void> {
    await addWorkItems(this.database.prisma, providerId, [item]);
  }
}

type FindingRow = Omit<StaffFinding, 'from' | 'to' | 'code' | 'severity'> & {
  readonly code: string;
  readonly severity: string;
  readonly fromDate: Date;
  readonly toDate: Date;
};

function findingView({ code, severity, fromDate, toDate, ...rest }: FindingRow): MyTimeView['findings'][number] {
  const finding = {
    ...{ ...rest, from: dayOfDate(fromDate), to: dayOfDate(toDate) },
    code: code as StaffFinding['code'],
    severity: severity as StaffFinding['severity'],
  };
  const { from, to } = finding;
  return { from, to, severity: finding.severity, words: explainWorkingTime(finding) };
}
