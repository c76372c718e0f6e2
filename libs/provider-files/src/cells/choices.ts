import { fold } from '../words.js';
import { isSerial, read, refuse, type Cell, type Reading } from './cell.js';

const YES = new Set(['ja', 'j', 'yes', 'y', 'true', 'patiess', 'patiesi', 'x', 'да', 'д', '1']);
const NO = new Set(['ne', 'n', 'no', 'false', 'aplams', 'aplami', 'нет', 'н', '0']);

/** Yes or no from a cell, in Latvian, Russian or English, 1 or 0, or a cross. */
export function readBoolean(cell: Cell): Reading<boolean> {
  if (typeof cell === 'boolean') return read(cell);
  if (isSerial(cell) || cell === null) return refuse('cell.boolean');
  const word = String(cell).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (YES.has(word) || word === '✓' || word === '+') return read(true);
  if (NO.has(word) || word === '-') return read(false);
  return refuse('cell.boolean');
}

/** Other words for the values of choices, in Latvian, Russian and English; a word may belong to several choices. */
const WORDS: Readonly<Record<string, string>> = {
  MO: 'P Pr Pirmdiena Mon Monday Пн Понедельник 1',
  TU: 'O Ot Otrdiena Tue Tuesday Вт Вторник 2',
  WE: 'T Tr Trešdiena Wed Wednesday Ср Среда 3',
  TH: 'C Ce Ceturtdiena Thu Thursday Чт Четверг 4',
  FR: 'Pk Piektdiena Fri Friday Пт Пятница 5',
  SA: 'S Se Sestdiena Sat Saturday Сб Суббота 6',
  SU: 'Sv Svētdiena Sun Sunday Вс Воскресенье 7',
  lv: 'latviešu latvian латышский',
  ru: 'krievu russian русский',
  en: 'angļu english английский',
  other: 'cits cita cita_valoda другой другое',
  female: 'sieviete s f женщина ж',
  male: 'vīrietis v m мужчина м',
  carer: 'aprūpētājs aprūpētāja сиделка',
  nurse: 'māsa medmāsa медсестра',
  feldsher: 'ārsta_palīgs feldšeris фельдшер',
  physio: 'fizioterapeits fizioterapeite физиотерапевт',
  physio_assistant: 'fizioterapeita_asistents',
  ergo: 'ergoterapeits ergoterapeite эрготерапевт',
  speech: 'audiologopēds logopēds логопед',
  podiatrist: 'podologs подолог',
  van_crew: 'mobilās_vannas_apkalpe',
  gp: 'ģimenes_ārsts семейный_врач',
  walk: 'kājām ar_kājām пешком',
  bicycle: 'velosipēds ar_velosipēdu bike велосипед',
  car: 'auto automašīna ar_auto машина',
  transit: 'sabiedriskais_transports общественный_транспорт public_transport',
  home: 'mājas mājās дом',
  office: 'birojs офис',
  laboratory: 'laboratorija лаборатория',
  pharmacy: 'aptieka аптека',
  shop: 'veikals магазин',
  garage: 'garāža гараж',
  week: 'nedēļa неделя',
  month: 'mēnesis месяц',
  municipality: 'pašvaldība самоуправление',
  client: 'klients клиент',
  state: 'valsts государство',
  sick: 'slimība slims болезнь',
  holiday: 'atvaļinājums vacation отпуск',
  training: 'mācības обучение',
  preferred: 'vēlams желателен',
  required: 'obligāts обязателен',
  excluded: 'izslēgts исключён',
  continue: 'turpināt продолжать',
  stop: 'pārtraukt прекратить',
  provider: 'sniedzējs pakalpojuma_sniedzējs',
  informal_carer: 'tuvinieks',
  self_paid: 'pašmaksas',
  mild: 'viegla viegli',
  moderate: 'vidēja vidēji mērena mēreni',
  severe: 'smaga smagi',
  very_severe: 'ļoti_smaga ļoti_smagi',
};

const meanings = new Map<string, string[]>();
for (const [option, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) {
    const key = fold(word);
    meanings.set(key, [...(meanings.get(key) ?? []), option]);
  }
}

/** The option a word stands for, whatever its case, blanks or language; undefined for none. */
export function optionOf(word: string, options: readonly string[]): string | undefined {
  const key = fold(word);
  return options.find((option) => fold(option) === key) ?? meanings.get(key)?.find((option) => options.includes(option));
}

/** One of the options from a cell. */
export function readChoice(cell: Cell, options: readonly string[]): Reading<string> {
  const option = typeof cell === 'string' || typeof cell === 'number' ? optionOf(String(cell), options) : undefined;
  return option === undefined ? refuse('cell.choice') : read(option);
}

const EVERY_DAY = new Set(['katrudienu', 'ikdienu', 'ikdiena', 'daily', 'everyday', 'ежедневно']);
const WORKING_DAYS = new Set(['darbdienas', 'darbadienas', 'workdays', 'weekdays', 'будни']);

/** Several options from one entry: `P-Pk`, `darba dienas` for weekdays; undefined when it is no such thing. */
export function optionsOf(entry: string, options: readonly string[]): string[] | undefined {
  if (options[0] !== 'MO') return undefined;
  const key = fold(entry);
  if (EVERY_DAY.has(key)) return [...options];
  if (WORKING_DAYS.has(key)) return options.slice(0, 5);
  const ends = /^([^\s–—-]+)\s*[–—-]\s*([^\s–—-]+)$/.exec(entry);
  if (!ends) return undefined;
  const [first, last] = [optionOf(ends[1], options), optionOf(ends[2], options)];
  if (first === undefined || last === undefined || options.indexOf(first) > options.indexOf(last)) return undefined;
  return options.slice(options.indexOf(first), options.indexOf(last) + 1);
}
