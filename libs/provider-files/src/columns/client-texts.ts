import { clientId, column, ownId, reference, staffId, validFrom, validTo, type SheetText } from './texts.js';

export const clients: SheetText<'clients'> = {
  header: 'Klienti',
  lv: 'Cilvēki, kas saņem aprūpi',
  en: 'People who receive care',
  ru: 'Люди, получающие уход',
  columns: {
    id: ownId(),
    givenName: column('Vārds', 'vārds', 'given name', 'имя'),
    familyName: column('Uzvārds', 'uzvārds', 'family name', 'фамилия'),
    birthDate: column('Dzimšanas datums', 'dzimšanas datums', 'date of birth', 'дата рождения'),
    sex: column('Dzimums', 'dzimums', 'sex', 'пол'),
    phone: column('Tālrunis', 'tālrunis', 'telephone', 'телефон'),
    languages: column('Valodas', 'valodas, kurās runā', 'languages spoken', 'языки общения'),
    municipality: reference(
      'municipalities',
      column('Pašvaldība', 'pašvaldības ID', 'id of the municipality', 'идентификатор самоуправления'),
    ),
    declaredAddress: column('Deklarētā adrese', 'deklarētā dzīvesvieta', 'declared address', 'декларированный адрес'),
    actualAddress: column('Faktiskā adrese', 'kur aprūpē', 'where care is given', 'где оказывается уход'),
    neighbourhood: column('Apkaime', 'apkaime', 'neighbourhood', 'район города'),
    latitude: column(
      'Platums',
      'faktiskās adreses platums, WGS 84',
      'latitude of the actual address',
      'широта фактического адреса',
    ),
    longitude: column(
      'Garums',
      'faktiskās adreses garums, WGS 84',
      'longitude of the actual address',
      'долгота фактического адреса',
    ),
    livesAlone: column('Dzīvo viens', 'vai dzīvo viens', 'lives alone', 'живёт один'),
    floor: column('Stāvs', 'stāvs', 'floor', 'этаж'),
    lift: column('Lifts', 'vai ir lifts', 'there is a lift', 'есть лифт'),
    doorCode: column('Durvju kods', 'durvju kods', 'door code', 'код двери'),
    keyNote: column('Piezīme par atslēgu', 'kur ir atslēga', 'where the key is', 'где ключ'),
    accessNote: column('Piezīme par piekļuvi', 'kā iekļūt', 'how to get in', 'как попасть внутрь'),
    warmWater: column('Silts ūdens', 'vai ir silts ūdens', 'there is warm water', 'есть тёплая вода'),
    bathOrShower: column('Vanna vai duša', 'vai ir vanna vai duša', 'there is a bath or shower', 'есть ванна или душ'),
    stoveHeating: column('Krāsns apkure', 'vai kurina krāsni', 'heated by a stove', 'печное отопление'),
    flags: column('Pazīmes', 'pazīmes, kas ietekmē aprūpi', 'conditions that affect care', 'признаки, влияющие на уход'),
  },
};

export const informalCarers: SheetText<'informalCarers'> = {
  header: 'Tuvinieki',
  lv: 'Tuvinieki, kas paši palīdz',
  en: 'Relatives and friends who help themselves',
  ru: 'Близкие, которые помогают сами',
  columns: {
    id: ownId(),
    client: clientId(),
    name: column('Vārds', 'vārds, uzvārds', 'name', 'имя, фамилия'),
    relation: column('Radniecība', 'kas klientam ir', 'relation to the client', 'кем приходится'),
    phone: column('Tālrunis', 'tālrunis', 'telephone', 'телефон'),
    tasks: column('Uzdevumi', 'uzdevumu kodi', 'codes of the tasks covered', 'коды выполняемых задач'),
    weekdays: column('Nedēļas dienas', 'kurās dienās palīdz', 'days of helping', 'в какие дни помогает'),
    from: column('No', 'no cikiem', 'from what time', 'с которого часа'),
    to: column('Līdz', 'līdz cikiem', 'to what time', 'до которого часа'),
    minutesPerWeek: column('Minūtes nedēļā', 'minūtes nedēļā', 'minutes a week', 'минут в неделю'),
    paidByMunicipality: column('Maksā pašvaldība', 'vai maksā pašvaldība', 'paid by the municipality', 'платит самоуправление'),
    accountNamed: column(
      'Konts norādīts',
      'vai iesniegumā norādīts konts',
      'the application names the account',
      'в заявлении указан счёт',
    ),
    signedBy: column('Parakstīja', 'kas parakstīja iesniegumu', 'who signed the application', 'кто подписал заявление'),
  },
};

export const consents: SheetText<'consents'> = {
  header: 'Piekrišanas',
  lv: 'Piekrišana nodot veselības ziņas otram dienestam',
  en: 'Leave to pass health facts to the other service',
  ru: 'Согласие передать сведения о здоровье другой службе',
  columns: {
    id: ownId(),
    client: clientId(),
    direction: column('Virziens', 'no kura dienesta kuram', 'from which service to which', 'от какой службы какой'),
    scope: column('Apjoms', 'kādas ziņas', 'which facts', 'какие сведения'),
    givenOn: column('Dota', 'kad dota', 'day given', 'когда дано'),
    validTo: validTo(),
    withdrawnOn: column('Atsaukta', 'kad atsaukta', 'day withdrawn', 'когда отозвано'),
  },
};

export const barthel: SheetText<'barthel'> = {
  header: 'Bartela indekss',
  lv: 'Bartela indeksa novērtējumi',
  en: 'Barthel scores',
  ru: 'Оценки по индексу Бартел',
  columns: {
    id: ownId(),
    client: clientId(),
    assessedOn: column('Novērtēts', 'novērtēšanas diena', 'day of the assessment', 'день оценки'),
    form: column('Veidlapa', 'veidlapa', 'form', 'бланк'),
    score: column('Punkti', 'punktu summa', 'total score', 'сумма баллов'),
    items: column('Atsevišķi punkti', 'punkti veidlapas secībā', 'points in the order of the form', 'баллы в порядке бланка'),
  },
};

export const certificates: SheetText<'certificates'> = {
  header: 'Ārsta izziņas',
  lv: 'Ģimenes ārsta izziņas par kontrindikācijām',
  en: "The GP's certificates about contraindications",
  ru: 'Справки семейного врача о противопоказаниях',
  columns: {
    id: ownId(),
    client: clientId(),
    issuedOn: column('Izdota', 'izdošanas diena', 'day of issue', 'день выдачи'),
    validTo: validTo(),
    issuedBy: column('Izdevējs', 'kas izdevis', 'who issued it', 'кто выдал'),
    severity: column('Smaguma pakāpe', 'funkcionālo traucējumu pakāpe', 'severity', 'степень нарушений'),
    tuberculosis: column('Tuberkuloze', 'tuberkuloze aktīvā formā', 'active tuberculosis', 'туберкулёз в активной форме'),
    acuteInfection: column(
      'Akūta infekcija',
      'akūta infekcijas slimība',
      'acute infectious disease',
      'острая инфекционная болезнь',
    ),
    sexuallyTransmitted: column(
      'Seksuāli transmisīva',
      'seksuāli transmisīva slimība',
      'sexually transmitted disease',
      'болезнь, передающаяся половым путём',
    ),
    recommendation: column('Ieteikums', 'ārsta ieteikums', "the doctor's advice", 'рекомендация врача'),
  },
};

export const preferences: SheetText<'preferences'> = {
  header: 'Vēlmes',
  lv: 'Kam pie kā iet, kam ne',
  en: 'Who should or must not come to whom',
  ru: 'Кому к кому ходить, кому нет',
  columns: {
    id: ownId(),
    client: clientId(),
    staff: staffId(),
    kind: column(
      'Veids',
      'vēlams, obligāts vai izslēgts',
      'preferred, required or excluded',
      'желателен, обязателен или исключён',
    ),
    reason: column('Iemesls', 'iemesls', 'reason', 'причина'),
  },
};

export const means: SheetText<'means'> = {
  header: 'Ienākumi',
  lv: 'Mājsaimniecības ienākumi, kā tos novērtējis sociālais dienests',
  en: 'Means of a household as the social service assessed them',
  ru: 'Доходы домохозяйства по оценке социальной службы',
  columns: {
    id: ownId(),
    client: clientId(),
    validFrom: validFrom(),
    validTo: validTo(),
    members: column('Locekļi', 'cik cilvēku mājsaimniecībā', 'people in the household', 'сколько человек в домохозяйстве'),
    monthlyCents: column(
      'Centi mēnesī',
      'visu ienākumi centos pa mēnešiem, jaunākais pirmais',
      'income of all in cents by month, newest first',
      'доход всех в центах по месяцам, сначала новый',
    ),
  },
};

export const needy: SheetText<'needy'> = {
  header: 'Trūcīgie',
  lv: 'Kad klients atzīts par trūcīgu',
  en: 'When a client is recognised as needy',
  ru: 'Когда клиент признан нуждающимся',
  columns: { id: ownId(), client: clientId(), validFrom: validFrom(), validTo: validTo() },
};

export const medicines: SheetText<'medicines'> = {
  header: 'Zāles',
  lv: 'Klienta zāļu saraksts, kā to uzrakstījis ārsts',
  en: 'The client’s list of medicines as the doctor wrote it',
  ru: 'Список лекарств клиента, как его написал врач',
  columns: {
    id: ownId(),
    client: clientId(),
    name: column('Zāles', 'zāļu nosaukums', 'name of the medicine', 'название лекарства'),
    dose: column('Deva', 'deva', 'dose', 'доза'),
    directions: column('Lietošana', 'kad un kā lietot', 'when and how to take it', 'когда и как принимать'),
    prescribedBy: column('Izrakstījis', 'kas izrakstījis', 'who prescribed it', 'кто назначил'),
    validFrom: validFrom(),
    validTo: validTo(),
  },
};
