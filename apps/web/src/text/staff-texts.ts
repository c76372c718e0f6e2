import type { QualificationState, WorkdayView } from '#contracts';
import type { Language, Translated } from './language.js';
import { messages } from './messages.js';
import { professionName } from './names.js';

/** Trainings and certificates that many providers name alike. */
const qualificationTexts: Readonly<Record<string, Translated>> = {
  CARER_TRAINING: { lv: 'Aprūpētāja apmācība', en: 'Training of carers', ru: 'Обучение по уходу' },
};

const certificateOf: Translated = { lv: 'Sertifikāts: {of}', en: 'Certificate: {of}', ru: 'Сертификат: {of}' };

/** What a training or certificate is called: `NURSE` is that of a nurse; a provider's own code stays as it is. */
export function qualificationName(language: Language, code: string): string {
  const profession = professionName(messages[language], code.toLowerCase());
  const certified = profession === code.toLowerCase() ? code : certificateOf[language].replace('{of}', () => profession);
  return qualificationTexts[code]?.[language] ?? certified;
}

/** Words of the pages of staff. */
export const staffWords = {
  staff: { lv: 'Darbinieki', en: 'Staff', ru: 'Сотрудники' },
  searchHint: { lv: 'vārds, numurs, profesija', en: 'name, number, profession', ru: 'имя, номер, профессия' },
  noMatch: { lv: 'Neviens darbinieks neatbilst.', en: 'Nobody matches.', ru: 'Нет подходящих сотрудников.' },
  profession: { lv: 'Profesija', en: 'Profession', ru: 'Профессия' },
  contract: { lv: 'Līguma stundas', en: 'Contract hours', ru: 'Часы по договору' },
  firstEnd: { lv: 'Kvalifikācija līdz', en: 'Qualified until', ru: 'Квалификация до' },
  absentToday: { lv: 'šodien nav', en: 'absent today', ru: 'сегодня нет' },
  notEmployed: { lv: 'nestrādā', en: 'not employed', ru: 'не работает' },
  person: { lv: 'Darba līgums un prasmes', en: 'Contract and skills', ru: 'Договор и навыки' },
  employed: { lv: 'Strādā', en: 'Employed', ru: 'Работает' },
  since: { lv: 'no {day}', en: 'since {day}', ru: 'с {day}' },
  average: { lv: 'Darba laika uzskaite', en: 'Working time', ru: 'Учёт рабочего времени' },
  summarised: {
    lv: { zero: 'summētais, {n} mēnešu', one: 'summētais, {n} mēneša', other: 'summētais, {n} mēnešu' },
    en: { one: 'averaged over {n} month', other: 'averaged over {n} months' },
    ru: {
      one: 'суммированный, {n} месяц',
      few: 'суммированный, {n} месяца',
      many: 'суммированный, {n} месяцев',
      other: 'суммированный, {n} месяца',
    },
  },
  weekly: { lv: 'pa nedēļām', en: 'week by week', ru: 'по неделям' },
  overtime: {
    lv: 'Rakstiska vienošanās par virsstundām',
    en: 'Overtime agreed in writing',
    ru: 'Письменное согласие на сверхурочные',
  },
  mode: { lv: 'Pārvietojas', en: 'Travels', ru: 'Передвигается' },
  start: { lv: 'Dienu sāk', en: 'Starts the day', ru: 'Начинает день' },
  home: { lv: 'mājās', en: 'at home', ru: 'дома' },
  office: { lv: 'birojā', en: 'at the office', ru: 'в офисе' },
  skills: { lv: 'Prasmes', en: 'Skills', ru: 'Навыки' },
  email: { lv: 'E-pasts', en: 'E-mail', ru: 'Эл. почта' },
  qualifications: {
    lv: 'Kvalifikācijas un apliecības',
    en: 'Qualifications and certificates',
    ru: 'Квалификации и удостоверения',
  },
  until: { lv: 'līdz {day}', en: 'until {day}', ru: 'до {day}' },
  absences: { lv: 'Prombūtnes', en: 'Absences', ru: 'Отсутствия' },
  absent: { lv: 'prombūtne', en: 'absence', ru: 'отсутствие' },
  weeks: { lv: 'Maiņas, darbs un atpūta', en: 'Shifts, work and rest', ru: 'Смены, работа и отдых' },
  ofContract: { lv: '{time} no {contract}', en: '{time} of {contract}', ru: '{time} из {contract}' },
  day: { lv: 'Diena', en: 'Day', ru: 'День' },
  shift: { lv: 'Maiņa', en: 'Shift', ru: 'Смена' },
  plan: { lv: 'Plānā', en: 'In the plan', ru: 'В плане' },
  work: { lv: 'Darbs', en: 'Work', ru: 'Работа' },
  rest: { lv: 'Atpūta pirms tam', en: 'Rest before', ru: 'Отдых до этого' },
  breakOf: { lv: 'pārtraukums {time}', en: 'break {time}', ru: 'перерыв {time}' },
  noShifts: { lv: 'Maiņu nav.', en: 'No shifts.', ru: 'Смен нет.' },
  law: { lv: 'Darba laika noteikumi', en: 'Working-time law', ru: 'Нормы рабочего времени' },
  lawful: {
    lv: 'Spēkā esošie plāni ievēro darba laika noteikumus.',
    en: 'The plans in force keep to the law of working time.',
    ru: 'Действующие планы соблюдают нормы рабочего времени.',
  },
  wishes: { lv: 'Klientu vēlmes', en: 'Wishes of clients', ru: 'Пожелания клиентов' },
} as const;

export const qualificationStates: Readonly<Record<QualificationState, Translated>> = {
  coming: { lv: 'vēl nav spēkā', en: 'to come', ru: 'ещё не действует' },
  valid: { lv: 'spēkā', en: 'valid', ru: 'действует' },
  soon: { lv: 'drīz beigsies', en: 'ends soon', ru: 'скоро истечёт' },
  ended: { lv: 'beigusies', en: 'ended', ru: 'истекла' },
  replaced: { lv: 'aizstāta', en: 'replaced', ru: 'заменена' },
};

export const workdayStates: Readonly<Record<WorkdayView['state'], Translated>> = {
  off: { lv: 'nestrādā', en: 'off', ru: 'не работает' },
  rostered: { lv: 'plāna vēl nav', en: 'no plan yet', ru: 'плана ещё нет' },
  planned: { lv: 'plānots', en: 'planned', ru: 'запланировано' },
  free: { lv: 'vizīšu nav', en: 'no visits', ru: 'визитов нет' },
};
