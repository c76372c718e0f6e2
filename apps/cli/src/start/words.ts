import { findTask, type LawCode, PROFESSIONS } from '#care';
import { errorCodes, type UnservedView } from '#contracts';
import type { UnservedCode } from '#engine';
import { addDays } from '#time';

/** Columns of a terminal that the summary keeps to. */
export const COLUMNS = 100;

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
export const whole = (value: number): string => Math.round(value).toLocaleString('en');
export const hours = (seconds: number): string => `${(seconds / 3600).toFixed(1)} h`;
export const share = (part: number, all: number): string => (all === 0 ? '-' : `${((100 * part) / all).toFixed(1)} %`);
export const counted = (count: number, one: string, many = `${one}s`): string => `${whole(count)} ${count === 1 ? one : many}`;

/** `2026-11-23` -> `Monday 23 November 2026`. */
export function dayInWords(day: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(`${day}T00:00Z`)).replace(',', '');
}

/** A day, or the days from the first to the last: `Week of Monday 23 November 2026`. */
export function daysInWords(from: string, to: string): string {
  if (from === to) return dayInWords(from);
  return to === addDays(from, 6) ? `Week of ${dayInWords(from)}` : `${dayInWords(from)} to ${dayInWords(to)}`;
}

export function professionName(profession: string): string {
  return Object.hasOwn(PROFESSIONS, profession) ? PROFESSIONS[profession as keyof typeof PROFESSIONS].names.en : profession;
}

/** A task's name without its explanations: `Bed bath / daily wash` -> `bed bath`. */
export function taskName(code: string): string {
  const [name] = (findTask(code)?.names.en ?? code).split(/ \(| \/ |, /);
  // What begins with two capitals is an abbreviation or an unknown code.
  return /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

type Reason = UnservedView['reasons'][number];

const REASONS: Readonly<Record<UnservedCode | 'NO_ONE_PRACTISES' | LawCode, string>> = {
  NO_ROOM: 'those who could come are fully booked at that time, or too far away',
  NO_SHIFT_IN_WINDOW: 'no shift of those who could come covers the time asked for',
  NO_ONE_WITH_SKILL: 'nobody at work has a skill that is needed',
  NO_ONE_PRACTISES: 'nobody at work may practise the profession that is needed',
  NOT_ENOUGH_PEOPLE: 'not enough people who could come at the same time',
  ALL_EXCLUDED: 'everybody who could come is barred from this client',
  REQUIRED_PERSON_NOT_ON_SHIFT: 'the only people who may come are not at work then',
  NEEDS_OTHER_VISIT: 'it needs another visit of the client that is left out itself',
  PINNED_ELSEWHERE: 'it is fixed to a person, shift or time that is not possible',
  OUTSIDE_DISTRICTS: 'those who could come work in other districts only',
  NO_COMMON_LANGUAGE: 'nobody who could come speaks the client’s language',
  CAP_USED_UP: 'the hours it is paid from are used up by other visits',
  NO_EQUIPMENT_FREE: 'the equipment or vehicle it needs is with others at that time, or used up',
  TOO_MUCH_LOAD: 'it needs more than one route may carry',
  'law.decision_suspended': 'the municipality has suspended the decision',
  'law.busy_elsewhere': 'another provider is with the client at that time: agree on the times',
  'law.decision_ended': 'the municipality’s decision has ended: a new one is needed',
  'law.term_lapsed': 'the 30-day term has ended: the GP’s opinion is needed',
  'law.term_lapsed_surgery': 'the 10 days after surgery have ended: the GP’s opinion is needed',
  'law.term_lapsed_rehabilitation': 'the rehabilitation plan has ended: the rehabilitation doctor’s word is needed',
  'law.referral_issuer': 'the referral is not of a doctor who may issue it',
  'law.diagnosis': 'the diagnosis is not on the list for rehabilitation at home',
  'law.rehabilitation_late': 'rehabilitation at home began too late for the state to pay',
  'law.addon_alone': 'the state pays for the task only beside a main service',
  'law.paid_limit': 'the state has paid for the task as often as it does',
  'law.contraindicated': 'a contraindication suspends social care: a new certificate is needed',
  'law.certificate_expired': 'the GP’s certificate has run out: a new one is needed',
  'law.qualification_expired': 'a certificate of somebody at work has run out',
  'law.competence': 'the profession planned may not do a task of the visit',
  'law.medicines_missing': 'no list of medicines is on file',
  'law.fact_missing': 'the referral lacks a fact',
};

/** Why a visit is left out, without names; an unknown code shows, so that it can be asked about. */
export function reasonText(reason: Reason | undefined): string {
  if (!reason) return 'no reason is given';
  const { code, params } = reason;
  if (!Object.hasOwn(REASONS, code)) return `reason ${code}`;
  const { skill, profession } = params;
  const detail = typeof profession === 'string' ? professionName(profession) : skill;
  return REASONS[code as keyof typeof REASONS] + (detail === undefined ? '' : `: ${detail}`);
}

const NOTES: Readonly<Record<string, string>> = {
  'travel.engine_unavailable': 'the routing server did not answer; travel times are estimated',
  'travel.cells_estimated': 'the routing server knows no believable way between some places; those times are estimated',
  'task_rules.sameDay': 'pairs of visits that should not be on one day',
  'task_rules.setAside': 'pairs of visits where a rule gives way to a more binding one',
  'task_rules.unreachable': 'pairs of visits whose windows do not let them meet as a rule wants',
  'task_rules.impossible': 'pairs of visits whose windows cannot keep a prohibition; one of the two stays out',
  'task_rules.unavoidable': 'pairs of visits whose windows do not let a wish of the rules come true',
};

/** A plan's warning, `code` or `code: more`, in words; one without words as it came. */
export function noteText(warning: string): string {
  const [code, more] = split(warning);
  const words = Object.hasOwn(NOTES, code) ? NOTES[code] : undefined;
  if (words === undefined) return warning;
  return /^\d+$/.test(more) ? `${more} ${words}` : words;
}

/** Why a plan failed, `code` or `code: more`, and what to do. */
export function failureText(failure: string | null): string {
  const [code, more] = split(failure ?? 'unknown');
  if (!Object.hasOwn(errorCodes, code)) return `Reason: ${failure ?? 'unknown'}.`;
  const { meaning, advice } = errorCodes[code as keyof typeof errorCodes];
  return `${meaning}${more === '' ? '' : ` (${more})`} ${advice}`;
}

function split(text: string): readonly [code: string, more: string] {
  const [, code = text, more = ''] = /^([\w.]+): (.*)$/s.exec(text) ?? [];
  return [code, more];
}
