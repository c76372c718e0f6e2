import type { Funding, PatternChange, VisitPattern } from '#care';
import { dayOfDate, openDay } from '../database/days.js';
import type { Prisma } from '../generated/client.js';

/** Days to plan, both ends included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** A pattern with what pays for it. */
export const FUNDED = {
  decision: { include: { replacedBy: { select: { validFrom: true } }, changes: { orderBy: { externalId: 'asc' } } } },
  episode: {
    include: {
      referral: true,
      terms: { orderBy: [{ startsOn: 'asc' }, { id: 'asc' }] },
      opinions: { orderBy: [{ givenOn: 'asc' }, { id: 'asc' }] },
    },
  },
  changes: { where: { droppedAt: null }, orderBy: [{ fromDate: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.VisitPatternInclude;

export type PatternRow = Prisma.VisitPatternGetPayload<{ include: typeof FUNDED }>;
export type DecisionRow = NonNullable<PatternRow['decision']>;
export type EpisodeRow = NonNullable<PatternRow['episode']>;

/** A pattern's row as planning sees it, with its own days: which of them anybody owes is the law's to say. */
export function patternOf(row: PatternRow): VisitPattern {
  return {
    id: row.id,
    externalId: row.externalId,
    ...(row.continuesId !== null && { continues: row.continuesId }),
    clientId: row.clientId,
    funding: fundingOf(row),
    tasks: row.tasks,
    durationMinutes: row.durationMinutes,
    profession: row.profession,
    skills: row.skills,
    staffCount: row.staffCount,
    weekdays: row.weekdays,
    timesPerWeek: row.timesPerWeek,
    minDaysBetween: row.minDaysBetween,
    everyWeeks: row.everyWeeks,
    windows: row.windows as unknown as VisitPattern['windows'],
    priority: row.priority,
    validFrom: dayOfDate(row.validFrom),
    validTo: openDay(row.validTo),
    pausedFrom: openDay(row.pausedFrom),
    pausedTo: openDay(row.pausedTo),
    ...(row.changes.length > 0 && { changes: row.changes.map(changeOf) }),
  };
}

function changeOf({
  fromDate,
  toDate,
  tasks,
  durationMinutes,
  staffCount,
  windows,
}: PatternRow['changes'][number]): PatternChange {
  const content = { tasks, durationMinutes, staffCount, windows: windows as unknown as VisitPattern['windows'] };
  return { from: dayOfDate(fromDate), to: openDay(toDate), content };
}

function fundingOf({ decision, episode }: PatternRow): Funding {
  if (decision) return { kind: 'decision', id: decision.id, municipalityPercent: decision.municipalityPercent };
  return episode ? { kind: 'episode', id: episode.id } : { kind: 'private' };
}
