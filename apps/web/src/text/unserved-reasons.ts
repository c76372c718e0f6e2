import type { Formats } from './format.js';
import { isLanguage, languageNames, type Language, type Translated } from './language.js';
import { fill, messages } from './messages.js';
import { professionName } from './names.js';

/** Why a visit was left out: a stable code with its figures. */
export interface UnservedReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Sentences by the planner's codes. */
export const unservedReasonTexts: Readonly<Record<string, Translated>> = {
  NO_ONE_WITH_SKILL: {
    lv: 'Nevienam, kas strādā, nav vajadzīgās kvalifikācijas vai prasmes: {skill}.',
    en: 'Nobody at work has the qualification or skill needed: {skill}.',
    ru: 'Ни у кого из работающих нет нужной квалификации или навыка: {skill}.',
  },
  ALL_EXCLUDED: {
    lv: 'Visiem, kas to prot, pie šī klienta doties nav atļauts (tādu ir {staff}).',
    en: 'Everybody able to do it is barred from this client ({staff} of them).',
    ru: 'Всем, кто это умеет, к этому клиенту нельзя (таких {staff}).',
  },
  REQUIRED_PERSON_NOT_ON_SHIFT: {
    lv: 'Nākt drīkst tikai noteikti darbinieki, un tajā laikā neviens no viņiem nestrādā.',
    en: 'Only named staff may come, and none of them is on shift then.',
    ru: 'Приходить могут только определённые сотрудники, и никто из них в это время не работает.',
  },
  NO_SHIFT_IN_WINDOW: {
    lv: 'Neviena piemērota darbinieka maiņa neaptver vizītes logu (piemēroti darbinieki: {staff}).',
    en: 'No suitable person’s shift covers the visit’s time window (suitable staff: {staff}).',
    ru: 'Ни одна смена подходящих сотрудников не охватывает окно визита (подходящих: {staff}).',
  },
  TOO_MUCH_LOAD: {
    lv: 'Vizītei vajag vairāk, nekā viens maršruts drīkst vest.',
    en: 'The visit needs more than one route may carry.',
    ru: 'Визиту нужно больше, чем может везти один маршрут.',
  },
  NOT_ENOUGH_PEOPLE: {
    lv: 'Trūkst cilvēku: vienlaikus vajadzīgi {needed}, piemēroti {found}.',
    en: 'Too few people: {needed} are needed at once, {found} would do.',
    ru: 'Не хватает людей: одновременно нужно {needed}, подходит {found}.',
  },
  NEEDS_OTHER_VISIT: {
    lv: 'Tai vajag citu šī klienta vizīti, kas pati nav ieplānota.',
    en: 'It needs another visit of this client that is itself not placed.',
    ru: 'Ей нужен другой визит этого клиента, который сам не запланирован.',
  },
  NO_ROOM: {
    lv: 'Piemēroti darbinieki ir ({staff}), bet tajā laikā viņu maršruti ir pilni vai ceļš ir par garu.',
    en: 'There are suitable staff ({staff}), but their routes are full then or the way is too long.',
    ru: 'Подходящие сотрудники есть ({staff}), но в это время их маршруты заполнены или дорога слишком длинная.',
  },
};

/** Skills of the staff sheet that are no language; others show as they are written there. */
const skillNames: Readonly<Record<string, Translated>> = {
  heavy_transfer: { lv: 'smaga pārvietošana', en: 'heavy transfer', ru: 'тяжёлое перемещение' },
  dementia: { lv: 'demences aprūpe', en: 'dementia care', ru: 'уход при деменции' },
  feeding_dysphagia: {
    lv: 'ēdināšana ar rīšanas traucējumiem',
    en: 'feeding with dysphagia',
    ru: 'кормление при нарушении глотания',
  },
};

interface ReasonInput {
  readonly language: Language;
  readonly format: Formats;
  readonly reason: UnservedReason;
}

/** A reason as a sentence; an unknown code shows as a code, so that it can be asked about. */
export function unservedReason({ language, format, reason }: ReasonInput): string {
  const text = unservedReasonTexts[reason.code]?.[language];
  if (text === undefined) return fill(messages[language].unserved.code, { code: reason.code });
  const written = Object.entries(reason.params).map(([name, value]) => [
    name,
    typeof value === 'number' ? format.number(value) : name === 'skill' ? skillWords(language, value) : value,
  ]);
  return fill(text, Object.fromEntries(written) as Record<string, string>);
}

/** The planner's names of skills in words: `profession:nurse|feldsher@2026-11-24`, `skill:dementia`, several joined by `+`. */
export function skillWords(language: Language, skill: string): string {
  return skill
    .split('+')
    .map((name) => {
      const [, kind, value] = /^(profession|skill):([^@]+)/.exec(name) ?? [];
      if (kind === 'profession') return professions(language, value);
      return kind === 'skill' ? oneSkill(language, value) : name;
    })
    .join(', ');
}

function professions(language: Language, codes: string): string {
  return codes
    .split('|')
    .map((code) => professionName(messages[language], code))
    .join(' / ');
}

function oneSkill(language: Language, skill: string): string {
  return isLanguage(skill) ? languageNames[skill] : (skillNames[skill]?.[language] ?? skill);
}
