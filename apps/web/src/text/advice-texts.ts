import type { PluralForms } from './dictionary.js';
import type { Language, Translated } from './language.js';

/** Sentences by the codes of hard rules. */
export const ruleTexts: Readonly<Record<string, Translated>> = {
  skill_missing: {
    lv: '{staff} nedrīkst veikt šos uzdevumus.',
    en: '{staff} may not do these tasks.',
    ru: '{staff} не вправе выполнять эти задания.',
  },
  staff_not_allowed: {
    lv: 'Pie {client} drīkst nākt tikai noteikti darbinieki.',
    en: 'Only named staff may come to {client}.',
    ru: 'К клиенту {client} могут приходить только определённые сотрудники.',
  },
  staff_excluded: {
    lv: '{staff} pie {client} doties nedrīkst.',
    en: '{staff} is barred from {client}.',
    ru: '{staff} к клиенту {client} нельзя.',
  },
  start_before_arrival: {
    lv: '{client}: sākums {found}, bet ierasties var tikai {allowed}.',
    en: '{client}: start {found}, but nobody can be there before {allowed}.',
    ru: '{client}: начало {found}, но прибыть можно только в {allowed}.',
  },
  shift_end_exceeded: {
    lv: '{staff} būtu mājās {found}; maiņa beidzas {allowed}.',
    en: '{staff} would be back at {found}; the shift ends at {allowed}.',
    ru: '{staff} вернётся в {found}; смена кончается в {allowed}.',
  },
  staff_overlap: {
    lv: '{staff} būtu divās vietās vienlaikus.',
    en: '{staff} would be in two places at once.',
    ru: '{staff} будет в двух местах сразу.',
  },
  window_missed: {
    lv: '{client}: sākums {found}, bet logs ir līdz {allowed}.',
    en: '{client}: start {found}, but the window ends at {allowed}.',
    ru: '{client}: начало {found}, но окно кончается в {allowed}.',
  },
  window_too_early: {
    lv: '{client}: sākums {found}, bet logs ir no {allowed}.',
    en: '{client}: start {found}, but the window begins at {allowed}.',
    ru: '{client}: начало {found}, но окно начинается в {allowed}.',
  },
  break_missing: {
    lv: '{staff} paliktu bez pārtraukuma.',
    en: '{staff} would have no break.',
    ru: '{staff} останется без перерыва.',
  },
  break_outside_window: {
    lv: '{staff}: pārtraukums būtu par agru vai par vēlu.',
    en: '{staff}: the break would be too early or too late.',
    ru: '{staff}: перерыв будет слишком рано или поздно.',
  },
  pin_staff: {
    lv: '{client} ir fiksēts pie cita darbinieka ({by}: {reason}).',
    en: '{client} is pinned to somebody else ({by}: {reason}).',
    ru: '{client} закреплён за другим сотрудником ({by}: {reason}).',
  },
  pin_start: {
    lv: '{client}: laiks ir fiksēts ({by}: {reason}).',
    en: '{client}: the time is pinned ({by}: {reason}).',
    ru: '{client}: время закреплено ({by}: {reason}).',
  },
  limit_exceeded: {
    lv: '{staff}: pārsniegtas atļautās darba stundas.',
    en: '{staff}: more hours of work than allowed.',
    ru: '{staff}: превышено допустимое рабочее время.',
  },
  rest_too_short: {
    lv: '{staff}: par īsu atpūtu starp darba dienām.',
    en: '{staff}: too little rest between working days.',
    ru: '{staff}: слишком короткий отдых между рабочими днями.',
  },
  free_time_too_short: {
    lv: '{staff}: par īsu nedēļas atpūtu.',
    en: '{staff}: too little weekly rest.',
    ru: '{staff}: слишком короткий недельный отдых.',
  },
  cap_exceeded: {
    lv: '{client}: piešķirtās stundas ir izlietotas.',
    en: '{client}: the hours granted are used up.',
    ru: '{client}: назначенные часы исчерпаны.',
  },
  equipment_exceeded: {
    lv: 'Vajadzīgais aprīkojums ir pie citiem.',
    en: 'The equipment needed is with others.',
    ru: 'Нужное оборудование у других.',
  },
  equipment_used_up: {
    lv: '{staff}: maiņā vairāk vizīšu, nekā auto var apkalpot līdz nākamajai uzpildei ({allowed}).',
    en: '{staff}: more visits on the shift than the vehicle lasts for until it is filled again ({allowed}).',
    ru: '{staff}: за смену больше визитов, чем машина может обслужить до следующей заправки ({allowed}).',
  },
  link_gap: {
    lv: 'Ar citu {client} vizīti to nesaista atļauts laiks.',
    en: 'The time to another visit of {client} is not what a rule allows.',
    ru: 'Интервал до другого визита клиента {client} не разрешён правилом.',
  },
  link_staff: {
    lv: 'Abām saistītajām vizītēm vajag citus darbiniekus.',
    en: 'The two linked visits need other people.',
    ru: 'Двум связанным визитам нужны другие сотрудники.',
  },
  link_served: {
    lv: 'Saistītā vizīte paliktu ārpus plāna.',
    en: 'A visit that belongs with it would be left out.',
    ru: 'Связанный визит останется вне плана.',
  },
  parts_same_staff: {
    lv: 'Vizītei vajag divus dažādus darbiniekus.',
    en: 'The visit needs two different people.',
    ru: 'Визиту нужны два разных сотрудника.',
  },
  visit_partly_served: {
    lv: 'Vizītei vajag vairākus darbiniekus: izvēlieties no saraksta.',
    en: 'The visit needs several people: choose from the list.',
    ru: 'Визиту нужно несколько сотрудников: выберите из списка.',
  },
  in_the_past: {
    lv: '{client}: šis laiks jau ir pagājis.',
    en: '{client}: this time has passed.',
    ru: '{client}: это время уже прошло.',
  },
  other: { lv: 'Noteikums to neļauj ({code}).', en: 'A rule forbids it ({code}).', ru: 'Правило это запрещает ({code}).' },
};

/** Parts of the cost by name. */
export const priceTexts: Readonly<Record<string, Translated>> = {
  travel: { lv: 'ceļš', en: 'travel', ru: 'дорога' },
  paid: { lv: 'darba laiks', en: 'paid time', ru: 'рабочее время' },
  unserved: { lv: 'neieplānotas vizītes', en: 'visits left out', ru: 'неохваченные визиты' },
  preference: { lv: 'klienta vēlamais darbinieks', en: 'the person the client wishes for', ru: 'желаемый клиентом сотрудник' },
  wishedTime: { lv: 'vēlamais laiks', en: 'the time wished for', ru: 'желаемое время' },
  language: { lv: 'klienta valoda', en: 'the client’s language', ru: 'язык клиента' },
  outsideDistrict: { lv: 'darbinieka rajons', en: 'the person’s district', ru: 'район сотрудника' },
  outOfOrder: { lv: 'apmeklējumu secība', en: 'the order of visits', ru: 'порядок визитов' },
  distinctStaff: { lv: 'pazīstama seja', en: 'a familiar face', ru: 'знакомое лицо' },
  links: { lv: 'uzdevumu saskaņošana', en: 'how tasks go together', ru: 'согласование заданий' },
};

/** Steps of a repair. */
export const remedyTexts: Readonly<Record<string, Translated>> = {
  ask_opinion: { lv: 'Lūgt atzinumu.', en: 'Ask for an opinion.', ru: 'Запросить заключение.' },
  meet_law: { lv: 'Izpildīt likuma prasību.', en: 'Do what the law asks for.', ru: 'Выполнить требование закона.' },
  rearrange: {
    lv: 'Pārkārtot vizītes: nekas cits nav jāmaina',
    en: 'Rearrange the visits: nothing else has to change',
    ru: 'Переставить визиты: больше ничего менять не нужно',
  },
  start_earlier: { lv: 'Sākt līdz {time} agrāk', en: 'Start up to {time} earlier', ru: 'Начать до {time} раньше' },
  widen_window: { lv: 'Pārcelt sākumu līdz {time} vēlāk', en: 'Start up to {time} later', ru: 'Начать до {time} позже' },
  move_visit: {
    lv: 'Pārcelt vizīti pie {client} līdz {time} vēlāk',
    en: 'Move the visit to {client} up to {time} later',
    ru: 'Сдвинуть визит к клиенту {client} до {time} позже',
  },
  extend_shift: {
    lv: 'Pagarināt {staff} maiņu par {time}',
    en: 'Extend the shift of {staff} by {time}',
    ru: 'Продлить смену {staff} на {time}',
  },
  allow_person: { lv: 'Atļaut nākt {staff}', en: 'Let {staff} come', ru: 'Разрешить прийти {staff}' },
  drop_pin: { lv: 'Noņemt fiksējumu ({client})', en: 'Take the pin away ({client})', ru: 'Снять закрепление ({client})' },
  add_shift: {
    lv: 'Izsaukt vēl vienu darbinieku: {profession}, {place}, {from}–{to}',
    en: 'Call in one more person: {profession}, {place}, {from}–{to}',
    ru: 'Вызвать ещё одного сотрудника: {profession}, {place}, {from}–{to}',
  },
};

/** Visits that the law keeps out, by number. */
export const waitsForPapers: Readonly<Record<Language, PluralForms>> = {
  lv: { zero: '{n} gaida dokumentus', one: '{n} gaida dokumentus', other: '{n} gaida dokumentus' },
  en: { one: '{n} waits for papers', other: '{n} wait for papers' },
  ru: { one: '{n} ждёт документов', few: '{n} ждут документов', many: '{n} ждут документов', other: '{n} ждут документов' },
};

/** Words of the board's editing. */
export const adviceWords = {
  allowed: { lv: 'Var', en: 'Possible', ru: 'Можно' },
  reason_needed: { lv: 'Var, ja ir iemesls', en: 'Possible with a reason', ru: 'Можно при наличии причины' },
  refused: { lv: 'Nevar', en: 'Not possible', ru: 'Нельзя' },
  judging: { lv: 'Pārbauda …', en: 'Checking …', ru: 'Проверка …' },
  costs: { lv: 'izmaksas {delta}', en: 'cost {delta}', ru: 'стоимость {delta}' },
  travel: { lv: 'ceļš {delta}', en: 'travel {delta}', ru: 'дорога {delta}' },
  others: { lv: 'Pārceļas arī:', en: 'Also moves:', ru: 'Сдвигаются также:' },
  source: { lv: 'Avots: {source}', en: 'Source: {source}', ru: 'Источник: {source}' },
  wish: {
    lv: 'Neizpildīta vēlme: {name} ({before} → {after})',
    en: 'Wish set aside: {name} ({before} → {after})',
    ru: 'Пожелание не учтено: {name} ({before} → {after})',
  },
  whyTitle: { lv: 'Kāpēc vēlmi neievēro?', en: 'Why is the wish set aside?', ru: 'Почему пожелание не учтено?' },
  reason: { lv: 'Iemesls', en: 'Reason', ru: 'Причина' },
  cancel: { lv: 'Atcelt', en: 'Cancel', ru: 'Отмена' },
  move: { lv: 'Pārcelt', en: 'Move', ru: 'Переместить' },
  undo: { lv: 'Atsaukt', en: 'Undo', ru: 'Отменить' },
  redo: { lv: 'Atkārtot', en: 'Redo', ru: 'Повторить' },
  undone: { lv: 'Labojums atsaukts.', en: 'The edit is taken back.', ru: 'Правка отменена.' },
  stored: { lv: 'Saglabāts.', en: 'Saved.', ru: 'Сохранено.' },
  conflict: {
    lv: 'Kāds cits plānu ir mainījis: {who}. Skatiet plānu, kāds tas ir tagad.',
    en: 'Somebody else has changed the plan: {who}. Look at it as it is now.',
    ru: 'План изменил кто-то другой: {who}. Посмотрите, как он выглядит сейчас.',
  },
  colleague: { lv: '{who} tikko mainīja plānu.', en: '{who} has just changed the plan.', ru: '{who} только что изменил план.' },
  ofSomebody: {
    lv: 'Pēdējo labojumu veica kolēģis; atsaukt to var tikai viņš.',
    en: 'The last edit is a colleague’s; only they can take it back.',
    ru: 'Последнюю правку сделал коллега; отменить её может только он.',
  },
  help: {
    lv: 'Velciet vizīti pie cita darbinieka vai laika; Shift patur darbinieku, Alt patur laiku, Esc atceļ. Ar tastatūru: atveriet rindu un izvēlieties „Mainīt”.',
    en: 'Drag a visit to another person or time; Shift keeps the person, Alt keeps the time, Esc cancels. By keyboard: open a row and choose “Change”.',
    ru: 'Перетащите визит к другому сотруднику или времени; Shift сохраняет сотрудника, Alt – время, Esc отменяет. С клавиатуры: откройте строку и выберите «Изменить».',
  },
  change: { lv: 'Mainīt', en: 'Change', ru: 'Изменить' },
  changeOf: {
    lv: 'Mainīt vizīti: {client}, {time}',
    en: 'Change the visit: {client}, {time}',
    ru: 'Изменить визит: {client}, {time}',
  },
  place: { lv: 'Ieplānot', en: 'Place', ru: 'Запланировать' },
  close: { lv: 'Aizvērt', en: 'Close', ru: 'Закрыть' },
  whoCan: { lv: 'Kas to var uzņemties', en: 'Who can take it', ru: 'Кто может взять' },
  nobody: { lv: 'Neviens, nepārkāpjot noteikumus.', en: 'Nobody, without breaking a rule.', ru: 'Никто, не нарушая правил.' },
  nearest: { lv: 'Vistuvāk tam', en: 'Nearest to it', ru: 'Ближе всех' },
  group: { lv: 'Grupēt', en: 'Group', ru: 'Группировать' },
  noGroups: { lv: 'Pēc vārda', en: 'By name', ru: 'По имени' },
  byDistrict: { lv: 'Pa apkaimēm', en: 'By district', ru: 'По районам' },
  byProfession: { lv: 'Pa profesijām', en: 'By profession', ru: 'По профессиям' },
  noDistrict: { lv: 'Bez apkaimes', en: 'No district', ru: 'Без района' },
  problem: { lv: 'Problēma', en: 'Problem', ru: 'Проблема' },
  anyProblem: { lv: 'Ar un bez problēmām', en: 'With and without problems', ru: 'С проблемами и без' },
  problemRule: { lv: 'Nav ievērots noteikums', en: 'A rule is not kept', ru: 'Нарушено правило' },
  problemTime: { lv: 'Darba laiks', en: 'Working time', ru: 'Рабочее время' },
  problemWait: { lv: 'Gaida 30 min un vairāk', en: 'Waits 30 min and more', ru: 'Ждёт 30 мин и дольше' },
  problemFree: { lv: 'Bez vizītēm', en: 'Without a visit', ru: 'Без визитов' },
  leftOut: { lv: 'Ārpus plāna:', en: 'Left out:', ru: 'Вне плана:' },
  give: { lv: 'Dot', en: 'Give', ru: 'Отдать' },
  known: { lv: 'bijis {n}× 14 dienās', en: 'been there {n}× in 14 days', ru: 'был {n}× за 14 дней' },
  newFace: { lv: 'jauna seja', en: 'new face', ru: 'новое лицо' },
  hours: { lv: 'diena {work} no {shift}', en: 'day {work} of {shift}', ru: 'день {work} из {shift}' },
  moves: { lv: 'pārceļas {n} citas', en: 'moves {n} others', ru: 'сдвигает ещё {n}' },
  byHand: { lv: 'Cits laiks vai darbinieks', en: 'Another time or person', ru: 'Другое время или сотрудник' },
  person: { lv: 'Darbinieks', en: 'Person', ru: 'Сотрудник' },
  time: { lv: 'Sākums', en: 'Start', ru: 'Начало' },
  check: { lv: 'Pārbaudīt', en: 'Check', ru: 'Проверить' },
  takeOut: { lv: 'Izņemt no plāna', en: 'Take out of the plan', ru: 'Убрать из плана' },
  locks: { lv: 'Fiksēt', en: 'Lock', ru: 'Закрепить' },
  lockPerson: { lv: 'darbinieku', en: 'the person', ru: 'сотрудника' },
  lockTime: { lv: 'laiku', en: 'the time', ru: 'время' },
  save: { lv: 'Saglabāt', en: 'Save', ru: 'Сохранить' },
  lockedBy: { lv: 'Fiksēja {by}: {reason}', en: 'Locked by {by}: {reason}', ru: 'Закрепил {by}: {reason}' },
  repairs: { lv: 'Kā to varētu ieplānot', en: 'What would make it possible', ru: 'Что сделало бы это возможным' },
  searching: { lv: 'Meklē lētāko labojumu …', en: 'Searching for the cheapest repair …', ru: 'Поиск самого дешёвого решения …' },
  noRepair: { lv: 'Neviens vienkāršs labojums nepalīdz.', en: 'No simple repair helps.', ru: 'Простого решения нет.' },
  notProved: {
    lv: 'arī pēc tam vēl nav atrasts, kas varētu doties',
    en: 'even then nobody has been found yet who could go',
    ru: 'и после этого пока не найдено, кто мог бы прийти',
  },
  now: { lv: 'tagad', en: 'now', ru: 'сейчас' },
  used: { lv: '{percent} no maiņas', en: '{percent} of the shift', ru: '{percent} смены' },
  attention: { lv: 'Darba laiks: {words}', en: 'Working time: {words}', ru: 'Рабочее время: {words}' },
  anyFunder: { lv: 'Visi maksātāji', en: 'All payers', ru: 'Все плательщики' },
  anyDistrict: { lv: 'Visi rajoni', en: 'All districts', ru: 'Все районы' },
  funder: { lv: 'Maksātājs', en: 'Payer', ru: 'Плательщик' },
  district: { lv: 'Rajons', en: 'District', ru: 'Район' },
  problems: { lv: 'Tikai ar problēmu', en: 'Only with a problem', ru: 'Только с проблемой' },
  free: { lv: 'brīvs', en: 'free', ru: 'свободен' },
} as const satisfies Readonly<Record<string, Translated>>;
