import { lastingContentOn, ruleBooks, type PatternDifference, type ProposedPattern, type StandingPattern } from '#care';
import type { GrantToShape, Recorder, ShapingStore } from '#planning';
import { addDays, laterDay } from '#time';
import { noteChange } from '../changes/note-change.js';
import { dateOfDay, dayOfDate, openDay } from '../database/days.js';
import { lockProvider, type Database, type Transaction } from '../database/database.js';
import type { Prisma, VisitPattern } from '../generated/client.js';
import { FUNDED, patternOf, type PatternRow } from '../providers/pattern-rows.js';
import { readRuleChanges } from '../rules/read-rule-changes.js';

/** Where a decision is read from, with what its shaping depends on. */
const WITH_CLIENT = {
  client: { include: { informalCarers: { orderBy: { externalId: 'asc' } } } },
  changes: { orderBy: [{ fromDate: 'asc' }, { externalId: 'asc' }] },
  replacedBy: { select: { validFrom: true } },
  patterns: { orderBy: { externalId: 'asc' }, include: FUNDED },
} as const satisfies Prisma.DecisionInclude;
type DecisionRow = Prisma.DecisionGetPayload<{ include: typeof WITH_CLIENT }>;

/** What all patterns made of proposals have in common. */
const PATTERN = { profession: 'carer', skills: [], timesPerWeek: null, minDaysBetween: 1, everyWeeks: 1, priority: 3 } as const;

/** Decisions and their visit patterns in Postgres. */
export class PostgresShapingStore implements ShapingStore {
  constructor(private readonly database: Database) {}

  async grant(providerId: string, decision: string, from: string): Promise<GrantToShape | null> {
    const row = await readDecision(this.database.prisma, providerId, decision);
    return row && readGrant(this.database.prisma, row, from);
  }

  accept(
    providerId: string,
    { decision, from, by }: { readonly decision: string; readonly from: string; readonly by: Recorder },
    decide: (grant: GrantToShape) => readonly PatternDifference[] | null,
  ): Promise<readonly string[] | 'not_found' | 'declined'> {
    return this.database.prisma.$transaction(async (transaction) => {
      await lockProvider(transaction, providerId);
      const row = await readDecision(transaction, providerId, decision);
      const grant = row && (await readGrant(transaction, row, from));
      if (row === null || grant === null) return 'not_found';
      const differences = decide(grant);
      if (differences === null) return 'declined';
      const ids = await writeDifferences(transaction, row, { differences, from });
      const { id, clientId } = row;
      const note = { providerId, kind: 'visits_shaped', subject: ['decision', id], clientId, from, to: null } as const;
      if (differences.some(({ effect }) => effect !== 'kept')) await noteChange(transaction, note, by);
      return ids;
    });
  }
}

function readDecision(database: Transaction, providerId: string, externalId: string): Promise<DecisionRow | null> {
  return database.decision.findFirst({ where: { providerId, externalId }, include: WITH_CLIENT });
}

/** Null when the decision grants no provider's care on the day. */
async function readGrant(database: Transaction, row: DecisionRow, from: string): Promise<GrantToShape | null> {
  const { providerId, client, changes } = row;
  const reached = changes.filter(({ fromDate }) => dayOfDate(fromDate) <= from);
  const over = reached.some(({ kind, toDate }) => {
    const to = openDay(toDate);
    return kind === 'shortened' || kind === 'ended' || (kind === 'suspended' && (to === null || from <= to));
  });
  const replaced = row.replacedBy.some(({ validFrom }) => dayOfDate(validFrom) <= from);
  const ends = [openDay(row.validTo), openDay(row.endedOn)];
  if (over || replaced || row.form === 'informal_carer' || ends.some((end) => end !== null && end < from)) return null;
  const reduced = reached.findLast(({ kind }) => kind === 'reduced');
  const [ruleSet, ruleChanges] = await Promise.all([
    row.ruleSet === null ? null : database.ruleSet.findFirst({ where: { providerId, externalId: row.ruleSet } }),
    readRuleChanges(database, providerId),
  ]);
  const shortest = ruleSet?.shortestVisitMinutes ?? null;
  return {
    order: {
      grantedMinutes: reduced?.grantedMinutes ?? row.grantedMinutes,
      ...{ grantedPer: row.grantedPer, tasks: row.tasks, flags: client.flags },
      family: client.informalCarers.map(({ tasks, weekdays, fromTime, toTime, minutesPerWeek }) => ({
        ...{ tasks, weekdays, minutesPerWeek, from: fromTime, to: toTime },
      })),
      ...(shortest !== null && { shortestVisit: shortest }),
      book: ruleBooks(ruleChanges)(client.id),
    },
    standing: row.patterns.filter((pattern) => stands(pattern, from)).map((pattern) => standingPattern(pattern, from)),
  };
}

function stands({ profession, validTo, pausedFrom, pausedTo }: VisitPattern, from: string): boolean {
  const over = validTo !== null && dayOfDate(validTo) < from;
  const calledOff = pausedFrom !== null && pausedTo === null && dayOfDate(pausedFrom) <= from;
  return profession === 'carer' && !over && !calledOff;
}

function standingPattern(row: PatternRow, from: string): StandingPattern {
  const { externalId, weekdays, timesPerWeek, minDaysBetween, everyWeeks } = row;
  const { tasks, durationMinutes, staffCount, windows } = lastingContentOn(patternOf(row), from);
  return {
    ...{ id: externalId, externalId, tasks, weekdays, timesPerWeek, minDaysBetween, everyWeeks, durationMinutes, staffCount },
    windows,
  };
}

/** Ends what is changed or removed, begins what is changed or new; returns the own ids from the day on. */
async function writeDifferences(
  transaction: Transaction,
  row: DecisionRow,
  { differences, from }: { readonly differences: readonly PatternDifference[]; readonly from: string },
): Promise<readonly string[]> {
  const taken = await transaction.visitPattern.findMany({
    where: { providerId: row.providerId, externalId: { startsWith: `${row.externalId}/` } },
    select: { externalId: true },
  });
  const names = new Set(taken.map(({ externalId }) => externalId));
  const ids: string[] = [];
  for (const difference of differences) {
    if (difference.effect === 'changed' || difference.effect === 'removed') await end(transaction, row, difference.id, from);
    if (difference.effect === 'kept') ids.push(difference.id);
    if (difference.effect === 'changed' || difference.effect === 'added') {
      const externalId = freeName(row.externalId, names);
      const old = difference.effect === 'changed' ? difference.id : difference.continues;
      const continuesId = old === null ? null : continuedBy(row, old, from);
      await transaction.visitPattern.create({ data: { ...patternRow(row, externalId, difference.after, from), continuesId } });
      ids.push(externalId);
    }
  }
  return ids;
}

/**
 * Whose visits a pattern goes on with that takes the place of another, so that plans know them again; null for one of
 * several visits a day, whose places do not match, and for one that had not begun.
 */
function continuedBy({ patterns }: DecisionRow, own: string, from: string): string | null {
  const { id, continuesId, validFrom, windows, everyWeeks } = patterns.find(({ externalId }) => externalId === own) as PatternRow;
  const matches = (windows as unknown as readonly unknown[]).length === 1 && everyWeeks === 1 && dayOfDate(validFrom) < from;
  return matches ? (continuesId ?? id) : null;
}

/** The last day is the one before; a pattern that had not begun never will. */
async function end(transaction: Transaction, { providerId, patterns }: DecisionRow, own: string, from: string): Promise<void> {
  const pattern = patterns.find(({ externalId }) => externalId === own) as VisitPattern;
  const began = dayOfDate(pattern.validFrom) < from;
  await transaction.visitPattern.update({
    where: { providerId_externalId: { providerId, externalId: own } },
    data: began ? { validTo: dateOfDay(addDays(from, -1)) } : { pausedFrom: pattern.validFrom, pausedTo: null },
  });
}

function patternRow(
  { providerId, id, clientId, validFrom }: DecisionRow,
  externalId: string,
  { tasks, weekdays, window, minutes, staffCount }: ProposedPattern,
  from: string,
): Prisma.VisitPatternUncheckedCreateInput {
  return {
    ...{ ...PATTERN, skills: [] },
    ...{ providerId, externalId, clientId, decisionId: id, tasks: [...tasks], weekdays: [...weekdays] },
    ...{ durationMinutes: minutes, staffCount, windows: [{ ...window }] },
    validFrom: dateOfDay(laterDay(from, dayOfDate(validFrom))),
  };
}

/** `D1/1`, `D1/2` ...: the next that no pattern has; it counts as taken from then on. */
function freeName(decision: string, names: Set<string>): string {
  let n = 1;
  while (names.has(`${decision}/${n}`)) n += 1;
  names.add(`${decision}/${n}`);
  return `${decision}/${n}`;
}
