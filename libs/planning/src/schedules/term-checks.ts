import { missingFacts, remindersOf, termOn, termsOf, termState, type EpisodeFacts, type LawContext, type Term } from '#care';
import { addDays, instantOf, type WorkingCalendar } from '#time';
import type { NewWorkItem } from '../work-items/work-item-ports.js';
import type { ObservedChange } from './schedule-ports.js';

/** GP practices take requests at least until then; what is asked later counts for the next working day. */
const REQUESTS_UNTIL = '15:00';
/** The end of an office day. */
const OFFICE_UNTIL = '17:00';
const NOON = '12:00';

/** So many days the referrer has to write down what a referral lacks, before anybody reminds of it. */
const DAYS_TO_COMPLETE = 7;

/** What a morning's look at the terms finds. */
export interface TermFindings {
  readonly workItems: readonly NewWorkItem[];
  readonly changes: readonly ObservedChange[];
  /** Beginnings of the keys of older reminders that today's replace. */
  readonly replaces: readonly string[];
}

/**
 * What people must do about the terms of health care today: ask the GP a week before the end, chase the opinion on every
 * day of its window, on the last one by noon, complete a referral without which the state pays nothing (S013, S014, S034,
 * S035); and which terms have lapsed. A reminder missed while nothing ran is found on
 * the next look.
 */
export function termChecks(episodes: readonly EpisodeFacts[], today: string, law: LawContext): TermFindings {
  const found = episodes.map((episode) => ({ episode, term: termOn(termsOf(episode, law), today) }));
  const open = found.filter(
    (entry): entry is Open => entry.term !== null && entry.term.end !== null && isOpen(entry.term, today),
  );
  const lapsed = open.filter(({ term }) => termState(term, today) === 'lapsed');
  const reminders = open.flatMap((entry) => reminderItems(entry, today, law.calendar));
  const incomplete = episodes.filter((episode) => missingFacts(episode).length > 0);
  const chased = reminders.filter(({ kind }) => kind === 'chase_opinion');
  return {
    workItems: [...reminders, ...incomplete.map((episode) => completionItem(episode, today, law.calendar))],
    replaces: [...chased.map(({ key }) => key.slice(0, key.lastIndexOf(':') + 1)), 'complete_referral:'],
    changes: lapsed.map(({ episode, term }) => ({
      kind: 'term_lapsed',
      subject: ['episode', episode.id],
      clientId: episode.clientId,
      from: addDays(term.end, 1),
    })),
  };
}

interface Open {
  readonly episode: EpisodeFacts;
  readonly term: Term & { readonly end: string };
}

function isOpen(term: Term, today: string): boolean {
  return ['running', 'requested', 'windowOpen', 'lapsed'].includes(termState(term, today));
}

/** The request, once its day has come and nobody has asked; and the newest reminder of the window. */
function reminderItems({ episode, term }: Open, today: string, calendar: WorkingCalendar): NewWorkItem[] {
  const due = remindersOf(term).filter(({ on }) => on <= today);
  const ask = due.find(({ kind }) => kind === 'askForOpinion');
  const chase = due.findLast(({ kind }) => kind !== 'askForOpinion');
  const about = { subjectKind: 'episode', subjectId: episode.id, clientId: episode.clientId, staffId: null, about: term.end };
  const items: NewWorkItem[] = [];
  if (ask !== undefined && term.requestedOn === null) {
    const dueAt = instantOf(workingDayFrom(ask.on, calendar), REQUESTS_UNTIL);
    items.push({ ...about, key: `request_gp_visit:${episode.id}:${term.end}`, kind: 'request_gp_visit', dueAt });
  }
  if (chase !== undefined) {
    const clock = chase.on === term.end ? NOON : OFFICE_UNTIL;
    const key = `chase_opinion:${episode.id}:${term.end}:${chase.on}`;
    items.push({ ...about, key, kind: 'chase_opinion', dueAt: instantOf(chase.on, clock) });
  }
  return items;
}

/** One item an episode, whatever its referral lacks; it closes itself once nothing lacks any more. */
function completionItem({ id, clientId, startedOn }: EpisodeFacts, today: string, calendar: WorkingCalendar): NewWorkItem {
  return {
    ...{ key: `complete_referral:${id}`, kind: 'complete_referral', subjectKind: 'episode', subjectId: id, clientId },
    ...{ staffId: null, about: startedOn },
    dueAt: instantOf(workingDayFrom(addDays(today, DAYS_TO_COMPLETE), calendar), OFFICE_UNTIL),
  };
}

/** The day itself or the next working day. */
export function workingDayFrom(day: string, calendar: WorkingCalendar): string {
  let current = day;
  while (!calendar.isWorkingDay(current)) current = addDays(current, 1);
  return current;
}
