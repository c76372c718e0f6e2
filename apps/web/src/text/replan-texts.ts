import type { ChangeKind, DifferenceView, WorkItemKind } from '#contracts';
import type { Translated } from './language.js';

/** What happened, in a few words. */
export const changeTexts: Readonly<Record<ChangeKind, Translated>> = {
  decision_made: { lv: 'jauns lēmums', en: 'new decision', ru: 'новое решение' },
  decision_ended: { lv: 'lēmums izbeigts', en: 'decision ended', ru: 'решение прекращено' },
  decision_shortened: { lv: 'lēmums saīsināts', en: 'decision shortened', ru: 'срок решения сокращён' },
  decision_suspended: { lv: 'lēmums apturēts', en: 'decision suspended', ru: 'решение приостановлено' },
  decision_resumed: { lv: 'lēmums atjaunots', en: 'decision resumed', ru: 'решение возобновлено' },
  decision_reduced: { lv: 'piešķirts mazāk stundu', en: 'fewer hours granted', ru: 'назначено меньше часов' },
  decision_expired: { lv: 'lēmumam beidzies termiņš', en: 'decision ran out', ru: 'срок решения истёк' },
  opinion_requested: { lv: 'lūgts ģimenes ārsta atzinums', en: 'GP’s opinion requested', ru: 'запрошено заключение врача' },
  opinion_received: { lv: 'saņemts ģimenes ārsta atzinums', en: 'GP’s opinion received', ru: 'получено заключение врача' },
  term_lapsed: { lv: 'termiņš beidzies bez atzinuma', en: 'term ended without an opinion', ru: 'срок истёк без заключения' },
  certificate_received: { lv: 'saņemta ārsta izziņa', en: 'doctor’s certificate received', ru: 'получена справка врача' },
  certificate_expired: {
    lv: 'ārsta izziņai beidzies termiņš',
    en: 'doctor’s certificate ran out',
    ru: 'срок справки врача истёк',
  },
  contraindication_reported: {
    lv: 'ziņots par kontrindikāciju',
    en: 'contraindication reported',
    ru: 'сообщено о противопоказании',
  },
  qualification_recorded: { lv: 'kvalifikācija atjaunota', en: 'qualification recorded', ru: 'квалификация подтверждена' },
  qualification_expired: { lv: 'kvalifikācijai beidzies termiņš', en: 'qualification ran out', ru: 'срок квалификации истёк' },
  client_away: { lv: 'klients nav mājās', en: 'client not at home', ru: 'клиента нет дома' },
  client_back: { lv: 'klients atkal mājās', en: 'client home again', ru: 'клиент снова дома' },
  discharge_announced: { lv: 'paziņota izrakstīšana', en: 'discharge announced', ru: 'объявлена выписка' },
  discharge_lapsed: {
    lv: 'izrakstīšanas diena pagājusi bez apstiprinājuma',
    en: 'day of discharge passed without confirmation',
    ru: 'день выписки прошёл без подтверждения',
  },
  client_moved: { lv: 'klients mainījis dzīvesvietu', en: 'client moved house', ru: 'клиент переехал' },
  staff_absent: { lv: 'darbinieka prombūtne', en: 'staff member absent', ru: 'сотрудник отсутствует' },
  staff_back: { lv: 'darbinieks atgriezies', en: 'staff member back', ru: 'сотрудник вернулся' },
  visit_refused: { lv: 'vizīte atteikta', en: 'visit called off', ru: 'визит отменён' },
  visit_runs_over: { lv: 'vizīte ievelkas', en: 'a visit runs over', ru: 'визит затянулся' },
  consent_given: { lv: 'dota piekrišana', en: 'consent given', ru: 'дано согласие' },
  consent_withdrawn: { lv: 'piekrišana atsaukta', en: 'consent withdrawn', ru: 'согласие отозвано' },
  consent_expired: { lv: 'piekrišanai beidzies termiņš', en: 'consent ran out', ru: 'срок согласия истёк' },
  visits_shaped: {
    lv: 'lēmuma stundas sadalītas vizītēs',
    en: 'hours of a decision cut into visits',
    ru: 'часы решения разделены на визиты',
  },
  rule_changed: { lv: 'mainīts uzdevumu noteikums', en: 'task rule changed', ru: 'изменено правило заданий' },
  medicines_received: { lv: 'saņemts zāļu saraksts', en: 'list of medicines received', ru: 'получен список лекарств' },
  urgent_start: { lv: 'aprūpe jāsāk dažu stundu laikā', en: 'care begins within hours', ru: 'уход начинается в ближайшие часы' },
  elsewhere_changed: {
    lv: 'mainījies cita sniedzēja laiks pie klienta',
    en: 'another provider’s times at the client changed',
    ru: 'изменилось время другого поставщика у клиента',
  },
  practice_changed: { lv: 'mainīts likuma lasījums', en: 'reading of the law changed', ru: 'изменено толкование закона' },
  pattern_changed: { lv: 'mainīts vizīšu grafiks', en: 'visit pattern changed', ru: 'изменён шаблон визитов' },
  data_imported: { lv: 'importēti dati', en: 'data imported', ru: 'импортированы данные' },
};

/** What becomes of a visit. */
export const effectTexts: Readonly<Record<DifferenceView['effect'], Translated>> = {
  added: { lv: 'jauna vizīte', en: 'new visit', ru: 'новый визит' },
  removed: { lv: 'vizītes nav', en: 'visit dropped', ru: 'визит отпал' },
  moved: { lv: 'cits laiks', en: 'other time', ru: 'другое время' },
  reassigned: { lv: 'cits darbinieks', en: 'other person', ru: 'другой сотрудник' },
  changed: { lv: 'cits saturs', en: 'other content', ru: 'другое содержание' },
  unserved: { lv: 'paliek ārpus plāna', en: 'left out', ru: 'осталась вне плана' },
  served: { lv: 'tagad plānā', en: 'now planned', ru: 'теперь в плане' },
};

/** How a change led there; `{change}` is the change. */
export const causeTexts: Readonly<Record<DifferenceView['cause'], Translated>> = {
  direct: { lv: '{change}', en: '{change}', ru: '{change}' },
  linked: {
    lv: 'noteikums saista ar vizīti, kurai: {change}',
    en: 'a rule ties it to a visit with: {change}',
    ru: 'правило связывает с визитом: {change}',
  },
  displaced: { lv: 'atdod vietu, jo: {change}', en: 'makes room because: {change}', ru: 'уступает место: {change}' },
  chosen: { lv: 'tā izvēlēts', en: 'chosen so', ru: 'так выбрано' },
  room: { lv: 'atbrīvojusies vieta, jo: {change}', en: 'room was made because: {change}', ru: 'освободилось место: {change}' },
};

/** What a person is to do. */
export const workTexts: Readonly<Record<WorkItemKind, Translated>> = {
  request_gp_visit: { lv: 'Lūgt ģimenes ārsta vizīti', en: 'Ask for the GP’s visit', ru: 'Запросить визит семейного врача' },
  complete_referral: { lv: 'Papildināt nosūtījumu', en: 'Complete the referral', ru: 'Дополнить направление' },
  chase_opinion: { lv: 'Saņemt ģimenes ārsta atzinumu', en: 'Get the GP’s opinion', ru: 'Получить заключение семейного врача' },
  ask_new_decision: { lv: 'Lūgt jaunu lēmumu', en: 'Ask for a new decision', ru: 'Запросить новое решение' },
  renew_qualification: { lv: 'Atjaunot kvalifikāciju', en: 'Renew a qualification', ru: 'Продлить квалификацию' },
  renew_certificate: {
    lv: 'Lūgt jaunu ārsta izziņu',
    en: 'Ask for a new doctor’s certificate',
    ru: 'Запросить новую справку врача',
  },
  find_cover: { lv: 'Atrast, kas aizvieto', en: 'Find cover', ru: 'Найти замену' },
  review_plan: { lv: 'Izskatīt plāna izmaiņas', en: 'Review a changed plan', ru: 'Проверить изменения плана' },
  emergency_at_home: { lv: 'Izsaukts 113: sazināties', en: '113 was called: get in touch', ru: 'Вызвана 113: связаться' },
  tell_gp: { lv: 'Ziņot ģimenes ārstam', en: 'Tell the GP', ru: 'Сообщить семейному врачу' },
  tell_social_service: { lv: 'Ziņot sociālajam dienestam', en: 'Tell the social service', ru: 'Сообщить социальной службе' },
  ask_consent: { lv: 'Lūgt klienta piekrišanu ziņot', en: 'Ask the client’s leave to report', ru: 'Спросить согласие клиента' },
  answer_staff: { lv: 'Atbildēt darbiniekam', en: 'Answer a staff member', ru: 'Ответить сотруднику' },
  bring_medicine_list: {
    lv: 'Saņemt klienta zāļu sarakstu',
    en: 'Get the client’s list of medicines',
    ru: 'Получить список лекарств клиента',
  },
  prepare_home: {
    lv: 'Pirms atgriešanās mājās: apkure, ēdiens, zāles',
    en: 'Before coming home: heating, food, medicines',
    ru: 'До возвращения домой: тепло, еда, лекарства',
  },
  confirm_discharge: {
    lv: 'Noskaidrot, vai klients šodien atgriežas mājās',
    en: 'Find out whether the client comes home today',
    ru: 'Выяснить, вернётся ли клиент сегодня домой',
  },
  nobody_opened: { lv: 'Neviens neatvēra: noskaidrot', en: 'Nobody opened: find out why', ru: 'Никто не открыл: выяснить' },
  swap_request: { lv: 'Lūgums mainīties', en: 'Asks for a swap', ru: 'Просьба поменяться' },
};

/** The words of the two lists. */
export const replanWords = {
  differences: { lv: 'Kas mainās', en: 'What changes', ru: 'Что меняется' },
  basis: { lv: 'Salīdzinot ar spēkā esošo plānu', en: 'Against the plan it is based on', ru: 'По сравнению с исходным планом' },
  date: { lv: 'Diena', en: 'Day', ru: 'День' },
  client: { lv: 'Klients', en: 'Client', ru: 'Клиент' },
  effect: { lv: 'Izmaiņa', en: 'Change', ru: 'Изменение' },
  before: { lv: 'Bija', en: 'Was', ru: 'Было' },
  after: { lv: 'Būs', en: 'Will be', ru: 'Будет' },
  reason: { lv: 'Kāpēc', en: 'Why', ru: 'Почему' },
  work: { lv: 'Darāmais', en: 'To do', ru: 'Задачи' },
  nothing: { lv: 'Nekas nav jādara.', en: 'There is nothing to do.', ru: 'Задач нет.' },
  who: { lv: 'Par ko', en: 'About', ru: 'О ком' },
  due: { lv: 'Termiņš', en: 'Due', ru: 'Срок' },
  overdue: { lv: 'nokavēts', en: 'overdue', ru: 'просрочено' },
  owner: { lv: 'Atbildīgais', en: 'Owner', ru: 'Ответственный' },
  take: { lv: 'Ņemu', en: 'Take', ru: 'Беру' },
  seen: { lv: 'Redzēju', en: 'Seen', ru: 'Видел' },
  done: { lv: 'Izdarīts', en: 'Done', ru: 'Сделано' },
} as const satisfies Readonly<Record<string, Translated>>;
