import type { Funding, VisitPattern } from '#care';
import { addDays, daysBetween, earlierDay, isoWeekStart, laterDay } from '#time';
import { dayOfDate, openDay } from '../database/days.js';
import type { Prisma } from '../generated/client.js';

/** Days to plan, both ends included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** What a pattern's validity depends on. */
export const FUNDED = {
  decision: { include: { replacedBy: { select: { validFrom: true } } } },
  episode: { include: { terms: true, opinions: true } },
} as const satisfies Prisma.VisitPatternInclude;

type PatternRow = Prisma.VisitPatternGetPayload<{ include: typeof FUNDED }>;
type DecisionRow = NonNullable<PatternRow['decision']>;
type EpisodeRow = NonNullable<PatternRow['episode']>;

/** Days a pattern may be visited on, both included; `to` null is open. */
interface Validity {
  readonly from: string;
  readonly to: string | null;
}

/**
 * The pattern cut to its decision's or episode's validity; null when no day of the range is left, or when the decision
 * pays an informal carer, whose hours are never routed (S129).
 */
export function fundedPattern(row: PatternRow, range: DayRange): VisitPattern | null {
  if (row.decision?.form === 'informal_carer') return null;
  const own = { from: dayOfDate(row.validFrom), to: openDay(row.validTo) };
  const granted = row.decision ? decisionValidity(row.decision) : row.episode ? episodeValidity(row.episode) : own;
  const from = inRhythm(own.from, laterDay(own.from, granted.from), row.everyWeeks);
  const to = earliest([own.to, granted.to]);
  if (from > range.to || (to !== null && (to < range.from || to < from))) return null;
  return {
    id: row.id,
    externalId: row.externalId,
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
    validFrom: from,
    validTo: to,
    pausedFrom: openDay(row.pausedFrom),
    pausedTo: openDay(row.pausedTo),
  };
}

/** A later first day that keeps every nth week counted from the week of `first`: the weeks between have no visits to lose. */
function inRhythm(first: string, cut: string, everyWeeks: number): string {
  const week = isoWeekStart(cut);
  const beyond = (daysBetween(isoWeekStart(first), week) / 7) % everyWeeks;
  return beyond === 0 ? cut : addDays(week, 7 * (everyWeeks - beyond));
}

function fundingOf({ decision, episode }: PatternRow): Funding {
  if (decision) return { kind: 'decision', id: decision.id, municipalityPercent: decision.municipalityPercent };
  return episode ? { kind: 'episode', id: episode.id } : { kind: 'private' };
}

/** Until it runs out, is ended early, or the day before one that replaces it begins (S052). */
function decisionValidity(decision: DecisionRow): Validity {
  const replacedFrom = decision.replacedBy.map(({ validFrom }) => addDays(dayOfDate(validFrom), -1));
  return {
    from: dayOfDate(decision.validFrom),
    to: earliest([openDay(decision.validTo), openDay(decision.endedOn), ...replacedFrom]),
  };
}

/**
 * From the start to the end of the last term (S030, S032): a term that a continuing opinion opened is a term of its own.
 * A stopping opinion ends the episode with the term it was given in (S031, S033). An episode without any term yet has
 * only its own days.
 */
function episodeValidity(episode: EpisodeRow): Validity {
  const terms = episode.terms.map(({ startsOn, endsOn }) => ({ from: dayOfDate(startsOn), to: dayOfDate(endsOn) }));
  const stops = episode.opinions.filter(({ verdict }) => verdict === 'stop').map(({ givenOn }) => dayOfDate(givenOn));
  const running = terms.filter((term) => !stops.some((stop) => stop < term.from)).map((term) => term.to);
  const last = running.sort().at(-1) ?? null;
  return { from: dayOfDate(episode.startedOn), to: earliest([openDay(episode.endedOn), last]) };
}

function earliest(days: readonly (string | null)[]): string | null {
  return days.reduce<string | null>((first, day) => (first === null ? day : earlierDay(first, day)), null);
}
