import type { Translated } from './language.js';

/** Words of the page of visits outside the limits. */
export const exceptionTexts = {
  title: { lv: 'Izņēmumi', en: 'Exceptions', ru: 'Исключения' },
  lead: {
    lv: 'Vizītes, kuru atzīmes neatbilst robežām. Kamēr kāds tās nav apskatījis, rēķinā tās neiekļauj.',
    en: 'Visits whose record lies outside the limits. Nobody is billed for them before somebody has looked.',
    ru: 'Визиты, отметки которых выходят за пределы. Пока их никто не проверил, счёт не выставляется.',
  },
  confirmed: { lv: 'Apstiprinātas pašas', en: 'Confirmed on their own', ru: 'Подтверждены сами' },
  exception: { lv: 'Jāapskata', en: 'To look at', ru: 'Проверить' },
  acknowledged: { lv: 'Apskatītas', en: 'Acknowledged', ru: 'Проверены' },
  open: { lv: 'Vēl nav beigušās', en: 'Not over yet', ru: 'Ещё не закончены' },
  show: { lv: 'Rādīt', en: 'Show', ru: 'Показать' },
  reason: { lv: 'Iemesls', en: 'Reason', ru: 'Причина' },
  allReasons: { lv: 'Visi iemesli', en: 'All reasons', ru: 'Все причины' },
  visit: { lv: 'Vizīte', en: 'Visit', ru: 'Визит' },
  planned: { lv: 'Plānots', en: 'Planned', ru: 'По плану' },
  given: { lv: 'Notika', en: 'Happened', ru: 'Было' },
  nobody: { lv: 'neviens neieradās', en: 'nobody came', ru: 'никто не пришёл' },
  stillThere: { lv: 'nav beigta', en: 'not ended', ru: 'не завершён' },
  unplanned: { lv: 'nebija plānots', en: 'not planned', ru: 'не планировался' },
  select: { lv: 'Atlasīt {visit}', en: 'Select {visit}', ru: 'Выбрать {visit}' },
  selectAll: { lv: 'Atlasīt visas redzamās', en: 'Select all shown', ru: 'Выбрать все показанные' },
  selected: {
    lv: { zero: '{n} atlasītu', one: '{n} atlasīta', other: '{n} atlasītas' },
    en: { one: '{n} selected', other: '{n} selected' },
    ru: { one: 'выбран {n}', few: 'выбрано {n}', many: 'выбрано {n}', other: 'выбрано {n}' },
  },
  note: { lv: 'Piezīme (kāpēc ir pareizi)', en: 'Note (why it is right)', ru: 'Заметка (почему верно)' },
  acknowledge: { lv: 'Apstiprināt', en: 'Acknowledge', ru: 'Подтвердить' },
  done: {
    lv: { zero: 'Apstiprināta {n} vizīšu', one: 'Apstiprināta {n} vizīte', other: 'Apstiprinātas {n} vizītes' },
    en: { one: '{n} visit acknowledged', other: '{n} visits acknowledged' },
    ru: {
      one: 'Подтверждён {n} визит',
      few: 'Подтверждены {n} визита',
      many: 'Подтверждено {n} визитов',
      other: 'Подтверждено {n} визита',
    },
  },
  empty: { lv: 'Nekas nav jāapskata', en: 'Nothing to look at', ru: 'Проверять нечего' },
  limits: { lv: 'Robežas', en: 'Limits', ru: 'Пределы' },
  limitsLead: {
    lv: 'Vizīti, kas atbilst visām robežām, apstiprina automātiski.',
    en: 'A visit inside all of these limits is confirmed on its own.',
    ru: 'Визит в этих пределах подтверждается сам.',
  },
  save: { lv: 'Saglabāt', en: 'Save', ru: 'Сохранить' },
  saved: { lv: 'Saglabāts', en: 'Saved', ru: 'Сохранено' },
} as const;

/** Names of the limits, with their units. */
export const limitTexts = {
  startMinutes: {
    lv: 'Sākums agrāk vai vēlāk (min)',
    en: 'Start earlier or later (min)',
    ru: 'Начало раньше или позже (мин)',
  },
  shorterMinutes: { lv: 'Īsāk nekā plānots (min)', en: 'Shorter than planned (min)', ru: 'Короче плана (мин)' },
  longerMinutes: { lv: 'Ilgāk nekā plānots (min)', en: 'Longer than planned (min)', ru: 'Дольше плана (мин)' },
  placeMetres: { lv: 'Attālums no mājām (m)', en: 'Distance from the home (m)', ru: 'Расстояние от дома (м)' },
  tasksNotDone: { lv: 'Neizpildīti uzdevumi', en: 'Tasks not done', ru: 'Невыполненные задания' },
  tasksOpen: { lv: 'Uzdevumi bez atzīmes', en: 'Tasks nothing was said of', ru: 'Задания без отметки' },
  recordedHours: { lv: 'Ievadīts pēc (st)', en: 'Entered afterwards (h)', ru: 'Внесено позже (ч)' },
} as const satisfies Record<string, Translated>;

/** Why a visit is looked at, by the code; `{actual}` and `{limit}` are its figures. */
export const exceptionReasonTexts = {
  not_recorded: { lv: 'nav ziņots', en: 'not recorded', ru: 'нет отметки' },
  unfinished: { lv: 'sākta, bet nav beigta', en: 'begun and not ended', ru: 'начат и не завершён' },
  missed: { lv: 'nenotika', en: 'did not happen', ru: 'не состоялся' },
  unplanned: { lv: 'neplānota ({actual} min)', en: 'unplanned ({actual} min)', ru: 'внеплановый ({actual} мин)' },
  other_person: { lv: 'ieradās cits', en: 'somebody else came', ru: 'пришёл другой' },
  early: { lv: '{actual} min agrāk', en: '{actual} min early', ru: 'на {actual} мин раньше' },
  late: { lv: '{actual} min vēlāk', en: '{actual} min late', ru: 'на {actual} мин позже' },
  shorter: { lv: '{actual} min īsāk', en: '{actual} min shorter', ru: 'на {actual} мин короче' },
  longer: { lv: '{actual} min ilgāk', en: '{actual} min longer', ru: 'на {actual} мин дольше' },
  forced: { lv: 'atzīme ar iemeslu', en: 'forced with a reason', ru: 'отметка с причиной' },
  place: { lv: '{actual} m no mājām', en: '{actual} m from the home', ru: 'в {actual} м от дома' },
  door_code: { lv: 'nepareizs durvju kods', en: 'wrong code at the door', ru: 'неверный код у двери' },
  tasks_not_done: { lv: 'neizpildīti uzdevumi: {actual}', en: 'tasks not done: {actual}', ru: 'не выполнено заданий: {actual}' },
  tasks_open: { lv: 'uzdevumi bez atzīmes: {actual}', en: 'tasks not reported: {actual}', ru: 'заданий без отметки: {actual}' },
  entered_late: { lv: 'ievadīts pēc {actual} st', en: 'entered {actual} h later', ru: 'внесено через {actual} ч' },
} as const satisfies Record<string, Translated>;
