import type { ChangedVisitView } from '#contracts';
import type { PluralForms } from './dictionary.js';
import type { Language, Translated } from './language.js';

/** Words of comparing plans and of publishing with a preview. */
export const compareWords = {
  stop: {
    lv: 'Beigt tagad un paturēt labāko',
    en: 'Stop now and keep the best',
    ru: 'Остановить и оставить лучший',
  },
  compare: { lv: 'Salīdzināt', en: 'Compare', ru: 'Сравнить' },
  title: { lv: 'Divi plāni blakus', en: 'Two plans side by side', ru: 'Два плана рядом' },
  with: { lv: 'Salīdzināt ar', en: 'Compare with', ru: 'Сравнить с' },
  choose: { lv: 'Izvēlieties plānu', en: 'Choose a plan', ru: 'Выберите план' },
  noOther: {
    lv: 'Nav cita plāna ar kādu no šīm dienām.',
    en: 'There is no other plan with any of these days.',
    ru: 'Нет другого плана хотя бы на один из этих дней.',
  },
  noDay: {
    lv: 'Šiem plāniem nav kopīgu dienu.',
    en: 'These plans share no day.',
    ru: 'У этих планов нет общих дней.',
  },
  same: {
    lv: 'Plāni ir vienādi: neviena vizīte nemainās.',
    en: 'The plans are the same: no visit differs.',
    ru: 'Планы одинаковы: ни один визит не меняется.',
  },
  figure: { lv: 'Rādītājs', en: 'Figure', ru: 'Показатель' },
  before: { lv: 'Otrs plāns', en: 'The other plan', ru: 'Другой план' },
  after: { lv: 'Šis plāns', en: 'This plan', ru: 'Этот план' },
  difference: { lv: 'Starpība', en: 'Difference', ru: 'Разница' },
  prices: { lv: 'Izmaksas pa daļām', en: 'Cost by part', ru: 'Стоимость по частям' },
  visits: { lv: 'Mainītās vizītes', en: 'Changed visits', ru: 'Изменённые визиты' },
  people: { lv: 'Pa darbiniekiem', en: 'By staff member', ru: 'По сотрудникам' },
  clients: { lv: 'Pa klientiem', en: 'By client', ru: 'По клиентам' },
  causes: { lv: 'Pēc cēloņa', en: 'By cause', ru: 'По причине' },
  cause: { lv: 'Cēlonis', en: 'Cause', ru: 'Причина' },
  client: { lv: 'Klients', en: 'Client', ru: 'Клиент' },
  staff: { lv: 'Darbinieks', en: 'Staff member', ru: 'Сотрудник' },
  day: { lv: 'Diena', en: 'Day', ru: 'День' },
  what: { lv: 'Kas mainās', en: 'What changes', ru: 'Что меняется' },
  was: { lv: 'Bija', en: 'Before', ru: 'Было' },
  is: { lv: 'Būs', en: 'After', ru: 'Будет' },
  newFaces: { lv: 'Jaunas sejas', en: 'New faces', ru: 'Новые лица' },
  faces: { lv: 'Dažādi darbinieki', en: 'Different staff', ru: 'Разные сотрудники' },
  changed: { lv: 'Mainītas vizītes', en: 'Visits changed', ru: 'Визитов изменено' },
  travel: { lv: 'Ceļš', en: 'Travel', ru: 'Дорога' },
  work: { lv: 'Darbs', en: 'Work', ru: 'Работа' },
  visitsCount: { lv: 'Vizītes', en: 'Visits', ru: 'Визиты' },
  first: {
    lv: 'Šīm dienām vēl nav publicēta plāna: ikviens uzzina savus laikus pirmo reizi.',
    en: 'Nothing is published for these days yet: everybody learns their times for the first time.',
    ru: 'На эти дни ещё ничего не опубликовано: все узнают своё время впервые.',
  },
  toldStaff: { lv: 'Paziņot darbiniekiem', en: 'Staff to be told', ru: 'Сообщить сотрудникам' },
  toldClients: { lv: 'Paziņot klientiem', en: 'Clients to be told', ru: 'Сообщить клиентам' },
  nobody: { lv: 'Nevienam nekas nemainās.', en: 'Nothing changes for anybody.', ru: 'Ни для кого ничего не меняется.' },
  late: { lv: 'vēlu', en: 'late', ru: 'поздно' },
  whyLate: {
    lv: 'Kāpēc plāns mainās tik vēlu',
    en: 'Why the plan changes so late',
    ru: 'Почему план меняется так поздно',
  },
} as const;

type Counted = Readonly<Record<Language, PluralForms>>;

/** Counts in words. */
export const compareCounts = {
  changes: {
    lv: { zero: '{n} mainītu vizīšu', one: '{n} mainīta vizīte', other: '{n} mainītas vizītes' },
    en: { one: '{n} visit changes', other: '{n} visits change' },
    ru: { one: 'меняется {n} визит', few: 'меняются {n} визита', many: 'меняются {n} визитов', other: 'меняются {n} визита' },
  },
  late: {
    lv: {
      zero: '{n} izmaiņu ir vēlu: vizīte sākas ātrāk nekā pēc {hours} h',
      one: '{n} izmaiņa ir vēlu: vizīte sākas ātrāk nekā pēc {hours} h',
      other: '{n} izmaiņas ir vēlu: vizīte sākas ātrāk nekā pēc {hours} h',
    },
    en: {
      one: '{n} change comes late: the visit begins in less than {hours} h',
      other: '{n} changes come late: the visits begin in less than {hours} h',
    },
    ru: {
      one: '{n} изменение поздно: визит начнётся раньше чем через {hours} ч',
      few: '{n} изменения поздно: визиты начнутся раньше чем через {hours} ч',
      many: '{n} изменений поздно: визиты начнутся раньше чем через {hours} ч',
      other: '{n} изменения поздно: визиты начнутся раньше чем через {hours} ч',
    },
  },
  lateShort: {
    lv: { zero: '{n} vēlu izmaiņu', one: '{n} vēla izmaiņa', other: '{n} vēlas izmaiņas' },
    en: { one: '{n} late change', other: '{n} late changes' },
    ru: {
      one: '{n} позднее изменение',
      few: '{n} поздних изменения',
      many: '{n} поздних изменений',
      other: '{n} позднего изменения',
    },
  },
  visits: {
    lv: { zero: '{n} vizīšu', one: '{n} vizīte', other: '{n} vizītes' },
    en: { one: '{n} visit', other: '{n} visits' },
    ru: { one: '{n} визит', few: '{n} визита', many: '{n} визитов', other: '{n} визита' },
  },
} as const satisfies Readonly<Record<string, Counted>>;

/** What made a visit differ; `{change}` is what happened. */
export const visitCauses: Readonly<Record<ChangedVisitView['cause'], Translated>> = {
  change: { lv: '{change}', en: '{change}', ru: '{change}' },
  by_hand: { lv: 'pārlikts ar roku', en: 'moved by hand', ru: 'перемещено вручную' },
  demand: { lv: 'vizīte ir tikai vienā plānā', en: 'only one plan has the visit', ru: 'визит есть только в одном плане' },
  search: { lv: 'meklēšana izvēlējās citādi', en: 'the search chose otherwise', ru: 'поиск выбрал иначе' },
};

/** Figures of a comparison by name; seconds end in `Seconds`. */
export const figureTexts: Readonly<Record<string, Translated>> = {
  visits: { lv: 'Vizītes', en: 'Visits', ru: 'Визиты' },
  served: { lv: 'Ieplānotas', en: 'Served', ru: 'Запланировано' },
  routes: { lv: 'Maršruti', en: 'Routes', ru: 'Маршруты' },
  travelSeconds: { lv: 'Ceļš', en: 'Travel', ru: 'Дорога' },
  waitingSeconds: { lv: 'Gaidīšana', en: 'Waiting', ru: 'Ожидание' },
  serviceSeconds: { lv: 'Aprūpe', en: 'Care', ru: 'Уход' },
  faces: {
    lv: 'Klienta un darbinieka pāri',
    en: 'Pairs of client and staff member',
    ru: 'Пары «клиент — сотрудник»',
  },
  newFaces: {
    lv: 'No tiem jauni (14 dienas)',
    en: 'Of them new (14 days)',
    ru: 'Из них новые (14 дней)',
  },
  changedVisits: { lv: 'Mainītas vizītes', en: 'Changed visits', ru: 'Изменённые визиты' },
};
