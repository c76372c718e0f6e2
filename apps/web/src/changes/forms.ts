import type { ChangeOrder, ClientDecisionView, ClientView, ClockView } from '#contracts';
import { changeWords } from '../text/change-texts.js';
import type { Language } from '../text/language.js';
import type { ChangeForm } from './change-button.js';
import { newId, type Entered, type Field } from './fields.js';

/** Where and when a form is filled in. */
export interface FormPlace {
  readonly language: Language;
  readonly today: string;
}

type Word = keyof typeof changeWords;

/** The fields of forms in one language. */
function fieldsIn({ language }: FormPlace) {
  const label = (name: Word): string => changeWords[name][language];
  return {
    label,
    date: (name: string, word: Word, value: string, rest: { required?: boolean; min?: string; max?: string } = {}): Field => ({
      ...{ kind: 'date', name, label: label(word), value, required: true },
      ...rest,
    }),
    text: (name: string, word: Word, value = '', required = true): Field => ({
      kind: 'text',
      name,
      label: label(word),
      value,
      required,
    }),
    lines: (name: string, word: Word, value = '', required = false): Field => ({
      kind: 'lines',
      name,
      label: label(word),
      value,
      required,
    }),
    number: (name: string, word: Word, value: number, min = 0): Field => ({
      ...{ kind: 'number', name, label: label(word), value: String(value), min, required: true },
    }),
    choice: (name: string, word: Word, options: readonly Word[]): Field => ({
      ...{ kind: 'choice', name, label: label(word), value: options[0] ?? '' },
      options: options.map((option) => [option, label(option)]),
    }),
  };
}

const of = (values: Entered, name: string): string => values[name] ?? '';
const given = <Name extends string>(values: Entered, ...names: readonly Name[]): { readonly [K in Name]?: string } =>
  Object.fromEntries(names.flatMap((name) => (of(values, name) === '' ? [] : [[name, of(values, name)]]))) as never;

/** The GP is asked for the opinion of a term. */
export function askOpinion(place: FormPlace, term: string): ChangeForm {
  const { label, date } = fieldsIn(place);
  return {
    title: label('askOpinion'),
    fields: [date('on', 'askedOn', place.today, { max: place.today })],
    order: (values) => ({ kind: 'opinion_requested', term, on: of(values, 'on') }),
  };
}

/** The GP's opinion on an episode. */
export function recordOpinion(place: FormPlace, episode: string): ChangeForm {
  const { label, date, text, choice } = fieldsIn(place);
  return {
    title: label('recordOpinion'),
    fields: [
      date('givenOn', 'givenOn', place.today, { max: place.today }),
      choice('verdict', 'verdict', ['continue', 'stop']),
      text('givenBy', 'givenBy'),
    ],
    order: (values) => ({
      kind: 'opinion_received',
      opinion: {
        ...{ id: newId('OP'), episode, givenOn: of(values, 'givenOn'), givenBy: of(values, 'givenBy') },
        verdict: of(values, 'verdict') === 'stop' ? 'stop' : 'continue',
      },
    }),
  };
}

/** A certificate of the GP (S037-S039). */
export function newCertificate(place: FormPlace, client: string): ChangeForm {
  const { label, date, text, choice } = fieldsIn(place);
  const answer = (name: Word): Field => ({ kind: 'check', name, label: label(name), value: false });
  return {
    title: label('newCertificate'),
    fields: [
      date('issuedOn', 'issuedOn', place.today, { max: place.today }),
      date('validTo', 'validTo', '', { required: false }),
      text('issuedBy', 'givenBy'),
      choice('severity', 'severity', ['mild', 'moderate', 'severe', 'very_severe']),
      ...(['tuberculosis', 'acuteInfection', 'sexuallyTransmitted'] as const).map(answer),
    ],
    order: (values) => ({
      kind: 'certificate_received',
      certificate: {
        ...{ id: newId('CE'), client, issuedOn: of(values, 'issuedOn'), issuedBy: of(values, 'issuedBy') },
        severity: of(values, 'severity') as 'mild',
        tuberculosis: of(values, 'tuberculosis') === 'on',
        acuteInfection: of(values, 'acuteInfection') === 'on',
        sexuallyTransmitted: of(values, 'sexuallyTransmitted') === 'on',
        ...given(values, 'validTo'),
      },
    }),
  };
}

/** Leave to pass facts on (S098), and its end. */
export function giveConsent(place: FormPlace, client: string, before?: ClientView['consents'][number]): ChangeForm {
  const { label, date, text, choice } = fieldsIn(place);
  const directions = ['health_to_social', 'social_to_health'] as const;
  const first = before?.direction === 'social_to_health' ? directions.toReversed() : directions;
  return {
    title: label('giveConsent'),
    fields: [
      choice('direction', 'direction', first),
      text('scope', 'scope', before?.scope ?? label('scopeUsual')),
      date('givenOn', 'givenOn', place.today, { max: place.today }),
      date('validTo', 'validTo', '', { required: false, min: place.today }),
    ],
    order: (values) => ({
      kind: 'consent_given',
      consent: {
        ...{ id: newId('CO'), client, scope: of(values, 'scope'), givenOn: of(values, 'givenOn') },
        direction: of(values, 'direction') as (typeof directions)[number],
        ...given(values, 'validTo'),
      },
    }),
  };
}

export function withdrawConsent(place: FormPlace, consent: string): ChangeForm {
  const { label, date } = fieldsIn(place);
  return {
    title: label('withdrawConsent'),
    fields: [date('on', 'from', place.today)],
    order: (values) => ({ kind: 'consent_withdrawn', consent, on: of(values, 'on') }),
  };
}

/** A training or certificate of a member of staff (S017). */
export function newQualification(place: FormPlace, staff: string, kind = ''): ChangeForm {
  const { label, date, text } = fieldsIn(place);
  return {
    title: label('newQualification'),
    fields: [
      text('kind', 'qualification', kind),
      text('number', 'number', '', false),
      date('validFrom', 'from', place.today),
      date('validTo', 'validTo', '', { required: false }),
    ],
    order: (values) => ({
      kind: 'qualification_recorded',
      qualification: {
        ...{ id: newId('QU'), staff, kind: of(values, 'kind').trim().toUpperCase(), validFrom: of(values, 'validFrom') },
        ...given(values, 'number', 'validTo'),
      },
    }),
  };
}

/** A member of staff who does not work for some days. */
export function staffAbsent(place: FormPlace, staff: string): ChangeForm {
  const { label, date, choice } = fieldsIn(place);
  return {
    title: label('staffAbsent'),
    fields: [
      choice('kind', 'absence', ['sick', 'holiday', 'training', 'other']),
      date('from', 'from', place.today),
      date('to', 'to', place.today),
    ],
    order: (values) => ({
      kind: 'staff_absent',
      absence: {
        ...{ id: newId('AB'), staff, from: of(values, 'from'), to: of(values, 'to') },
        kind: of(values, 'kind') as 'sick',
      },
    }),
  };
}

export function staffBack(place: FormPlace, staff: string): ChangeForm {
  const { label, date } = fieldsIn(place);
  return {
    title: label('staffBack'),
    fields: [date('on', 'firstDay', place.today)],
    order: (values) => ({ kind: 'staff_back', staff, on: of(values, 'on') }),
  };
}

export function clientAway(place: FormPlace, client: string): ChangeForm {
  const { label, date, choice } = fieldsIn(place);
  return {
    title: label('clientAway'),
    fields: [
      choice('reason', 'reason', ['hospital', 'away']),
      date('from', 'from', place.today),
      date('to', 'to', '', { required: false, min: place.today }),
    ],
    order: (values) => ({
      ...{ kind: 'client_away', client, from: of(values, 'from') },
      reason: of(values, 'reason') === 'away' ? 'away' : 'hospital',
      ...given(values, 'to'),
    }),
  };
}

export function clientBack(place: FormPlace, client: string): ChangeForm {
  const { label, date } = fieldsIn(place);
  return {
    title: label('clientBack'),
    fields: [date('on', 'firstDay', place.today)],
    order: (values) => ({ kind: 'client_back', client, on: of(values, 'on') }),
  };
}

/** The hospital expects to send the client home: the visits from that day on are reserved until it is certain (S060). */
export function dischargeAnnounced(place: FormPlace, client: string): ChangeForm {
  const { label, date } = fieldsIn(place);
  return {
    title: label('dischargeAnnounced'),
    fields: [date('on', 'expectedDay', place.today, { min: place.today })],
    order: (values) => ({ kind: 'discharge_announced', client, on: of(values, 'on') }),
  };
}

/** What the municipality may do to a decision in force (S052). */
export function decisionForms(place: FormPlace, decision: ClientDecisionView): readonly ChangeForm[] {
  const { label, date, lines, number } = fieldsIn(place);
  const { id, state, validFrom } = decision;
  const min = { min: validFrom };
  const decided = [date('decidedOn', 'decidedOn', place.today, { max: place.today }), lines('reason', 'why')];
  const made = (values: Entered) => ({
    id: newId('DC'),
    decision: id,
    decidedOn: of(values, 'decidedOn'),
    ...given(values, 'reason'),
  });
  const resume: ChangeForm = {
    title: label('resume'),
    fields: [date('on', 'firstDay', place.today, min)],
    order: (values) => ({ kind: 'decision_resumed', decision: id, on: of(values, 'on') }),
  };
  const suspend: ChangeForm = {
    title: label('suspend'),
    fields: [date('from', 'from', place.today, min), date('to', 'toOrResumed', '', { required: false }), ...decided],
    order: (values) => ({ kind: 'decision_suspended', ...made(values), from: of(values, 'from'), ...given(values, 'to') }),
  };
  const reduce: ChangeForm = {
    title: label('reduce'),
    fields: [
      date('from', 'from', place.today, min),
      number('grantedMinutes', decision.grantedPer === 'week' ? 'minutesPerWeek' : 'minutesPerMonth', decision.grantedMinutes),
      ...decided,
    ],
    order: (values) => ({
      ...{ kind: 'decision_reduced', ...made(values), from: of(values, 'from') },
      grantedMinutes: Number(of(values, 'grantedMinutes')),
    }),
  };
  const shorten: ChangeForm = {
    title: label('shorten'),
    fields: [date('lastDay', 'lastDay', place.today, min), ...decided],
    order: (values) => ({ kind: 'decision_shortened', ...made(values), lastDay: of(values, 'lastDay') }),
  };
  const end: ChangeForm = {
    title: label('endNow'),
    fields: [date('lastDay', 'lastDay', place.today, min)],
    order: (values) => ({ kind: 'decision_ended', decision: id, lastDay: of(values, 'lastDay') }),
  };
  if (state === 'ended') return [];
  return [...(state === 'suspended' ? [resume] : [suspend]), reduce, shorten, end];
}

/** The decision that takes the place of one, with the same tasks and visits unless they are changed afterwards. */
export function newDecision(place: FormPlace, decision: ClientDecisionView, page: ClientView): ChangeForm {
  const { label, date, text, number } = fieldsIn(place);
  const next = decision.lastDay === null || decision.lastDay < place.today ? place.today : dayAfter(decision.lastDay);
  return {
    title: label('newDecision'),
    fields: [
      text('number', 'number'),
      date('decidedOn', 'decidedOn', place.today, { max: place.today }),
      date('validFrom', 'from', next),
      date('validTo', 'validTo', '', { required: false }),
      number('grantedMinutes', decision.grantedPer === 'week' ? 'minutesPerWeek' : 'minutesPerMonth', decision.grantedMinutes),
    ],
    order: (values) => {
      const id = newId('DE');
      const validFrom = of(values, 'validFrom');
      return {
        kind: 'decision_made',
        decision: {
          ...{ id, number: of(values, 'number'), client: page.id, municipality: decision.municipality },
          ...{ decidedOn: of(values, 'decidedOn'), validFrom, form: decision.form as 'provider', permanent: false },
          ...{ grantedMinutes: Number(of(values, 'grantedMinutes')), grantedPer: decision.grantedPer, tasks: decision.tasks },
          ...(decision.careLevel !== null && { careLevel: decision.careLevel }),
          ...(decision.municipalityPercent !== null && { municipalityPercent: decision.municipalityPercent }),
          ...(decision.ruleSet !== null && { ruleSet: decision.ruleSet }),
          ...given(values, 'validTo'),
          replaces: decision.id,
        },
        patterns: continued(page, decision.id, { id, validFrom }),
      } satisfies ChangeOrder;
    },
  };
}

type NewPatterns = Extract<ChangeOrder, { kind: 'decision_made' }>['patterns'];

/** The visits of a decision under the one that replaces it. */
function continued(
  page: ClientView,
  decision: string,
  { id, validFrom }: { readonly id: string; readonly validFrom: string },
): NewPatterns {
  return page.patterns
    .filter((pattern) => pattern.decision === decision && (pattern.validTo === null || pattern.validTo >= validFrom))
    .map((pattern, n) => ({
      ...{ id: `${id}/${n + 1}`, tasks: pattern.tasks, durationMinutes: pattern.durationMinutes, skills: pattern.skills },
      ...{ staffCount: pattern.staffCount, windows: pattern.windows, priority: pattern.priority, everyWeeks: pattern.everyWeeks },
      ...{
        profession: pattern.profession as 'carer',
        weekdays: pattern.weekdays as ['MO'],
        minDaysBetween: pattern.minDaysBetween,
      },
      ...(pattern.timesPerWeek !== null && { timesPerWeek: pattern.timesPerWeek }),
      validFrom,
    }));
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** What an end asks for, as a form where it can be recorded at once; null where the page of the client or person is needed. */
export function formOf(place: FormPlace, clock: ClockView): ChangeForm | null {
  switch (clock.step) {
    case 'askOpinion':
      return clock.term === null ? null : askOpinion(place, clock.term);
    case 'recordOpinion':
      return recordOpinion(place, clock.subject);
    case 'newCertificate':
      return clock.client && newCertificate(place, clock.client.id);
    case 'newQualification':
      return clock.staff && newQualification(place, clock.staff.id, clock.label);
    case 'renewConsent':
      return clock.client && giveConsent(place, clock.client.id);
    case 'newDecision':
      return null;
  }
}
