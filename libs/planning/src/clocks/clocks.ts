import { remindersOf, termOn, termsOf, termState } from '#care';
import type { ClockView } from '#contracts';
import { addDays, addWorkingDays, type WorkingCalendar } from '#time';
import { lawContext } from '../law/law-data.js';
import { DECISION_WORKING_DAYS, LOOK_AHEAD_DAYS } from '../schedules/expiry-checks.js';
import { workingDayFrom } from '../schedules/term-checks.js';
import type { Expiring } from '../schedules/schedule-ports.js';
import type { ClockFacts } from './clock-ports.js';

/** Within so many days something is due now, and within so many soon. */
const DUE_DAYS = 7;
const SOON_DAYS = 30;

/** Work items that go with a kind of clock. */
const WORK: Readonly<Record<ClockView['kind'], readonly string[]>> = {
  opinion: ['request_gp_visit', 'chase_opinion'],
  decision: ['ask_new_decision'],
  certificate: ['renew_certificate'],
  qualification: ['renew_qualification'],
  consent: [],
};

/** Everything that ends within sight or is due, what is overdue first, then by the day it must be done. */
export function clocksOf(facts: ClockFacts, today: string): ClockView[] {
  const { agenda } = facts;
  const { calendar } = lawContext(agenda.practice);
  const clocks = [
    ...opinionClocks(facts, today),
    ...agenda.decisions.map((one) =>
      expiryClock(facts, one, { kind: 'decision', step: 'newDecision', due: decisionDue(one, calendar), today }),
    ),
    ...agenda.certificates.map((one) =>
      expiryClock(facts, one, { kind: 'certificate', step: 'newCertificate', due: one.lastDay, today }),
    ),
    ...agenda.qualifications.map((one) =>
      expiryClock(facts, one, { kind: 'qualification', step: 'newQualification', due: one.lastDay, today }),
    ),
    ...agenda.consents.map((one) => expiryClock(facts, one, { kind: 'consent', step: 'renewConsent', due: one.lastDay, today })),
  ];
  // The agenda also has what lasts longer, as it may renew what ends.
  const lastDay = addDays(today, LOOK_AHEAD_DAYS);
  return clocks
    .filter(({ ends }) => ends <= lastDay)
    .sort((a, b) => (a.due === b.due ? a.subject.localeCompare(b.subject) : a.due < b.due ? -1 : 1));
}

/** The social service decides within ten working days: it must be asked before. */
function decisionDue({ lastDay }: Expiring, calendar: WorkingCalendar): string {
  return addWorkingDays(lastDay, -DECISION_WORKING_DAYS, calendar);
}

/** The terms that run and wait for the GP's word; those that an opinion has stopped or continued are over. */
function opinionClocks(facts: ClockFacts, today: string): ClockView[] {
  const law = lawContext(facts.agenda.practice);
  return facts.agenda.episodes.flatMap((episode): ClockView[] => {
    const terms = termsOf(episode, law);
    const term = termOn(terms, today);
    if (term === null || term.end === null || ['continued', 'stopped'].includes(termState(term, today))) return [];
    const kept = facts.terms.get(episode.id)?.[terms.indexOf(term)] ?? null;
    const ask = remindersOf(term).find(({ kind }) => kind === 'askForOpinion');
    const asks = ask !== undefined && term.requestedOn === null && kept !== null && today <= term.end;
    const due = asks ? workingDayFrom(ask.on, law.calendar) : term.end;
    return [
      {
        ...{ kind: 'opinion', step: asks ? 'askOpinion' : 'recordOpinion', ends: term.end, due, term: kept },
        ...named(facts, { id: episode.id, clientId: episode.clientId, staffId: null }),
        windowFrom: term.window?.from ?? null,
        state: clockState(due, today),
        workItem: workItemOf(facts, episode.id, 'opinion'),
      },
    ];
  });
}

interface Expiry extends Pick<ClockView, 'kind' | 'step' | 'due'> {
  readonly today: string;
}

function expiryClock(facts: ClockFacts, expiring: Expiring, { kind, step, due, today }: Expiry): ClockView {
  return {
    ...{ kind, step, due, ends: expiring.lastDay, term: null, windowFrom: null },
    ...named(facts, expiring),
    state: clockState(due, today),
    workItem: workItemOf(facts, expiring.id, kind),
  };
}

function named(
  { things, clients, staff }: ClockFacts,
  { id, clientId, staffId }: Omit<Expiring, 'lastDay'>,
): Pick<ClockView, 'subject' | 'label' | 'client' | 'staff'> {
  const thing = things.get(id);
  const somebody = {
    client: clientId === null ? null : clients.get(clientId),
    staff: staffId === null ? null : staff.get(staffId),
  };
  return {
    ...{ subject: thing?.id ?? id, label: thing?.label ?? '' },
    ...{ client: somebody.client ?? null, staff: somebody.staff ?? null },
  };
}

function workItemOf({ items }: ClockFacts, subject: string, kind: ClockView['kind']): ClockView['workItem'] {
  const item = items.find((one) => one.subjectId === subject && WORK[kind].includes(one.kind));
  return item ? { id: item.id, kind: item.kind, owner: item.owner, revision: item.revision } : null;
}

function clockState(due: string, today: string): ClockView['state'] {
  if (due < today) return 'overdue';
  if (due <= addDays(today, DUE_DAYS)) return 'due';
  return due <= addDays(today, SOON_DAYS) ? 'soon' : 'later';
}
