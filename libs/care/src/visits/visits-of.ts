import { clockSpan, daysBetween, daysFrom, earlierDay, isoWeekStart, laterDay, RIGA, weekdayOf, type IsoDay } from '#time';
import type { PatternChange, PatternContent, TaskOrder, Visit, VisitPattern } from '../model.js';
import { lawfulOrders } from '../links/lawful-orders.js';
import { ruleBook, type RuleBook } from '../rules/rule-book.js';
import { weekdaysOf } from './choose-weekdays.js';

export interface VisitOptions {
  /** Zone the patterns' clock times are meant in. */
  readonly zone?: string;
  /** Flags of a client, by id: they switch the rules that order tasks inside a visit. */
  readonly flagsOf?: (clientId: string) => readonly string[];
  /** Rules in force for a client, by id. */
  readonly bookOf?: (clientId: string) => RuleBook;
  /** Nobody asks in which order tasks may be done: they stay as their pattern lists them, which is much less work. */
  readonly asListed?: boolean;
}

/**
 * The visits of the patterns from day `from` to day `to`, both included: by
 * pattern as given, then by date, then by window. Days and keys depend on the
 * pattern alone, so that generating a day again, or as part of a longer range,
 * gives the same visits; the orders of tasks to choose from also look at the
 * client's other patterns. Weeks are ISO weeks; `everyWeeks` counts from the week of
 * `validFrom`. A window that ends before it begins ends the next day.
 */
export function visitsOf(
  patterns: readonly VisitPattern[],
  from: IsoDay,
  to: IsoDay,
  { zone = RIGA, flagsOf = () => [], bookOf = () => ruleBook(), asListed = false }: VisitOptions = {},
): readonly Visit[] {
  const ofClient = new Map<string, VisitPattern[]>();
  for (const pattern of patterns) ofClient.set(pattern.clientId, [...(ofClient.get(pattern.clientId) ?? []), pattern]);
  const visits = patterns.flatMap((pattern) => {
    const others = (ofClient.get(pattern.clientId) ?? []).filter((other) => other !== pattern);
    const elsewhere = others.flatMap((other) => contentsOf(other).flatMap(({ tasks }) => tasks));
    const orders = new Map(
      contentsOf(pattern).map((content): [PatternContent, readonly TaskOrder[]] => {
        if (asListed) return [content, [{ tasks: content.tasks, cost: 0 }]];
        const context = { flags: flagsOf(pattern.clientId), elsewhere, book: bookOf(pattern.clientId) };
        return [content, lawfulOrders(content.tasks, { ...context, durationSeconds: content.durationMinutes * 60 })];
      }),
    );
    return patternDays(pattern, from, to).flatMap((date) => {
      const content = contentOn(pattern, date);
      return content.windows.map(({ from, to }, ordinal) =>
        visitOn({ ...pattern, ...content }, orders.get(content) as readonly TaskOrder[], date, {
          ordinal,
          ...clockSpan(date, from, to, zone),
        }),
      );
    });
  });
  return knownOnce(visits);
}

/** The visits each under a key of its own, should a pattern that another continues have visits on the same day after all. */
function knownOnce(visits: readonly Visit[]): readonly Visit[] {
  const known = new Set<string>();
  return visits.map((visit) => {
    const key = known.has(visit.key) ? `${visit.patternId}@${visit.date}.${visit.ordinal}` : visit.key;
    known.add(key);
    return key === visit.key ? visit : { ...visit, key };
  });
}

/** What a pattern's visits ask for on a day: a change of that day alone, else the last that begins by then, else the pattern's own. */
export function contentOn(pattern: VisitPattern, day: IsoDay): PatternContent {
  const changes = pattern.changes ?? [];
  const ofDay = changes.find(({ from, to }) => from === day && to === day);
  return ofDay?.content ?? lastingContentOn(pattern, day);
}

/** What a pattern's visits ask for from a day on, whatever is agreed for single days. */
export function lastingContentOn(pattern: VisitPattern, day: IsoDay): PatternContent {
  const begun = (pattern.changes ?? []).filter(({ from, to }) => to === null && from <= day);
  return (
    begun.reduce<PatternChange | null>((last, change) => (last && last.from > change.from ? last : change), null)?.content ??
    pattern
  );
}

function contentsOf(pattern: VisitPattern): readonly PatternContent[] {
  return [pattern, ...(pattern.changes ?? []).map(({ content }) => content)];
}

/** Days from `from` to `to`, both included, on which a pattern has visits, whoever owes them. */
export function patternDays(pattern: VisitPattern, from: IsoDay, to: IsoDay): readonly IsoDay[] {
  const weekdays = new Set(weekdaysOf(pattern));
  const firstWeek = isoWeekStart(pattern.validFrom);
  const days = daysFrom(laterDay(from, pattern.validFrom), earlierDay(to, pattern.validTo));
  return days.filter((day) => {
    const weeks = daysBetween(firstWeek, isoWeekStart(day)) / 7;
    return weekdays.has(weekdayOf(day)) && weeks % pattern.everyWeeks === 0 && !isPaused(pattern, day);
  });
}

function isPaused({ pausedFrom, pausedTo }: VisitPattern, day: IsoDay): boolean {
  if (pausedFrom === null && pausedTo === null) return false;
  return (pausedFrom === null || pausedFrom <= day) && (pausedTo === null || day <= pausedTo);
}

function visitOn(pattern: VisitPattern, orders: readonly TaskOrder[], date: IsoDay, window: Occurrence): Visit {
  const { clientId, funding, profession, skills, staffCount, priority } = pattern;
  return {
    key: `${pattern.continues ?? pattern.id}@${date}.${window.ordinal}`,
    patternId: pattern.id,
    clientId,
    date,
    ordinal: window.ordinal,
    funding,
    tasks: orders[0].tasks,
    ...(orders.length > 1 && { orders }),
    durationSeconds: pattern.durationMinutes * 60,
    profession,
    skills,
    staffCount,
    windows: [{ start: window.start, end: window.end }],
    priority,
  };
}

/** A start window in epoch seconds, and which of the day's it is. */
interface Occurrence {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
}
