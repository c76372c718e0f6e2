import {
  addDays,
  addWorkingDays,
  CHRONIC_TERM_DAYS,
  type DayRange,
  earlierDay,
  type IsoDay,
  LATVIA,
  laterDay,
  opinionWindow,
  POST_SURGERY_TERM_DAYS,
  termEnd,
  type WorkingCalendar,
} from '#time';
import { DEFAULT_READINGS, type Readings } from '../law/readings.js';
import type { EpisodeFacts, EpisodeKind, KeptTerm, Verdict } from './episode.js';

/** How the law is read and which days are working days. */
export interface LawContext {
  readonly readings: Readings;
  readonly calendar: WorkingCalendar;
}

/** The default readings on the law's own calendar. */
export const DEFAULT_LAW: LawContext = { readings: DEFAULT_READINGS, calendar: LATVIA };

/** Longest term in calendar days (S030, S032); null: the doctor's plan sets it (S016). */
export const TERM_DAYS: Readonly<Record<EpisodeKind, number | null>> = {
  chronic_mobility: CHRONIC_TERM_DAYS,
  post_surgery: POST_SURGERY_TERM_DAYS,
  rehab: null,
};

/** The opinion a term got: `early` before its window, `late` after its end. */
export interface TermOpinion {
  readonly givenOn: IsoDay;
  readonly verdict: Verdict;
  readonly timing: 'early' | 'inTime' | 'late';
}

/** A statutory term, its days inclusive. */
export interface Term {
  readonly kind: EpisodeKind;
  readonly from: IsoDay;
  /** Null: no end is set (rehabilitation without a planned end). */
  readonly end: IsoDay | null;
  /** When the GP visits and gives the opinion by law (S031); null where the provider asks (S033, S016). */
  readonly window: DayRange | null;
  /** The last working day before the end: later the opinion may miss the next visit. */
  readonly due: IsoDay | null;
  readonly requestedOn: IsoDay | null;
  readonly opinion: TermOpinion | null;
}

/** Where a term stands on a day: see {@link termState}. */
export type TermState = 'running' | 'requested' | 'windowOpen' | 'continued' | 'stopped' | 'lapsed';

/**
 * The terms of an episode, one after the other. The first begins with the care;
 * each further one needs an opinion to continue for the one before (S031, S033),
 * whatever is kept. A kept term gives the days the provider wrote down, never
 * more than the law's 30 or 10; a continuing opinion without one opens the
 * longest that the law has.
 */
export function termsOf(episode: EpisodeFacts, law: LawContext = DEFAULT_LAW): readonly Term[] {
  const terms: Term[] = [];
  let opening: Opening | null = { from: episode.startedOn, spent: null };
  while (opening !== null) {
    const term = termFrom(episode, { ...opening, kept: episode.terms[terms.length] }, law);
    terms.push(term);
    opening = openedBy(term, law.readings);
  }
  return terms;
}

/** The beginning of a term: no earlier than `from`; the opinion that opened it, given on `spent`, says nothing about its end. */
interface Opening {
  readonly from: IsoDay;
  readonly spent: IsoDay | null;
}

/** The term a day falls into, or the last that began before it; null before the first. */
export function termOn(terms: readonly Term[], day: IsoDay): Term | null {
  return terms.findLast((term) => term.from <= day) ?? null;
}

/**
 * Where the term stands at the end of a day, by what had happened until then:
 * `running`; `requested`: the GP has been asked; `windowOpen`: the days for the
 * opinion have come; `continued`, `stopped`: the opinion is there; `lapsed`: the
 * end has passed without one.
 */
export function termState(term: Term, day: IsoDay): TermState {
  if (term.opinion !== null && term.opinion.givenOn <= day) {
    return term.opinion.verdict === 'continue' ? 'continued' : 'stopped';
  }
  if (term.end !== null && term.end < day) return 'lapsed';
  if (term.window !== null && term.window.from <= day) return 'windowOpen';
  return term.requestedOn !== null && term.requestedOn <= day ? 'requested' : 'running';
}

function termFrom(
  episode: EpisodeFacts,
  { from, spent, kept }: Opening & { readonly kept: KeptTerm | undefined },
  { readings, calendar }: LawContext,
): Term {
  const { kind } = episode;
  const begins = laterDay(from, kept?.startsOn ?? null);
  const days = TERM_DAYS[kind];
  const counted = spent === null ? countedFrom(episode, begins, readings) : begins;
  const longest = days === null ? null : termEnd(counted, days, readings.termCounting);
  const end = longest === null ? (kept?.endsOn ?? null) : earlierDay(longest, kept?.endsOn ?? null);
  const window = end !== null && kind === 'chronic_mobility' ? opinionWindow(end, calendar) : null;
  return {
    kind,
    from: begins,
    end,
    window,
    due: end === null ? null : addWorkingDays(end, -1, calendar),
    requestedOn: kept?.requestedOn ?? null,
    opinion: opinionOn(episode, { from: begins, end, window, spent }, readings),
  };
}

/** The day the first term counts from: that of the care, or of the discharge before it. */
function countedFrom({ kind, dischargedOn }: EpisodeFacts, begins: IsoDay, { surgeryTermFrom }: Readings): IsoDay {
  return kind === 'post_surgery' && surgeryTermFrom === 'discharge' ? earlierDay(begins, dischargedOn) : begins;
}

/** The last opinion given in the term, or else the first after it: later ones belong to later terms. */
function opinionOn(
  { opinions }: EpisodeFacts,
  { from, end, window, spent }: Pick<Term, 'from' | 'end' | 'window'> & Pick<Opening, 'spent'>,
  { earlyOpinion }: Readings,
): TermOpinion | null {
  const timed = [...opinions]
    .sort((a, b) => (a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : 0))
    .filter(({ givenOn }) => givenOn >= from && (spent === null || givenOn > spent))
    .map(({ givenOn, verdict }): TermOpinion => {
      const timing = end !== null && givenOn > end ? 'late' : window !== null && givenOn < window.from ? 'early' : 'inTime';
      return { givenOn, verdict, timing };
    })
    .filter(({ timing }) => earlyOpinion === 'accept' || timing !== 'early');
  return timed.findLast(({ timing }) => timing !== 'late') ?? timed[0] ?? null;
}

/** What a continuing opinion opens; null when nothing is opened. */
function openedBy({ end, opinion }: Term, { lateOpinion }: Readings): Opening | null {
  if (end === null || opinion?.verdict !== 'continue') return null;
  const after = addDays(end, 1);
  const from = opinion.timing === 'late' && lateOpinion === 'opinion_day' ? laterDay(after, opinion.givenOn) : after;
  return { from, spent: opinion.givenOn };
}
