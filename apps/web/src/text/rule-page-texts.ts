import type { DataIssueView, RuleView } from '#contracts';
import type { Translated } from './language.js';

/** Words of the rule book's page and of the page on the data. */
export const ruleWordsOfPage = {
  title: { lv: 'Noteikumi', en: 'Rules', ru: 'Правила' },
  tasks: { lv: 'Uzdevumu noteikumi', en: 'Task rules', ru: 'Правила заданий' },
  readings: { lv: 'Ko likums atstāj atklātu', en: 'What the law leaves open', ru: 'Что закон оставляет открытым' },
  workingTime: { lv: 'Darba laiks', en: 'Working time', ru: 'Рабочее время' },
  ruleSets: { lv: 'Pašvaldību noteikumi', en: 'Rules of municipalities', ru: 'Правила муниципалитетов' },
  history: { lv: 'Vēsture', en: 'History', ru: 'История' },
  client: { lv: 'Kam', en: 'For whom', ru: 'Для кого' },
  everybody: { lv: 'visiem klientiem', en: 'all clients', ru: 'для всех клиентов' },
  search: { lv: 'Meklēt uzdevumu vai iemeslu', en: 'Search task or reason', ru: 'Искать задание или причину' },
  show: { lv: 'Rādīt', en: 'Show', ru: 'Показать' },
  own: { lv: 'grāmatas noteikumus', en: 'rules of the book', ru: 'правила свода' },
  changed: { lv: 'mainītos', en: 'changed ones', ru: 'изменённые' },
  withDefaults: { lv: 'arī noklusējumus', en: 'defaults as well', ru: 'и правила по умолчанию' },
  rule: { lv: 'Noteikums', en: 'Rule', ru: 'Правило' },
  asks: { lv: 'Ko prasa', en: 'What it asks', ru: 'Что требует' },
  why: { lv: 'Kāpēc', en: 'Why', ru: 'Почему' },
  source: { lv: 'Avots', en: 'Source', ru: 'Источник' },
  state: { lv: 'Spēkā', en: 'In force', ru: 'Действует' },
  switchOff: { lv: 'Izslēgt', en: 'Switch off', ru: 'Выключить' },
  giveBack: { lv: 'Kā grāmatā', en: 'As in the book', ru: 'Как в своде' },
  change: { lv: 'Mainīt', en: 'Change', ru: 'Изменить' },
  fixed: { lv: 'likums', en: 'law', ru: 'закон' },
  off: { lv: 'izslēgts', en: 'off', ru: 'выключено' },
  on: { lv: 'jā', en: 'yes', ru: 'да' },
  reason: { lv: 'Kāpēc maina', en: 'Why it is changed', ru: 'Почему меняется' },
  severity: { lv: 'Cik stingri', en: 'How strictly', ru: 'Насколько строго' },
  asBook: { lv: 'kā grāmatā', en: 'as in the book', ru: 'как в своде' },
  minutesBetween: { lv: '{min}–{max} min', en: '{min}–{max} min', ru: '{min}–{max} мин' },
  stands: { lv: 'spēkā', en: 'stands', ru: 'действует' },
  ended: { lv: 'izbeigts {at}, {by}', en: 'ended {at}, {by}', ru: 'закончено {at}, {by}' },
  nobodyChanged: { lv: 'Neviens noteikums nav mainīts.', en: 'No rule was changed.', ru: 'Ни одно правило не изменено.' },
  noneFound: { lv: 'Neviens noteikums neatbilst.', en: 'No rule matches.', ru: 'Нет подходящих правил.' },
  figure: { lv: 'Rādītājs', en: 'Figure', ru: 'Показатель' },
  limit: { lv: 'Robeža', en: 'Limit', ru: 'Предел' },
  normal: { lv: 'normālais', en: 'normal', ru: 'нормальное' },
  summarised: { lv: 'summētais', en: 'summarised', ru: 'суммированное' },
  hard: { lv: 'obligāts', en: 'must', ru: 'обязательно' },
  soft: { lv: 'vēlme', en: 'wish', ru: 'желательно' },
  warning: { lv: 'brīdinājums', en: 'warning', ru: 'предупреждение' },
  since: { lv: 'no {day}', en: 'since {day}', ru: 'с {day}' },
  checked: { lv: 'pārbaudīts {day}', en: 'checked on {day}', ru: 'проверено {day}' },
  stale: { lv: 'sen nav pārbaudīts', en: 'not checked for long', ru: 'давно не проверялось' },
  atLeast: { lv: 'vismaz {min} min', en: 'at least {min} min', ru: 'не меньше {min} мин' },
  atMost: { lv: 'ne vairāk par {max} min', en: 'at most {max} min', ru: 'не больше {max} мин' },
  minGap: { lv: 'Īsākā atstarpe, min', en: 'Shortest gap, min', ru: 'Наименьший интервал, мин' },
  maxGap: { lv: 'Garākā atstarpe, min', en: 'Longest gap, min', ru: 'Наибольший интервал, мин' },
  gapsNote: {
    lv: 'No viena darba beigām līdz otra sākumam; tukšs: bez robežas.',
    en: 'From the end of the one to the beginning of the other; empty: no bound.',
    ru: 'От конца одного до начала другого; пусто: без предела.',
  },
  sameSeverity: { lv: 'kā tagad', en: 'as now', ru: 'как сейчас' },
  changeReading: { lv: 'Mainīt lasījumu', en: 'Change the reading', ru: 'Изменить толкование' },
  choice: { lv: 'Kā lasa', en: 'How it is read', ru: 'Как толкуют' },
  readingHistory: { lv: 'Kas mainīts', en: 'What was changed', ru: 'Что изменено' },
  managersChange: { lv: 'Maina vadītājs.', en: 'A manager changes it.', ru: 'Меняет руководитель.' },
  changesPlans: {
    lv: 'Plāni no šodienas tiek pārrēķināti; melnraksts gaida apstiprinājumu.',
    en: 'Plans from today on are recomputed; the draft waits for somebody to publish it.',
    ru: 'Планы с сегодняшнего дня пересчитываются; черновик ждёт публикации.',
  },
  days: {
    lv: 'Dienas, katra savā rindā (2026-12-30)',
    en: 'Days, one a line (2026-12-30)',
    ru: 'Дни, по одному в строке (2026-12-30)',
  },
  noDays: { lv: 'nav', en: 'none', ru: 'нет' },
  chosen: { lv: 'izvēlēts', en: 'chosen', ru: 'выбрано' },
  standard: { lv: 'parasti', en: 'usual', ru: 'обычно' },
} as const satisfies Readonly<Record<string, Translated>>;

export const confidenceWords: Readonly<Record<RuleView['confidence'], Translated>> = {
  high: { lv: 'droši', en: 'sure', ru: 'надёжно' },
  medium: { lv: 'diezgan droši', en: 'fairly sure', ru: 'довольно надёжно' },
  low: { lv: 'pieņēmums', en: 'assumption', ru: 'предположение' },
  default: { lv: 'noklusējums', en: 'default', ru: 'по умолчанию' },
};

/** What the law of working time bounds. */
export const workingTimeNames: Readonly<Record<string, Translated>> = {
  day: { lv: 'Darbs dienā', en: 'Work in a day', ru: 'Работа в день' },
  day_longer: { lv: 'Garāka diena', en: 'A longer day', ru: 'Удлинённый день' },
  week: { lv: 'Darbs nedēļā', en: 'Work in a week', ru: 'Работа в неделю' },
  contract: { lv: 'Virs līguma', en: 'Above the contract', ru: 'Сверх договора' },
  overtime: { lv: 'Virsstundas', en: 'Overtime', ru: 'Сверхурочные' },
  period: { lv: 'Vidēji pārskata periodā', en: 'On average of the period', ru: 'В среднем за период' },
  daily_rest: { lv: 'Diennakts atpūta', en: 'Daily rest', ru: 'Ежедневный отдых' },
  weekly_rest: { lv: 'Nedēļas atpūta', en: 'Weekly rest', ru: 'Еженедельный отдых' },
  average_weekly_rest: { lv: 'Nedēļas atpūta vidēji', en: 'Weekly rest on average', ru: 'Еженедельный отдых в среднем' },
  break_after: { lv: 'Pārtraukums, ja darbs ilgāks par', en: 'Break owed by work above', ru: 'Перерыв при работе дольше' },
  break_length: { lv: 'Pārtraukuma ilgums', en: 'Length of the break', ru: 'Длительность перерыва' },
  break_part: { lv: 'Pārtraukuma daļa', en: 'Part of the break', ru: 'Часть перерыва' },
  break_by: { lv: 'Pārtraukums ne vēlāk kā pēc', en: 'Break no later than after', ru: 'Перерыв не позже чем через' },
  night: { lv: 'Nakts darbs', en: 'Night work', ru: 'Ночная работа' },
};

/** Names of what the law leaves open. */
export const readingNames: Readonly<Record<string, Translated>> = {
  termCounting: { lv: 'Termiņa pirmā diena', en: 'First day of a term', ru: 'Первый день срока' },
  surgeryTermFrom: { lv: 'Termiņš pēc operācijas', en: 'Term after surgery', ru: 'Срок после операции' },
  surgeryReferral: { lv: 'Nosūtījums pēc operācijas', en: 'Referral after surgery', ru: 'Направление после операции' },
  earlyOpinion: { lv: 'Atzinums pirms loga', en: 'Opinion before its window', ru: 'Заключение до окна' },
  lateOpinion: { lv: 'Novēlots atzinums', en: 'Late opinion', ru: 'Позднее заключение' },
  stopOpinion: { lv: 'Atzinums pārtraukt', en: 'Opinion to stop', ru: 'Заключение прекратить' },
  stomaLimitPer: { lv: 'Apmaksāto stomas vizīšu skaits', en: 'Limit of paid stoma visits', ru: 'Лимит оплаченных визитов стомы' },
  rehabilitationWithin: { lv: 'Rehabilitācijas sākums', en: 'Beginning of rehabilitation', ru: 'Начало реабилитации' },
  medicineList: { lv: 'Zāļu saraksts', en: 'List of medicines', ru: 'Список лекарств' },
  followsTransfers: { lv: 'Pārceltās darba sestdienas', en: 'Moved working Saturdays', ru: 'Перенесённые рабочие субботы' },
  daysOff: { lv: 'Savas brīvdienas', en: 'Own days off', ru: 'Свои выходные' },
};

/** Figures of a municipality's rules. */
export const figureNames: Readonly<Record<string, Translated>> = {
  providesHomeCare: { lv: 'sniedz aprūpi mājās', en: 'provides care at home', ru: 'оказывает уход на дому' },
  decisionWithinWorkingDays: { lv: 'lēmums darbdienās', en: 'decision within working days', ru: 'решение, рабочих дней' },
  shortestVisitMinutes: { lv: 'īsākā vizīte, min', en: 'shortest visit, min', ru: 'кратчайший визит, мин' },
  needyFree: { lv: 'trūcīgajiem bez maksas', en: 'free for the needy', ru: 'нуждающимся бесплатно' },
  freeUpToCents: { lv: 'bez maksas līdz ienākumiem', en: 'free up to an income of', ru: 'бесплатно до дохода' },
  freeUpToMinimumWage: {
    lv: 'bez maksas līdz minimālajai algai',
    en: 'free up to the minimum wage',
    ru: 'бесплатно до минимальной зарплаты',
  },
  incomeMonths: { lv: 'ienākumi mēnešos', en: 'months of income', ru: 'доход за месяцев' },
  freeLoneOlderThan: {
    lv: 'vientuļiem bez maksas no vecuma',
    en: 'lone people free above the age of',
    ru: 'одиноким бесплатно старше',
  },
  levels: { lv: 'aprūpes līmeņi', en: 'care levels', ru: 'уровни ухода' },
  supportBands: { lv: 'atbalsta pakāpes', en: 'bands of support', ru: 'ступени поддержки' },
};

/** What is missing, and what that does. */
export const dataIssueTexts: Readonly<Record<DataIssueView['code'], Translated>> = {
  visit_barred: { lv: 'Vizītes nedrīkst plānot', en: 'Visits may not be planned', ru: 'Визиты нельзя планировать' },
  no_shift: { lv: 'Nevienam nav maiņas', en: 'Nobody has a shift', ru: 'Ни у кого нет смены' },
  no_skill: { lv: 'Nevienam nav prasmes', en: 'Nobody has the skill', ru: 'Ни у кого нет навыка' },
  no_order: {
    lv: 'Vizīšu logi neļauj ievērot noteikumu',
    en: 'The windows of the visits cannot keep the rule',
    ru: 'Окна визитов не позволяют соблюсти правило',
  },
  no_position: { lv: 'Vieta kartē nav noteikta', en: 'The position on the map is not known', ru: 'Место на карте не определено' },
  no_visits: { lv: 'Lēmumam nav vizīšu grafika', en: 'The decision has no visit pattern', ru: 'У решения нет шаблона визитов' },
  no_level: { lv: 'Lēmumam nav aprūpes līmeņa', en: 'The decision has no care level', ru: 'У решения нет уровня ухода' },
  no_language: {
    lv: 'Neviens nerunā klienta valodā',
    en: 'Nobody speaks the client’s language',
    ru: 'Никто не говорит на языке клиента',
  },
  no_phone: { lv: 'Nav tālruņa', en: 'No telephone', ru: 'Нет телефона' },
  no_floor: { lv: 'Nav zināms stāvs vai lifts', en: 'Floor or lift is not known', ru: 'Неизвестен этаж или лифт' },
};

export const dataWords = {
  title: { lv: 'Datu kvalitāte', en: 'Data quality', ru: 'Качество данных' },
  blocks: { lv: 'Traucē plānot', en: 'Blocks planning', ru: 'Мешает планировать' },
  improves: { lv: 'Uzlabotu plānus', en: 'Would improve plans', ru: 'Улучшило бы планы' },
  nothing: { lv: 'Nekā netrūkst.', en: 'Nothing is missing.', ru: 'Всё на месте.' },
  fix: { lv: 'Labot', en: 'Put right', ru: 'Исправить' },
  next: { lv: 'nākamajās 7 dienās', en: 'in the coming 7 days', ru: 'в ближайшие 7 дней' },
} as const satisfies Readonly<Record<string, Translated>>;
