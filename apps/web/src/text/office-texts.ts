import type { ClientDecisionView, ClientEpisodeView, ClientHours, ClockView } from '#contracts';
import type { Language, Translated } from './language.js';
import { flagTexts } from './phone-texts.js';
import { conditionTexts } from './rule-terms.js';

/** Words of the office's pages. */
export const officeWords = {
  clients: { lv: 'Klienti', en: 'Clients', ru: 'Клиенты' },
  clocks: { lv: 'Termiņi', en: 'Clocks', ru: 'Сроки' },
  cancel: { lv: 'Atcelt', en: 'Cancel', ru: 'Отмена' },
  save: { lv: 'Saglabāt', en: 'Save', ru: 'Сохранить' },
  edit: { lv: 'Labot', en: 'Edit', ru: 'Изменить' },
  open: { lv: 'Atvērt', en: 'Open', ru: 'Открыть' },
  yes: { lv: 'jā', en: 'yes', ru: 'да' },
  no: { lv: 'nē', en: 'no', ru: 'нет' },
  unknown: { lv: 'nav zināms', en: 'not known', ru: 'неизвестно' },
  none: { lv: 'Nav.', en: 'None.', ru: 'Нет.' },
  search: { lv: 'Meklēt', en: 'Search', ru: 'Поиск' },
  searchHint: { lv: 'vārds, numurs, adrese', en: 'name, number, address', ru: 'имя, номер, адрес' },
  all: { lv: 'Visi', en: 'All', ru: 'Все' },
  service: { lv: 'Pakalpojums', en: 'Service', ru: 'Услуга' },
  social: { lv: 'sociālā aprūpe', en: 'social care', ru: 'социальный уход' },
  health: { lv: 'veselības aprūpe', en: 'health care', ru: 'медицинский уход' },
  noService: { lv: 'nav aprūpes', en: 'no care', ru: 'нет ухода' },
  name: { lv: 'Vārds', en: 'Name', ru: 'Имя' },
  number: { lv: 'Numurs', en: 'Number', ru: 'Номер' },
  address: { lv: 'Adrese', en: 'Address', ru: 'Адрес' },
  toDo: { lv: 'Darāmais', en: 'To do', ru: 'Задачи' },
  noMatch: { lv: 'Neviens klients neatbilst.', en: 'No client matches.', ru: 'Нет подходящих клиентов.' },
  born: { lv: 'dz. {year}', en: 'born {year}', ru: '{year} г. р.' },
  noRight: {
    lv: 'Veselības ziņas šai lomai nerāda.',
    en: 'Health facts are not shown to this role.',
    ru: 'Сведения о здоровье этой роли не показываются.',
  },
  nothingEnds: {
    lv: 'Tuvākajās nedēļās nekas nebeidzas.',
    en: 'Nothing ends in the coming weeks.',
    ru: 'В ближайшие недели ничего не истекает.',
  },
  ends: { lv: 'Beidzas', en: 'Ends', ru: 'Истекает' },
  due: { lv: 'Jāizdara līdz', en: 'Do it by', ru: 'Сделать до' },
  what: { lv: 'Kas', en: 'What', ru: 'Что' },
  whose: { lv: 'Kam', en: 'Whose', ru: 'Чьё' },
  next: { lv: 'Nākamais solis', en: 'Next step', ru: 'Следующий шаг' },
  take: { lv: 'Ņemu', en: 'Take', ru: 'Беру' },
  windowOpens: { lv: 'atzinuma logs no {day}', en: 'opinion window from {day}', ru: 'окно заключения с {day}' },
  toClient: { lv: 'Klienta lapā', en: 'On the client’s page', ru: 'На странице клиента' },
  decisions: { lv: 'Lēmumi', en: 'Decisions', ru: 'Решения' },
  episodes: { lv: 'Veselības aprūpes epizodes', en: 'Episodes of health care', ru: 'Эпизоды медицинского ухода' },
  granted: { lv: 'Piešķirts', en: 'Granted', ru: 'Присвоено' },
  perWeek: { lv: '{time} nedēļā', en: '{time} a week', ru: '{time} в неделю' },
  perMonth: { lv: '{time} mēnesī', en: '{time} a month', ru: '{time} в месяц' },
  openEnd: { lv: 'bez termiņa', en: 'no end', ru: 'бессрочно' },
  level: { lv: '{n}. līmenis', en: 'level {n}', ru: 'уровень {n}' },
  municipalityPays: { lv: 'pašvaldība maksā {share}', en: 'the municipality pays {share}', ru: 'муниципалитет платит {share}' },
  history: { lv: 'Vēsture', en: 'History', ru: 'История' },
  term: { lv: 'Termiņš', en: 'Term', ru: 'Срок' },
  askedOn: { lv: 'ārsts palūgts {day}', en: 'GP asked on {day}', ru: 'врач запрошен {day}' },
  opinionOn: { lv: 'atzinums {day}: {verdict}', en: 'opinion of {day}: {verdict}', ru: 'заключение {day}: {verdict}' },
  issuer: { lv: 'Nosūtījis {who}', en: 'Referred by {who}', ru: 'Направил(а) {who}' },
  hours: { lv: 'Stundas šomēnes', en: 'Hours this month', ru: 'Часы в этом месяце' },
  patterns: { lv: 'Vizīšu grafiki', en: 'Visit patterns', ru: 'Шаблоны визитов' },
  timesPerWeek: {
    lv: { zero: '{n} reižu nedēļā', one: '{n} reizi nedēļā', other: '{n} reizes nedēļā' },
    en: { one: '{n} time a week', other: '{n} times a week' },
    ru: { one: '{n} раз в неделю', few: '{n} раза в неделю', many: '{n} раз в неделю', other: '{n} раза в неделю' },
  },
  everyWeeks: {
    lv: { zero: 'ik pēc {n} nedēļām', one: 'ik pēc {n} nedēļas', other: 'ik pēc {n} nedēļām' },
    en: { one: 'every {n} week', other: 'every {n} weeks' },
    ru: { one: 'каждую {n} неделю', few: 'каждые {n} недели', many: 'каждые {n} недель', other: 'каждые {n} недели' },
  },
  staffCount: {
    lv: { zero: '{n} darbinieku', one: '{n} darbinieks', other: '{n} darbinieki' },
    en: { one: '{n} person', other: '{n} people' },
    ru: { one: '{n} сотрудник', few: '{n} сотрудника', many: '{n} сотрудников', other: '{n} сотрудника' },
  },
  starts: { lv: 'sākums {windows}', en: 'starts {windows}', ru: 'начало {windows}' },
  changedOnce: { lv: '{day}: citādi', en: '{day}: otherwise', ru: '{day}: иначе' },
  changedFrom: { lv: 'no {day}: citādi', en: 'otherwise from {day}', ru: 'с {day} иначе' },
  editPattern: { lv: 'Mainīt vizītes', en: 'Change the visits', ru: 'Изменить визиты' },
  scope: { lv: 'Kuras vizītes', en: 'Which visits', ru: 'Какие визиты' },
  scopeThis: { lv: 'tikai šo', en: 'only this one', ru: 'только этот' },
  scopeFollowing: { lv: 'šo un visas nākamās', en: 'this and all following', ru: 'этот и все следующие' },
  scopeUnchanged: {
    lv: 'visas nākamās, kas nav mainītas atsevišķi',
    en: 'all following that were not changed one by one',
    ru: 'все следующие, не изменённые отдельно',
  },
  fromDay: { lv: 'Diena, ar kuru sāk', en: 'Day to begin with', ru: 'День начала' },
  minutes: { lv: 'Ilgums, minūtes', en: 'Length, minutes', ru: 'Длительность, минуты' },
  people: { lv: 'Darbinieku skaits', en: 'Number of staff', ru: 'Число сотрудников' },
  windows: {
    lv: 'Sākuma logi (08:00-10:00, 17:00-18:30)',
    en: 'Start windows (08:00-10:00, 17:00-18:30)',
    ru: 'Окна начала (08:00-10:00, 17:00-18:30)',
  },
  tasks: { lv: 'Darbi (kodi)', en: 'Tasks (codes)', ru: 'Задания (коды)' },
  reason: { lv: 'Kāpēc', en: 'Why', ru: 'Почему' },
  family: { lv: 'Ģimene', en: 'Family', ru: 'Семья' },
  paid: { lv: 'pašvaldība maksā', en: 'paid by the municipality', ru: 'оплачивает муниципалитет' },
  home: { lv: 'Mājoklis un piekļuve', en: 'Dwelling and access', ru: 'Жильё и доступ' },
  declaredAddress: { lv: 'Deklarētā adrese', en: 'Declared address', ru: 'Декларированный адрес' },
  actualAddress: { lv: 'Faktiskā adrese', en: 'Actual address', ru: 'Фактический адрес' },
  neighbourhood: { lv: 'Apkaime', en: 'Neighbourhood', ru: 'Район' },
  latitude: { lv: 'Platums', en: 'Latitude', ru: 'Широта' },
  longitude: { lv: 'Garums', en: 'Longitude', ru: 'Долгота' },
  phone: { lv: 'Tālrunis', en: 'Telephone', ru: 'Телефон' },
  floor: { lv: 'Stāvs', en: 'Floor', ru: 'Этаж' },
  lift: { lv: 'Lifts', en: 'Lift', ru: 'Лифт' },
  doorCode: { lv: 'Durvju kods', en: 'Door code', ru: 'Код двери' },
  keyNote: { lv: 'Atslēga', en: 'Key', ru: 'Ключ' },
  accessNote: { lv: 'Kā iekļūt', en: 'How to get in', ru: 'Как войти' },
  livesAlone: { lv: 'Dzīvo viens', en: 'Lives alone', ru: 'Живёт один' },
  warmWater: { lv: 'Silts ūdens', en: 'Warm water', ru: 'Тёплая вода' },
  bathOrShower: { lv: 'Vanna vai duša', en: 'Bath or shower', ru: 'Ванна или душ' },
  stoveHeating: { lv: 'Krāsns apkure', en: 'Stove heating', ru: 'Печное отопление' },
  languages: { lv: 'Valodas', en: 'Languages', ru: 'Языки' },
  consents: { lv: 'Piekrišanas', en: 'Consents', ru: 'Согласия' },
  barthel: { lv: 'Bartela indekss', en: 'Barthel index', ru: 'Индекс Бартела' },
  certificates: { lv: 'Ārsta izziņas', en: 'Doctor’s certificates', ru: 'Справки врача' },
  flags: { lv: 'Kas jāņem vērā', en: 'To be minded', ru: 'На что обратить внимание' },
  contraindicated: { lv: 'kontrindikācija', en: 'contraindicated', ru: 'противопоказание' },
  seen: { lv: 'Kas bijis pēdējās 14 dienās', en: 'Who has been there in the last 14 days', ru: 'Кто был за последние 14 дней' },
  seenCount: {
    lv: { zero: '{n} cilvēku 14 dienās', one: '{n} cilvēks 14 dienās', other: '{n} cilvēki 14 dienās' },
    en: { one: '{n} person in 14 days', other: '{n} people in 14 days' },
    ru: {
      one: '{n} человек за 14 дней',
      few: '{n} человека за 14 дней',
      many: '{n} человек за 14 дней',
      other: '{n} человека за 14 дней',
    },
  },
  visits: {
    lv: { zero: '{n} vizīšu', one: '{n} vizīte', other: '{n} vizītes' },
    en: { one: '{n} visit', other: '{n} visits' },
    ru: { one: '{n} визит', few: '{n} визита', many: '{n} визитов', other: '{n} визита' },
  },
  lastOn: { lv: 'pēdējoreiz {day}', en: 'last on {day}', ru: 'последний раз {day}' },
  observations: { lv: 'Novērojumi', en: 'Observations', ru: 'Наблюдения' },
  payers: { lv: 'Kas maksā un kāpēc', en: 'Who pays and why', ru: 'Кто платит и почему' },
  perHour: { lv: '{amount} stundā', en: '{amount} an hour', ru: '{amount} в час' },
  noPrice: { lv: 'cena nav zināma', en: 'the price is not known', ru: 'цена неизвестна' },
  municipality: { lv: 'pašvaldība', en: 'municipality', ru: 'муниципалитет' },
  client: { lv: 'klients', en: 'client', ru: 'клиент' },
  state: { lv: 'valsts', en: 'state', ru: 'государство' },
  wishes: { lv: 'Vēlmes par darbiniekiem', en: 'Wishes about staff', ru: 'Пожелания о сотрудниках' },
  preferred: { lv: 'vēlams', en: 'preferred', ru: 'предпочтителен' },
  required: { lv: 'tikai šis', en: 'only this one', ru: 'только этот' },
  excluded: { lv: 'nedrīkst', en: 'must not come', ru: 'нельзя' },
  absences: { lv: 'Prombūtne', en: 'Away', ru: 'Отсутствие' },
  conflictTitle: {
    lv: 'Kāds to tikmēr mainījis',
    en: 'Somebody has changed it in the meantime',
    ru: 'Кто-то тем временем изменил это',
  },
  conflictText: {
    lv: 'Nekas nav saglabāts. Salīdziniet un izvēlieties.',
    en: 'Nothing was saved. Compare and choose.',
    ru: 'Ничего не сохранено. Сравните и выберите.',
  },
  theirs: { lv: 'Tagad', en: 'Now', ru: 'Сейчас' },
  mine: { lv: 'Jūsu', en: 'Yours', ru: 'Ваше' },
  keepMine: { lv: 'Saglabāt manējo', en: 'Save mine', ru: 'Сохранить моё' },
  keepTheirs: { lv: 'Atstāt, kā ir', en: 'Leave it as it is', ru: 'Оставить как есть' },
  sameNow: { lv: 'Atšķirību nav.', en: 'There is no difference.', ru: 'Различий нет.' },
} as const;

/** What an account of hours stands on. */
export const accountKinds: Readonly<Record<ClientHours[number]['kind'], Translated>> = {
  decision: { lv: 'lēmums', en: 'decision', ru: 'решение' },
  episode: { lv: 'epizode', en: 'episode', ru: 'эпизод' },
  private: { lv: 'maksā klients', en: 'paid by the client', ru: 'платит клиент' },
};

/** What ends. */
export const clockKinds: Readonly<Record<ClockView['kind'], Translated>> = {
  opinion: { lv: 'Atzinuma termiņš', en: 'Term of an opinion', ru: 'Срок заключения' },
  decision: { lv: 'Lēmums', en: 'Decision', ru: 'Решение' },
  certificate: { lv: 'Ārsta izziņa', en: 'Doctor’s certificate', ru: 'Справка врача' },
  qualification: { lv: 'Darbinieka kvalifikācija', en: 'Qualification of staff', ru: 'Квалификация сотрудника' },
  consent: { lv: 'Piekrišana', en: 'Consent', ru: 'Согласие' },
};

export const clockStates: Readonly<Record<ClockView['state'], Translated>> = {
  overdue: { lv: 'nokavēts', en: 'overdue', ru: 'просрочено' },
  due: { lv: 'šonedēļ', en: 'due now', ru: 'сейчас' },
  soon: { lv: 'drīz', en: 'soon', ru: 'скоро' },
  later: { lv: 'vēlāk', en: 'later', ru: 'позже' },
};

export const decisionStates: Readonly<Record<ClientDecisionView['state'], Translated>> = {
  coming: { lv: 'vēl nav spēkā', en: 'to come', ru: 'ещё не действует' },
  running: { lv: 'spēkā', en: 'in force', ru: 'действует' },
  suspended: { lv: 'apturēts', en: 'suspended', ru: 'приостановлено' },
  ended: { lv: 'beidzies', en: 'ended', ru: 'закончилось' },
};

export const termStates: Readonly<Record<ClientEpisodeView['terms'][number]['state'], Translated>> = {
  running: { lv: 'rit', en: 'running', ru: 'идёт' },
  requested: { lv: 'ārsts palūgts', en: 'the GP was asked', ru: 'врач запрошен' },
  windowOpen: { lv: 'jāsaņem atzinums', en: 'the opinion is due', ru: 'нужно заключение' },
  continued: { lv: 'turpināts', en: 'continued', ru: 'продолжено' },
  stopped: { lv: 'pārtraukts', en: 'stopped', ru: 'прекращено' },
  lapsed: { lv: 'izbeidzies bez atzinuma', en: 'lapsed without an opinion', ru: 'истёк без заключения' },
};

export const episodeKinds: Readonly<Record<ClientEpisodeView['kind'], Translated>> = {
  chronic_mobility: { lv: 'Hronisks pacients', en: 'Chronic patient', ru: 'Хронический пациент' },
  post_surgery: { lv: 'Pēc operācijas', en: 'After surgery', ru: 'После операции' },
  rehab: { lv: 'Rehabilitācija', en: 'Rehabilitation', ru: 'Реабилитация' },
};

export const consentStates: Readonly<Record<'coming' | 'given' | 'ended' | 'withdrawn', Translated>> = {
  coming: { lv: 'vēl nav spēkā', en: 'to come', ru: 'ещё не действует' },
  given: { lv: 'dota', en: 'given', ru: 'дано' },
  ended: { lv: 'beigusies', en: 'ended', ru: 'истекло' },
  withdrawn: { lv: 'atsaukta', en: 'withdrawn', ru: 'отозвано' },
};

/** Days of the week, short. */
export const weekdayNames: Readonly<Record<string, Translated>> = {
  MO: { lv: 'P', en: 'Mon', ru: 'Пн' },
  TU: { lv: 'O', en: 'Tue', ru: 'Вт' },
  WE: { lv: 'T', en: 'Wed', ru: 'Ср' },
  TH: { lv: 'C', en: 'Thu', ru: 'Чт' },
  FR: { lv: 'Pk', en: 'Fri', ru: 'Пт' },
  SA: { lv: 'S', en: 'Sat', ru: 'Сб' },
  SU: { lv: 'Sv', en: 'Sun', ru: 'Вс' },
};

/** Flags that neither the phone nor a rule has words for. */
const otherFlags: Readonly<Record<string, Translated>> = {
  diabetes: { lv: 'diabēts', en: 'diabetes', ru: 'диабет' },
  insulin: { lv: 'insulīns', en: 'insulin', ru: 'инсулин' },
  dementia: { lv: 'demence', en: 'dementia', ru: 'деменция' },
  cytostatic: { lv: 'citostatiskas zāles', en: 'cytostatic medicine', ru: 'цитостатики' },
  heavy_transfer: { lv: 'smaga pārvietošana', en: 'heavy transfer', ru: 'тяжёлое перемещение' },
};

/** What a client's flag is called; one of the provider's own stays as it is. */
export function flagName(language: Language, flag: string): string {
  return (flagTexts[flag] ?? conditionTexts[flag] ?? otherFlags[flag])?.[language] ?? flag;
}
