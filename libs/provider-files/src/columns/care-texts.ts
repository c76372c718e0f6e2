import { clientId, column, ownId, reference, validFrom, validTo, type ColumnText, type SheetText } from './texts.js';

const taskCodes = (header: string): ColumnText => column(header, 'uzdevumu kodi', 'task codes', 'коды задач');
const episodeId = (): ColumnText =>
  reference('episodes', column('Epizode', 'veselības aprūpes epizodes ID', 'id of the health episode', 'идентификатор эпизода'));

export const decisions: SheetText<'decisions'> = {
  header: 'Lēmumi',
  lv: 'Pašvaldības lēmumi par aprūpi mājās',
  en: "The municipality's decisions on home care",
  ru: 'Решения самоуправления об уходе на дому',
  columns: {
    id: ownId(),
    number: column('Numurs', 'lēmuma numurs', 'number of the decision', 'номер решения'),
    client: clientId(),
    municipality: reference(
      'municipalities',
      column('Pašvaldība', 'pašvaldības ID', 'id of the municipality', 'идентификатор самоуправления'),
    ),
    certificate: reference(
      'certificates',
      column('Ārsta izziņa', 'izziņas ID', 'id of the certificate', 'идентификатор справки'),
    ),
    decidedOn: column('Pieņemts', 'lēmuma diena', 'day of the decision', 'день решения'),
    decidedBy: column('Pieņēmējs', 'kas pieņēmis', 'who decided', 'кто принял'),
    documentsOn: column(
      'Dokumenti',
      'diena, kad saņemts pēdējais dokuments',
      'day the last document came in',
      'день получения последнего документа',
    ),
    validFrom: validFrom(),
    validTo: validTo(),
    endedOn: column('Izbeigts', 'izbeigšanas diena', 'day it was ended', 'день прекращения'),
    form: column('Forma', 'kas sniedz aprūpi', 'who gives the care', 'кто оказывает уход'),
    permanent: column('Pastāvīgs', 'vai pastāvīgs', 'permanent', 'постоянное'),
    careLevel: column('Aprūpes līmenis', 'aprūpes līmenis', 'level of care', 'уровень ухода'),
    grantedMinutes: column(
      'Piešķirtās minūtes',
      'piešķirtās minūtes periodā',
      'minutes granted a period',
      'назначенные минуты за период',
    ),
    grantedPer: column('Periods', 'nedēļa vai mēnesis', 'week or month', 'неделя или месяц'),
    tasks: taskCodes('Uzdevumi'),
    municipalityPercent: column(
      'Pašvaldības daļa',
      'pašvaldības daļa procentos',
      "municipality's share in percent",
      'доля самоуправления в процентах',
    ),
    ruleSet: column(
      'Noteikumi',
      'pēc kuras noteikumu redakcijas, piem., riga-2020',
      'by which version of the rules, as riga-2020',
      'по какой редакции правил, напр. riga-2020',
    ),
    replaces: reference(
      'decisions',
      column('Aizstāj', 'aizstātā lēmuma ID', 'id of the decision it replaces', 'идентификатор заменяемого решения'),
    ),
  },
};

export const decisionChanges: SheetText<'decisionChanges'> = {
  header: 'Lēmumu izmaiņas',
  lv: 'Kas ar lēmumu noticis no noteiktas dienas',
  en: 'What became of a decision from a day on',
  ru: 'Что стало с решением с определённого дня',
  columns: {
    id: ownId(),
    decision: reference('decisions', column('Lēmums', 'lēmuma ID', 'id of the decision', 'идентификатор решения')),
    kind: column(
      'Veids',
      'apturēts, samazināts, saīsināts vai izbeigts',
      'suspended, reduced, shortened or ended',
      'приостановлено, уменьшено, сокращено или прекращено',
    ),
    from: column('No', 'pirmā diena, kad tas spēkā', 'first day it holds', 'первый день действия'),
    to: column(
      'Līdz',
      'apturēšanas pēdējā diena; tukšs – līdz lēmuma beigām',
      'last day of a suspension; empty: to the end of the decision',
      'последний день приостановки; пусто – до конца решения',
    ),
    grantedMinutes: column(
      'Piešķirtās minūtes',
      'samazinātās minūtes periodā',
      'reduced minutes a period',
      'уменьшенные минуты за период',
    ),
    decidedOn: column('Pieņemts', 'kad izlemts', 'day it was decided', 'когда решено'),
    reason: column('Iemesls', 'iemesls', 'reason', 'причина'),
  },
};

export const referrals: SheetText<'referrals'> = {
  header: 'Nosūtījumi',
  lv: 'Ārsta nosūtījumi veselības aprūpei mājās',
  en: 'Referrals for health care at home',
  ru: 'Направления на лечение на дому',
  columns: {
    id: ownId(),
    client: clientId(),
    kind: column('Veids', 'pamats', 'ground', 'основание'),
    issuedOn: column('Izdots', 'izdošanas diena', 'day of issue', 'день выдачи'),
    issuerRole: column('Izdevēja loma', 'kāds ārsts', 'kind of doctor', 'какой врач'),
    issuer: column('Izdevējs', 'ārsts', 'doctor', 'врач'),
    careDiagnosis: column('Diagnoze', 'diagnoze, kuras dēļ aprūpē', 'diagnosis cared for', 'диагноз, по которому лечат'),
    mobilityDiagnosis: column(
      'Kustību diagnoze',
      'diagnoze, kuras dēļ neiziet no mājām',
      'diagnosis that keeps the client at home',
      'диагноз, из-за которого не выходит',
    ),
    onsetOn: column('Slimības sākums', 'slimības sākuma diena', 'day of onset', 'день начала болезни'),
    dischargedOn: column('Izrakstīts', 'izrakstīšanas diena', 'day of discharge', 'день выписки'),
    orders: column('Norādījumi', 'ārsta norādījumi', "the doctor's orders", 'назначения врача'),
  },
};

export const episodes: SheetText<'episodes'> = {
  header: 'Epizodes',
  lv: 'Veselības aprūpes epizodes',
  en: 'Episodes of health care',
  ru: 'Эпизоды лечения на дому',
  columns: {
    id: ownId(),
    referral: reference('referrals', column('Nosūtījums', 'nosūtījuma ID', 'id of the referral', 'идентификатор направления')),
    startedOn: column('Sākta', 'pirmā diena', 'first day', 'первый день'),
    endedOn: column('Beigta', 'pēdējā diena', 'last day', 'последний день'),
    mainTasks: taskCodes('Galvenie uzdevumi'),
    additionalTasks: taskCodes('Papildu uzdevumi'),
  },
};

export const terms: SheetText<'terms'> = {
  header: 'Termiņi',
  lv: 'Epizodes termiņi (30 vai 10 dienas)',
  en: 'Terms of an episode (30 or 10 days)',
  ru: 'Сроки эпизода (30 или 10 дней)',
  columns: {
    id: ownId(),
    episode: episodeId(),
    startsOn: column('Sākas', 'pirmā diena', 'first day', 'первый день'),
    endsOn: column('Beidzas', 'pēdējā diena', 'last day', 'последний день'),
  },
};

export const opinions: SheetText<'opinions'> = {
  header: 'Atzinumi',
  lv: 'Ģimenes ārsta atzinumi par turpināšanu',
  en: "The GP's opinions on going on",
  ru: 'Заключения семейного врача о продолжении',
  columns: {
    id: ownId(),
    episode: episodeId(),
    givenOn: column('Sniegts', 'atzinuma diena', 'day of the opinion', 'день заключения'),
    verdict: column('Slēdziens', 'turpināt vai pārtraukt', 'continue or stop', 'продолжать или прекратить'),
    givenBy: column('Sniedzējs', 'kas sniedzis', 'who gave it', 'кто дал'),
  },
};

export const patterns: SheetText<'patterns'> = {
  header: 'Apmeklējumi',
  lv: 'Regulāri apmeklējumi',
  en: 'Recurring visits',
  ru: 'Регулярные посещения',
  columns: {
    id: ownId(),
    client: clientId(),
    decision: reference('decisions', column('Lēmums', 'lēmuma ID', 'id of the decision', 'идентификатор решения')),
    episode: episodeId(),
    tasks: taskCodes('Uzdevumi'),
    durationMinutes: column('Ilgums', 'ilgums minūtēs', 'length in minutes', 'длительность в минутах'),
    profession: column('Profesija', 'kas iet', 'who comes', 'кто приходит'),
    skills: column('Prasmes', 'vajadzīgās prasmes', 'skills needed', 'нужные навыки'),
    staffCount: column('Darbinieku skaits', 'cik darbinieku kopā', 'staff together', 'сколько сотрудников вместе'),
    weekdays: column(
      'Nedēļas dienas',
      'kurās dienās; vai arī reizes nedēļā',
      'on which days; or else times a week',
      'в какие дни; или раз в неделю',
    ),
    timesPerWeek: column('Reizes nedēļā', 'cik reizes nedēļā', 'times a week', 'сколько раз в неделю'),
    minDaysBetween: column('Dienas starp', 'mazākā dienu starpība', 'least difference in days', 'наименьшая разница в днях'),
    everyWeeks: column(
      'Ik pa nedēļām',
      'katru, katru otro … nedēļu',
      'every, every second … week',
      'каждую, каждую вторую … неделю',
    ),
    windows: column(
      'Laika logi',
      'kad jāsāk, pa vienam katram dienas apmeklējumam',
      'when to start, one a visit of the day',
      'когда начинать, по одному на посещение дня',
    ),
    priority: column(
      'Prioritāte',
      '1 var pagaidīt … 5 nedrīkst izlaist',
      '1 may wait … 5 must not be missed',
      '1 может подождать … 5 нельзя пропустить',
    ),
    validFrom: validFrom(),
    validTo: validTo(),
    pausedFrom: column('Pauze no', 'pirmā pauzes diena', 'first day of a pause', 'первый день паузы'),
    pausedTo: column('Pauze līdz', 'pēdējā pauzes diena', 'last day of a pause', 'последний день паузы'),
  },
};

export const manipulations: SheetText<'manipulations'> = {
  header: 'Manipulācijas',
  lv: 'Valsts apmaksāto manipulāciju saraksts: kurš kods kuram uzdevumam',
  en: 'The state’s list of paid manipulations: which code for which task',
  ru: 'Список оплачиваемых государством манипуляций: какой код для какой задачи',
  columns: {
    id: ownId(),
    code: column('Kods', 'manipulācijas kods', 'code of the manipulation', 'код манипуляции'),
    name: column('Nosaukums', 'nosaukums', 'name', 'название'),
    task: column('Uzdevums', 'uzdevuma kods', 'task code', 'код задачи'),
    professions: column(
      'Profesijas',
      'kas drīkst prasīt samaksu; tukšs – visi, kas uzdevumu veic',
      'who may claim it; empty: all who do the task',
      'кто вправе требовать оплату; пусто – все, кто выполняет задачу',
    ),
    referrals: column(
      'Nosūtījumi',
      'kuriem nosūtījumiem; tukšs – visiem',
      'for which referrals; empty: all',
      'для каких направлений; пусто – для всех',
    ),
    cents: column('Centi', 'cena centos', 'price in cents', 'цена в центах'),
    source: column('Avots', 'no kurienes saraksts', 'where the list is from', 'откуда список'),
    checkedOn: column('Pārbaudīts', 'kad pārbaudīts', 'when it was checked', 'когда проверено'),
    validFrom: validFrom(),
    validTo: validTo(),
  },
};
