import type { Language, Translated } from './language.js';
import { fill } from './messages.js';

/** Sentences by the codes of a plan's warnings and failures; `{more}` is what followed the code. */
export const planNoteTexts: Readonly<Record<string, Translated>> = {
  'travel.engine_unavailable': {
    lv: 'Maršrutu serveris neatbildēja; ceļa laiki ir aptuveni aprēķināti.',
    en: 'The routing server did not answer; travel times are estimated.',
    ru: 'Сервер маршрутов не ответил; время в пути рассчитано приблизительно.',
  },
  'travel.cells_estimated': {
    lv: 'Dažām vietām maršrutu serverim nav ticama ceļa; to ceļa laiki ir aptuveni aprēķināti. Pārbaudiet koordinātas.',
    en: 'The routing server has no believable way between some places; those times are estimated. Check the coordinates.',
    ru: 'Для некоторых мест у сервера маршрутов нет правдоподобного пути; их время рассчитано приблизительно. Проверьте координаты.',
  },
  'task_rules.sameDay': {
    lv: 'Vizīšu pāri, kuriem nevajadzētu būt vienā dienā: {more}.',
    en: 'Pairs of visits that should not be on one day: {more}.',
    ru: 'Пары визитов, которым не следует быть в один день: {more}.',
  },
  'task_rules.setAside': {
    lv: 'Vizīšu pāri, kuros viens noteikums ir pretrunā saistošākam un nav piemērots: {more}.',
    en: 'Pairs of visits where a rule contradicts a more binding one and is not applied: {more}.',
    ru: 'Пары визитов, где правило противоречит более обязательному и не применено: {more}.',
  },
  'task_rules.unreachable': {
    lv: 'Vizīšu pāri, kuru logi neļauj satikties, kā noteikums vēlas: {more}.',
    en: 'Pairs of visits whose windows do not let them meet as a rule wants: {more}.',
    ru: 'Пары визитов, окна которых не позволяют встретиться, как хочет правило: {more}.',
  },
  'task_rules.impossible': {
    lv: 'Vizīšu pāri, kuru logos aizliegumu nevar ievērot, tāpēc viena paliek ārpus plāna: {more}.',
    en: 'Pairs of visits whose windows cannot keep a prohibition, so that one stays unplaced: {more}.',
    ru: 'Пары визитов, в окнах которых запрет не соблюсти, поэтому один остаётся вне плана: {more}.',
  },
  'task_rules.unavoidable': {
    lv: 'Vizīšu pāri, kuros noteikuma vēlmi nevar izpildīt nekādos laikos: {more}.',
    en: 'Pairs of visits where a rule’s wish cannot be met at any time: {more}.',
    ru: 'Пары визитов, где пожелание правила не выполнить ни в какое время: {more}.',
  },
  'plan.broken_rules': {
    lv: 'Neatkarīgā pārbaude atrada pārkāptus obligātos noteikumus, tāpēc plāns nav saglabāts ({more}).',
    en: 'The independent check found hard rules broken, so the plan was not stored ({more}).',
    ru: 'Независимая проверка нашла нарушения обязательных правил, поэтому план не сохранён ({more}).',
  },
  'plan.job_failed': {
    lv: 'Plānošanu neizdevās pabeigt pēc vairākiem mēģinājumiem.',
    en: 'Planning could not be finished after several attempts.',
    ru: 'Планирование не удалось завершить после нескольких попыток.',
  },
};

/** A plan's warning or failure, `code` or `code: more`, in words; one without words is given as it came. */
export function planNote(language: Language, note: string): string {
  const [, code, more] = /^([\w.]+)(?::\s*(.*))?$/s.exec(note) ?? [];
  const text = code === undefined ? undefined : planNoteTexts[code]?.[language];
  return text === undefined ? note : fill(text, { more: more ?? '' });
}
