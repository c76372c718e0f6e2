import type { Formats } from './format.js';
import type { Language, Translated } from './language.js';
import { fill, messages } from './messages.js';
import { professionName } from './names.js';

/** Why a visit was left out: a stable code with its figures. */
export interface UnservedReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The sentence, where the server has it. */
  readonly words?: Translated | undefined;
}

/** Sentences by the planner's codes. */
export const unservedReasonTexts: Readonly<Record<string, Translated>> = {
  NO_ONE_PRACTISES: {
    lv: 'Nestrādā neviens, kas tajā dienā drīkst praktizēt vajadzīgajā profesijā: {profession}.',
    en: 'Nobody at work may practise the profession needed on that day: {profession}.',
    ru: 'Среди работающих нет никого, кто в этот день вправе работать по нужной профессии: {profession}.',
  },
  NO_ONE_WITH_SKILL: {
    lv: 'Nevienam, kas strādā, nav vajadzīgās prasmes: {skill}.',
    en: 'Nobody at work has the skill needed: {skill}.',
    ru: 'Ни у кого из работающих нет нужного навыка: {skill}.',
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
  REMOVED_BY_HAND: {
    lv: 'Koordinators vizīti izņēma no plāna.',
    en: 'A coordinator took the visit out of the plan.',
    ru: 'Координатор убрал визит из плана.',
  },
  WINDOW_PAST: {
    lv: 'Vizītes logs šodien jau ir pagājis.',
    en: 'The visit’s time window has already passed today.',
    ru: 'Окно визита сегодня уже прошло.',
  },
  NO_SHIFT_IN_WINDOW: {
    lv: 'Neviena piemērota darbinieka maiņa neaptver vizītes logu (piemēroti darbinieki: {staff}).',
    en: 'No suitable person’s shift covers the visit’s time window (suitable staff: {staff}).',
    ru: 'Ни одна смена подходящих сотрудников не охватывает окно визита (подходящих: {staff}).',
  },
  PINNED_ELSEWHERE: {
    lv: 'Vizīte ir fiksēta pie darbinieka, maiņas vai laika, kas nav iespējams.',
    en: 'The visit is pinned to a person, shift or time that is not possible.',
    ru: 'Визит закреплён за сотрудником, сменой или временем, что невозможно.',
  },
  OUTSIDE_DISTRICTS: {
    lv: 'Piemēroti darbinieki strādā tikai citos rajonos (tādu ir {staff}).',
    en: 'Those who could come work in other districts only ({staff} of them).',
    ru: 'Подходящие сотрудники работают только в других районах (таких {staff}).',
  },
  NO_COMMON_LANGUAGE: {
    lv: 'Neviens piemērots darbinieks nerunā klienta valodā (tādu ir {staff}).',
    en: 'Nobody who could come speaks the client’s language ({staff} of them).',
    ru: 'Никто из подходящих сотрудников не говорит на языке клиента (таких {staff}).',
  },
  CAP_USED_UP: {
    lv: 'Stundas, no kurām vizīte jāapmaksā, jau izlietotas citām vizītēm.',
    en: 'The hours the visit is paid from are used up by other visits.',
    ru: 'Часы, из которых оплачивается визит, уже израсходованы на другие визиты.',
  },
  NO_EQUIPMENT_FREE: {
    lv: 'Vajadzīgais aprīkojums vai auto tajā laikā ir pie citiem vai jau izlietots.',
    en: 'The equipment or vehicle it needs is with others at that time, or used up.',
    ru: 'Нужное оборудование или машина в это время у других или уже израсходованы.',
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

/** Skills a visit may ask for, languages among them; others show as the provider writes them. */
const skillNames: Readonly<Record<string, Translated>> = {
  lv: { lv: 'latviešu valoda', en: 'Latvian', ru: 'латышский язык' },
  ru: { lv: 'krievu valoda', en: 'Russian', ru: 'русский язык' },
  en: { lv: 'angļu valoda', en: 'English', ru: 'английский язык' },
  base: { lv: 'pamata aprūpe', en: 'basic care', ru: 'базовый уход' },
  heavy_transfer: { lv: 'smaga pārvietošana', en: 'heavy transfer', ru: 'тяжёлое перемещение' },
  dementia: { lv: 'demences aprūpe', en: 'dementia care', ru: 'уход при деменции' },
  feeding_dysphagia: {
    lv: 'ēdināšana ar rīšanas traucējumiem',
    en: 'feeding with dysphagia',
    ru: 'кормление при нарушении глотания',
  },
};

/** A skill or language in words; a code the page does not know stays a code. */
export function skillName(language: Language, code: string): string {
  return skillNames[code]?.[language] ?? code;
}

interface ReasonInput {
  readonly language: Language;
  readonly format: Formats;
  readonly reason: UnservedReason;
}

/** A reason as a sentence; an unknown code shows as a code, so that it can be asked about. */
export function unservedReason({ language, format, reason }: ReasonInput): string {
  if (reason.words !== undefined) return reason.words[language];
  const text = unservedReasonTexts[reason.code]?.[language];
  if (text === undefined) return fill(messages[language].unserved.code, { code: reason.code });
  const written = Object.entries(reason.params).map(([name, value]) => [name, inWords({ language, format, name, value })]);
  return fill(text, Object.fromEntries(written) as Record<string, string>);
}

interface Param {
  readonly language: Language;
  readonly format: Formats;
  readonly name: string;
  readonly value: string | number;
}

function inWords({ language, format, name, value }: Param): string {
  if (typeof value === 'number') return format.number(value);
  if (name === 'profession') return professionName(messages[language], value);
  if (name !== 'skill') return value;
  return value
    .split('+')
    .map((skill) => skillNames[skill]?.[language] ?? skill)
    .join(', ');
}
