import {
  addDays,
  addWorkingDays,
  CHRONIC_TERM_DAYS,
  type IsoDay,
  POST_SURGERY_TERM_DAYS,
  previousWorkingDay,
  termEnd,
} from '#time';
import type { Random } from '../random.js';

export type ReferralKind = 'chronic_mobility' | 'post_surgery' | 'rehab';

/** Where the term in force stands today. */
export type RenewalState = 'fine' | 'gp_window_open' | 'opinion_missing' | 'expired' | 'terminated';

/** Shares of all episodes. */
export const RENEWAL_STATES: readonly (readonly [RenewalState, number])[] = [
  ['fine', 0.7],
  ['gp_window_open', 0.15],
  ['opinion_missing', 0.08],
  ['terminated', 0.05],
  ['expired', 0.02],
];

/** Days of a term; rehabilitation follows its plan, here in steps as long as a chronic patient's. */
export const TERM_DAYS: Readonly<Record<ReferralKind, number>> = {
  chronic_mobility: CHRONIC_TERM_DAYS,
  post_surgery: POST_SURGERY_TERM_DAYS,
  rehab: CHRONIC_TERM_DAYS,
};

/** Calendar days left at the least where nothing is due yet: more than the opinion's window with a holiday in it. */
const FINE_DAYS_LEFT = 8;
/** Share of running chronic episodes in their first term. */
const FIRST_TERM = 0.5;

export interface EpisodeDates {
  readonly startedOn: IsoDay;
  readonly endedOn: IsoDay | null;
  /** One after the other, the last in force. */
  readonly terms: readonly { readonly startsOn: IsoDay; readonly endsOn: IsoDay }[];
  readonly opinions: readonly { readonly givenOn: IsoDay; readonly verdict: 'continue' | 'stop' }[];
}

/** The history of an episode that stands in a state today. */
export function episodeDates(kind: ReferralKind, state: RenewalState, today: IsoDay, random: Random): EpisodeDates {
  const days = TERM_DAYS[kind];
  const isLong = kind !== 'post_surgery' && !random.chance(FIRST_TERM);
  const earlier = isLong ? random.between(1, 4) : 0;
  const dates = history(lastDay(state, days, today, random), days, earlier);
  if (state !== 'terminated') return dates;
  // Stopped by the GP's opinion: the term is cut off at the episode's end.
  const endedOn = addDays(today, -random.between(1, 6));
  const current = dates.terms[dates.terms.length - 1];
  const terms = [...dates.terms.slice(0, -1), { startsOn: current.startsOn, endsOn: endedOn }];
  return { ...dates, endedOn, terms, opinions: [...dates.opinions, { givenOn: endedOn, verdict: 'stop' }] };
}

/** Last day of the term in force. */
function lastDay(state: RenewalState, days: number, today: IsoDay, random: Random): IsoDay {
  switch (state) {
    case 'fine':
      return addDays(today, random.between(Math.min(FINE_DAYS_LEFT, days - 2), days - 1));
    case 'gp_window_open':
      return addWorkingDays(today, random.between(1, 2));
    case 'opinion_missing':
      return addDays(today, 3);
    case 'expired':
      return addDays(today, -random.between(1, 3));
    case 'terminated':
      return addDays(today, random.between(0, days - 8));
  }
}

/** `earlier` terms, each continued by an opinion on the last working day before its end, then one that ends on `end`. */
export function history(end: IsoDay, days: number, earlier: number): EpisodeDates {
  const startedOn = addDays(end, 1 - days * (earlier + 1));
  const terms = Array.from({ length: earlier + 1 }, (_, i) => {
    const startsOn = addDays(startedOn, i * days);
    return { startsOn, endsOn: termEnd(startsOn, days) };
  });
  const opinions = terms
    .slice(0, -1)
    .map(({ endsOn }) => ({ givenOn: previousWorkingDay(endsOn), verdict: 'continue' as const }));
  return { startedOn, endedOn: null, terms, opinions };
}

/** The same with the term in force alone: a stoma is paid for five times (S021), which weekly visits of one term keep. */
export function oneTerm(dates: EpisodeDates): EpisodeDates {
  const current = dates.terms[dates.terms.length - 1];
  const opinions = dates.opinions.filter(({ givenOn }) => givenOn >= current.startsOn);
  return { ...dates, startedOn: current.startsOn, terms: [current], opinions };
}
