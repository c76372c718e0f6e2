import type { Observation } from './observation.js';

type Row = readonly [
  code: string,
  rule: string,
  dueHours: number,
  lv: string,
  en: string,
  ru: string,
  mark?: 'onlyNew' | 'restricted',
];

/** Call 113: E1-E6 (S085-S088). */
const EMERGENCIES: readonly Row[] = [
  [
    'E1',
    'S085',
    0,
    'Bez samaņas, krampji vai neelpo',
    'Unconscious, convulsions or not breathing',
    'Без сознания, судороги или не дышит',
  ],
  ['E2', 'S086', 0, 'Smaga trauma', 'Severe injury', 'Тяжёлая травма'],
  ['E3', 'S086', 0, 'Stipra asiņošana', 'Strong bleeding', 'Сильное кровотечение'],
  ['E4', 'S087', 0, 'Pēkšņas sāpes krūtīs', 'Sudden chest pain', 'Внезапная боль в груди'],
  ['E5', 'S087', 0, 'Pēkšņas stipras sāpes jebkurā vietā', 'Sudden strong pain anywhere', 'Внезапная сильная боль в любом месте'],
  ['E6', 'S088', 0, 'Pēkšņs, izteikts elpas trūkums', 'Sudden marked shortness of breath', 'Внезапная сильная одышка'],
];

/** Social care tells the general practitioner: D1-D8 (S077-S084). */
const HEALTH: readonly Row[] = [
  [
    'D1',
    'S077',
    24,
    'Bojāta āda: izgulējumi, lielas rētas',
    'Damaged skin: bed sores, large scars',
    'Повреждённая кожа: пролежни, большие рубцы',
  ],
  ['D2', 'S078', 8, 'Hroniska slimība pasliktinājusies', 'A chronic disease has got worse', 'Ухудшение хронической болезни'],
  [
    'D3',
    'S079',
    8,
    'Jaunas sāpes: ausīs, kaklā, vēderā, citur',
    'New pain: ears, throat, belly, elsewhere',
    'Новая боль: уши, горло, живот, другое место',
    'onlyNew',
  ],
  ['D4', 'S080', 8, 'Drudzis, temperatūra, klepus', 'Fever, temperature, cough', 'Жар, температура, кашель'],
  ['D5', 'S081', 8, 'Slikta dūša, vemšana, caureja', 'Nausea, vomiting, diarrhoea', 'Тошнота, рвота, понос'],
  [
    'D6',
    'S082',
    8,
    'Sadzīves trauma: brūce, nobrāzums, zilums, apdegums',
    'Household injury: wound, graze, bruise, burn',
    'Бытовая травма: рана, ссадина, синяк, ожог',
  ],
  [
    'D7',
    'S083',
    8,
    'Reibst galva, sāp galva, slikta koordinācija',
    'Dizziness, headache, poor coordination',
    'Головокружение, головная боль, нарушение координации',
  ],
  [
    'D8',
    'S084',
    4,
    'Apjucis, nezina, kur un kad ir, nepazīst cilvēkus',
    'Confused, lost in place or time, knows nobody',
    'Спутанность, не понимает, где и когда, не узнаёт людей',
    'onlyNew',
  ],
];

/** Health care tells the social service: H1-H8 (S069-S076). */
const HOME: readonly Row[] = [
  [
    'H1',
    'S069',
    24,
    'Mājoklis neder viņa veselībai',
    'The dwelling does not suit their health',
    'Жильё не подходит для здоровья',
  ],
  [
    'H2',
    'S070',
    24,
    'Nav naudas zālēm, pārsējiem, higiēnas precēm',
    'No money for medicines, dressings, hygiene goods',
    'Нет денег на лекарства, перевязку, гигиену',
  ],
  [
    'H3',
    'S071',
    24,
    'Pie ārsta nevar nokļūt: nav transporta vai ir tālu',
    'Cannot reach health care: no transport or too far',
    'Не добраться до врача: нет транспорта или далеко',
  ],
  [
    'H4',
    'S072',
    4,
    'Trūkst aprūpes: auksts, netīrs, nav ēdiena, nav higiēnas',
    'Care is missing: cold, dirty, no food, no hygiene',
    'Нет ухода: холодно, грязно, нет еды, нет гигиены',
  ],
  [
    'H5',
    'S073',
    8,
    'Ģimene neatbalsta vai traucē ārstēties',
    'The family does not support or hinders treatment',
    'Семья не помогает или мешает лечению',
    'restricted',
  ],
  [
    'H6',
    'S074',
    2,
    'Slimība, ar kuru sociālo aprūpi nesniedz',
    'An illness that rules out social care',
    'Болезнь, при которой соцуход не оказывают',
  ],
  ['H7', 'S075', 24, 'Jāuzrauga zāļu lietošana', 'Somebody must supervise medicines', 'Нужен контроль приёма лекарств'],
  [
    'H8',
    'S076',
    8,
    'Ārstē cilvēks bez tiesībām (piem., injicē)',
    'Treated by somebody not entitled (injects, say)',
    'Лечит человек без права (например, делает уколы)',
    'restricted',
  ],
];

const listed = (rows: readonly Row[], of: Pick<Observation, 'group' | 'recipient'>): readonly Observation[] =>
  rows.map(([code, rule, dueHours, lv, en, ru, mark]) => ({
    ...of,
    ...{ code, rule, dueHours, names: { lv, en, ru } },
    onlyNew: mark === 'onlyNew',
    restricted: mark === 'restricted',
  }));

/** The 22 observations in the guideline's three lists, emergencies first (S069-S088). */
export const OBSERVATIONS: readonly Observation[] = [
  ...listed(EMERGENCIES, { group: 'emergency', recipient: 'emergency' }),
  ...listed(HEALTH, { group: 'health', recipient: 'gp' }),
  ...listed(HOME, { group: 'home', recipient: 'social_service' }),
];
