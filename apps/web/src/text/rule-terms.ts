import type { Language, Translated } from './language.js';

/** When a rule of the book holds, by the client's flag it names. */
export const conditionTexts: Readonly<Record<string, Translated>> = {
  waterproof_dressing: { lv: 'pārsējs ir ūdensizturīgs', en: 'the dressing is waterproof', ru: 'повязка водостойкая' },
  two_person: { lv: 'vajag divus darbiniekus', en: 'two people are needed', ru: 'нужны двое' },
  bedbound: { lv: 'klients guļošs', en: 'the client is bedbound', ru: 'клиент лежачий' },
  ventilated: { lv: 'klients uz ventilācijas', en: 'the client is ventilated', ru: 'клиент на вентиляции' },
  needs_flat: { lv: 'jāguļ līdzenā stāvoklī', en: 'the client must lie flat', ru: 'клиент должен лежать ровно' },
  insulin_rapid: { lv: 'ātras darbības insulīns', en: 'rapid insulin', ru: 'быстрый инсулин' },
  insulin_regular: { lv: 'parastais insulīns', en: 'regular insulin', ru: 'обычный инсулин' },
  fasting: { lv: 'tukšā dūšā', en: 'fasting', ru: 'натощак' },
  with_food: { lv: 'zāles ēšanas laikā', en: 'medicine with food', ru: 'лекарство во время еды' },
  before_food: { lv: 'zāles pirms ēšanas', en: 'medicine before food', ru: 'лекарство до еды' },
  empty_stomach: { lv: 'zāles tukšā dūšā', en: 'medicine on an empty stomach', ru: 'лекарство натощак' },
  paracetamol: { lv: 'paracetamols', en: 'paracetamol', ru: 'парацетамол' },
  bid: { lv: 'zāles divreiz dienā', en: 'medicine twice a day', ru: 'лекарство дважды в день' },
  tid: { lv: 'zāles trīsreiz dienā', en: 'medicine three times a day', ru: 'лекарство трижды в день' },
  analgesic: { lv: 'pretsāpju zāles', en: 'painkillers', ru: 'обезболивающее' },
  med_pickup: { lv: 'zāles jāatnes', en: 'medicine is picked up', ru: 'лекарство нужно принести' },
  same_room: { lv: 'tajā pašā telpā', en: 'in the same room', ru: 'в той же комнате' },
  stove_heating: { lv: 'krāsns apkure', en: 'heated by a stove', ru: 'печное отопление' },
  stove_cooking: { lv: 'gatavo uz plīts ar malku', en: 'cooks on a wood stove', ru: 'готовят на дровяной плите' },
  oxygen: { lv: 'skābeklis mājās', en: 'oxygen at home', ru: 'кислород дома' },
  adl_training: { lv: 'ikdienas darbību treniņš', en: 'training of daily activities', ru: 'тренировка повседневных навыков' },
  dysphagia: { lv: 'rīšanas traucējumi', en: 'trouble swallowing', ru: 'нарушение глотания' },
  training: { lv: 'apmācība', en: 'training', ru: 'обучение' },
  renewal_due: { lv: 'drīz beidzas termiņš', en: 'a renewal is due', ru: 'скоро нужно продление' },
  pressure_risk: { lv: 'izgulējumu risks', en: 'risk of pressure ulcers', ru: 'риск пролежней' },
  planned: { lv: 'plānots iepriekš', en: 'planned ahead', ru: 'запланировано заранее' },
};

const unless: Readonly<Record<Language, string>> = { lv: 'ja ne: {what}', en: 'unless {what}', ru: 'кроме случая: {what}' };
const when: Readonly<Record<Language, string>> = { lv: 'ja {what}', en: 'if {what}', ru: 'если {what}' };

/** A rule's condition as half a sentence: `if the client is bedbound`; a flag nobody has words for stays a flag. */
export function conditionWords(language: Language, condition: string): string {
  const [, not, flag] = /^(unless )?(.*)$/.exec(condition) ?? [];
  const what = conditionTexts[flag]?.[language] ?? flag;
  return (not === undefined ? when : unless)[language].replace('{what}', () => what);
}

/** What rules name that is no single task. */
export const classNames: Readonly<Record<string, Translated>> = {
  'CLIENT.INFECTIOUS': { lv: 'Klients ar infekciju', en: 'Client with an infection', ru: 'Клиент с инфекцией' },
  'CLIENT.IMMUNOSUPPRESSED': {
    lv: 'Klients ar novājinātu imunitāti',
    en: 'Client with weak immunity',
    ru: 'Клиент со слабым иммунитетом',
  },
  'CLIENT.CYTOSTATIC': { lv: 'Klients saņem citostatikus', en: 'Client on cytostatics', ru: 'Клиент на цитостатиках' },
  'WORKER.PREGNANT': { lv: 'Grūtniece darbiniece', en: 'Pregnant staff member', ru: 'Беременная сотрудница' },
  'HEALTH.MAIN': { lv: 'Veselības aprūpes pamatpakalpojums', en: 'Main health service', ru: 'Основная медицинская услуга' },
  'HEALTH.ADDITIONAL': {
    lv: 'Veselības aprūpes papildpakalpojums',
    en: 'Additional health service',
    ru: 'Дополнительная медицинская услуга',
  },
  SOCIAL: { lv: 'Sociālā aprūpe', en: 'Social care', ru: 'Социальный уход' },
  ANY: { lv: 'Jebkurš uzdevums', en: 'Any task', ru: 'Любое задание' },
  VISIT: { lv: 'Vizīte', en: 'Visit', ru: 'Визит' },
  ROUTE: { lv: 'Maršruts', en: 'Route', ru: 'Маршрут' },
};

/** What rules ask that are not about the times of two tasks. */
export const otherKinds: Readonly<Record<string, Translated>> = {
  last_in_round: { lv: 'apmeklē maršruta beigās', en: 'visited last', ru: 'посещают последним' },
  first_in_round: { lv: 'apmeklē maršruta sākumā', en: 'visited first', ru: 'посещают первым' },
  exclude_worker: { lv: 'nesūta', en: 'not sent', ru: 'не посылают' },
  needs_ppe: { lv: 'vajag aizsarglīdzekļus', en: 'protective equipment is needed', ru: 'нужны средства защиты' },
  min_visit: { lv: 'vizīte vismaz tik gara', en: 'a visit of at least that length', ru: 'визит не короче' },
  requires: { lv: 'tikai kopā ar otru', en: 'only beside the other', ru: 'только вместе со вторым' },
  not_substitute: { lv: 'neaizstāj otru', en: 'does not replace the other', ru: 'не заменяет второе' },
};
