import type { Profession, StaffMember } from '../model.js';
import { familyOf, isAddOn, isMainHealthTask, taskOf } from '../tasks/catalogue.js';
import type { Task, Words } from '../tasks/task.js';
import { PROFESSIONS } from './professions.js';

/** Why somebody may not do a task, for a client to read (S004). */
export interface Refusal {
  /** Numbers of the rules behind it. */
  readonly rules: readonly string[];
  readonly reason: Words;
}

/** Who else may do the tasks of a profession: a physician assistant gives nursing care, an assistant physiotherapy (S017). */
const ALSO: Readonly<Partial<Record<Profession, readonly Profession[]>>> = {
  nurse: ['feldsher'],
  physio: ['physio_assistant'],
};

/** The professions that may do a task; nobody else ever does, whatever the plan would gain (S004, S017-S029). */
export function professionsFor(code: string): readonly Profession[] {
  const { performer } = taskOf(code);
  return [performer, ...(ALSO[performer] ?? [])];
}

/** Whether a profession may do a task. */
export function mayPerform(profession: Profession, code: string): boolean {
  return professionsFor(code).includes(profession);
}

/** Null when the profession may do the task; otherwise one sentence naming who does. */
export function refusalOf(profession: Profession, code: string): Refusal | null {
  if (mayPerform(profession, code)) return null;
  const task = taskOf(code);
  const does = professionsFor(code).map((one) => PROFESSIONS[one].names);
  const { names: who } = PROFESSIONS[profession];
  return {
    rules: ['S004', ruleOf(task)],
    reason: {
      lv: `Uzdevumu “${task.names.lv}” neveic ${who.lv}; to veic ${does.map((w) => w.lv).join(' vai ')}.`,
      en: `“${task.names.en}” is not done by ${article(who.en)}; it is done by ${does.map((w) => article(w.en)).join(' or ')}.`,
      ru: `Задание «${task.names.ru}» не выполняет ${who.ru}; его выполняет ${does.map((w) => w.ru).join(' или ')}.`,
    },
  };
}

/** The refusals of every task of a visit, in task order. */
export function refusalsOf(profession: Profession, codes: readonly string[]): readonly Refusal[] {
  return codes.map((code) => refusalOf(profession, code)).filter((refusal) => refusal !== null);
}

/**
 * Whether a member of staff may work in a profession on a day: it is one of
 * theirs, and where certificates of its kind are on file, one is valid that day,
 * both ends included (S017: an expired certificate bars). Nothing on file does not
 * bar: a provider that keeps certificates elsewhere can still plan. `date` is an
 * ISO day.
 */
export function practises(member: StaffMember, profession: Profession, date: string): boolean {
  if (!member.professions.includes(profession)) return false;
  const { certificate } = PROFESSIONS[profession];
  const onFile = member.qualifications.filter(({ kind }) => kind === certificate);
  return (
    onFile.length === 0 || onFile.some(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))
  );
}

/** The last day of a certificate that has run out before the day and bars the member from their profession (S017); null when none does. */
export function lastCertifiedDay(member: StaffMember, profession: Profession, date: string): string | null {
  if (!member.professions.includes(profession) || practises(member, profession, date)) return null;
  const { certificate } = PROFESSIONS[profession];
  const ends = member.qualifications.flatMap(({ kind, validTo }) => (kind === certificate && validTo !== null ? [validTo] : []));
  return (
    ends
      .filter((end) => end < date)
      .sort()
      .at(-1) ?? null
  );
}

/** The add-on tasks of an episode that lacks a main health task and is therefore not paid for them (S026-S029). */
export function addOnsWithoutMain(codes: readonly string[]): readonly string[] {
  const tasks = codes.map(taskOf);
  return tasks.some(isMainHealthTask) ? [] : tasks.filter(isAddOn).map((task) => task.code);
}

/** The row of the guideline that gives a task to its profession. */
function ruleOf(task: Task): string {
  const main: Readonly<Record<string, string>> = { H1: 'S018', H2: 'S019', H3: 'S020', H4: 'S023', H5: 'S024' };
  const addOns: Readonly<Record<string, string>> = { A1: 'S026', A2: 'S027', A3: 'S028', A4: 'S029' };
  return main[task.group] ?? addOns[task.group] ?? (familyOf(task) === 'social' ? 'S040' : 'S017');
}

function article(words: string): string {
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}
