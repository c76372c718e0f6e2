import { PROFESSIONS } from '../competence/professions.js';
import { professionsFor } from '../competence/competence.js';
import type { Profession } from '../model.js';
import { findTask } from '../tasks/catalogue.js';
import type { Words } from '../tasks/task.js';
import type { LawCode, LawReason } from './law-reason.js';
import { readingWords } from './readings.js';

/**
 * What bars a visit and the remedy, in one sentence each. `{end}` and the like
 * stand for the reason's figures; the rule and the reading follow by themselves.
 */
export const LAW_TEXTS: Readonly<Record<LawCode, Words>> = {
  'law.decision_ended': {
    lv: 'Pašvaldības lēmums beidzās {end}: vajadzīgs jauns lēmums no {from}.',
    en: 'The municipality’s decision ended on {end}: needs a new decision from {from}.',
    ru: 'Решение самоуправления закончилось {end}: нужно новое решение с {from}.',
  },
  'law.decision_suspended': {
    lv: 'Pašvaldība lēmumu apturējusi no {from}: vizītes gaida, līdz tā to atjauno.',
    en: 'The municipality has suspended the decision from {from}: visits wait until it resumes.',
    ru: 'Самоуправление приостановило решение с {from}: визиты ждут, пока оно его не возобновит.',
  },
  'law.busy_elsewhere': {
    lv: 'Visos šīs vizītes laikos pie klienta ir cits aprūpes sniedzējs: vienojieties ar to par laikiem.',
    en: 'Another provider is with the client at all times of this visit: agree on the times with it.',
    ru: 'Во всё время этого визита у клиента другой поставщик ухода: договоритесь с ним о времени.',
  },
  'law.term_lapsed': {
    lv: '{days} kalendāra dienu termiņš beidzas {end}: vajadzīgs ģimenes ārsta atzinums līdz {by} (logs no {window}).',
    en: 'The term of {days} calendar days ends on {end}: needs the GP’s opinion by {by} (window from {window}).',
    ru: 'Срок в {days} календарных дней заканчивается {end}: нужно заключение семейного врача до {by} (окно с {window}).',
  },
  'law.term_lapsed_surgery': {
    lv: '{days} kalendāra dienu termiņš pēc operācijas beidzas {end}: lūdziet ģimenes ārsta vizīti un atzinumu līdz {by}.',
    en: 'The term of {days} calendar days after surgery ends on {end}: ask the GP for a visit and an opinion by {by}.',
    ru: 'Срок в {days} календарных дней после операции заканчивается {end}: попросите семейного врача о визите и заключении до {by}.',
  },
  'law.term_lapsed_rehabilitation': {
    lv: 'Rehabilitācijas plāns beidzas {end}: vajadzīgs rehabilitologa lēmums par turpināšanu līdz {by}.',
    en: 'The rehabilitation plan ends on {end}: needs the rehabilitation doctor’s word to go on by {by}.',
    ru: 'План реабилитации заканчивается {end}: нужно решение врача-реабилитолога о продолжении до {by}.',
  },
  'law.referral_issuer': {
    lv: 'Nosūtījumu nav izdevis ārsts, kas to drīkst: vajadzīgs nosūtījums, ko izdevis {issuer}.',
    en: 'The referral was not issued by a doctor who may: needs one issued by {issuer}.',
    ru: 'Направление выдал врач, который не вправе: нужно направление, которое выдал {issuer}.',
  },
  'law.diagnosis': {
    lv: 'Diagnoze nav sarakstā, pēc kura valsts apmaksā rehabilitāciju mājās: pārbaudiet nosūtījumu vai izvēlieties citu maksātāju.',
    en: 'The diagnosis is not on the list for state-paid rehabilitation at home: check the referral or choose another payer.',
    ru: 'Диагноза нет в списке оплачиваемой государством реабилитации на дому: проверьте направление или выберите другого плательщика.',
  },
  'law.rehabilitation_late': {
    lv: 'Rehabilitācija mājās bija jāsāk līdz {by}: izvēlieties citu maksātāju.',
    en: 'Rehabilitation at home had to begin by {by}: choose another payer.',
    ru: 'Реабилитацию на дому нужно было начать до {by}: выберите другого плательщика.',
  },
  'law.addon_alone': {
    lv: 'Valsts apmaksā tikai kopā ar pamatpakalpojumu: {task}. Papildiniet nosūtījumu vai izvēlieties citu maksātāju.',
    en: 'The state pays for it only beside a main service: {task}. Complete the referral or choose another payer.',
    ru: 'Государство оплачивает только вместе с основной услугой: {task}. Дополните направление или выберите другого плательщика.',
  },
  'law.paid_limit': {
    lv: 'Valsts apmaksā ne vairāk kā {limit} reizes: {task}. Izvēlieties citu maksātāju.',
    en: 'The state pays at most {limit} times: {task}. Choose another payer.',
    ru: 'Государство оплачивает не более {limit} раз: {task}. Выберите другого плательщика.',
  },
  'law.contraindicated': {
    lv: 'Sociālā aprūpe apturēta no {since}: ir kontrindikācija. Vajadzīga jauna ģimenes ārsta izziņa.',
    en: 'Social care is suspended since {since}: there is a contraindication. Needs a new certificate of the GP.',
    ru: 'Социальный уход приостановлен с {since}: есть противопоказание. Нужна новая справка семейного врача.',
  },
  'law.certificate_expired': {
    lv: 'Ģimenes ārsta izziņa bija derīga līdz {end}: vajadzīga jauna izziņa.',
    en: 'The GP’s certificate was valid until {end}: needs a new certificate.',
    ru: 'Справка семейного врача действовала до {end}: нужна новая справка.',
  },
  'law.qualification_expired': {
    lv: 'Sertifikāts beidzies {end} ({profession}): tam, kas strādā, tas jāatjauno.',
    en: 'The certificate ended on {end} ({profession}): who is at work must renew it.',
    ru: 'Сертификат закончился {end} ({profession}): работающему нужно его продлить.',
  },
  'law.competence': {
    lv: 'Uzdevumu “{task}” neveic {profession}; to veic {performers}.',
    en: '“{task}” is not done by the profession planned ({profession}); it is done by: {performers}.',
    ru: 'Задание «{task}» не выполняет {profession}; его выполняет {performers}.',
  },
  'law.medicines_missing': {
    lv: 'Zāļu lietošanu nevar uzraudzīt bez zāļu saraksta: saņemiet to no ārsta vai klienta.',
    en: 'Medicines cannot be supervised without a list of them: get it from the doctor or the client.',
    ru: 'Контролировать приём лекарств без их списка нельзя: получите его у врача или клиента.',
  },
  'law.fact_missing': {
    lv: 'Nosūtījumā trūkst: {fact}. Papildiniet to.',
    en: 'The referral lacks: {fact}. Complete it.',
    ru: 'В направлении не хватает: {fact}. Дополните его.',
  },
};

const ISSUERS: Readonly<Record<string, Words>> = {
  gp: { lv: 'ģimenes ārsts', en: 'the GP', ru: 'семейный врач' },
  rehab_doctor: { lv: 'rehabilitologs', en: 'a rehabilitation doctor', ru: 'врач-реабилитолог' },
  hospital_doctor: { lv: 'slimnīcas ārsts', en: 'a hospital doctor', ru: 'больничный врач' },
};

const FACTS: Readonly<Record<string, Words>> = {
  mobilityDiagnosis: {
    lv: 'pārvietošanās traucējumu diagnoze',
    en: 'the diagnosis of the impaired mobility',
    ru: 'диагноз нарушения передвижения',
  },
  orders: { lv: 'ārstēšanas plāns', en: 'the treatment plan', ru: 'план лечения' },
  dischargedOn: { lv: 'izrakstīšanās diena', en: 'the day of discharge', ru: 'день выписки' },
  onsetOn: { lv: 'saslimšanas diena', en: 'the day of falling ill', ru: 'день заболевания' },
};

type Language = keyof Words;

/**
 * A reason as a sentence in three languages, then the rule and the reading it
 * hangs on in brackets. Days are written `19.11.2026`. Undefined for a code that
 * is not the law's.
 */
export function lawWords({
  code,
  params,
}: {
  readonly code: string;
  readonly params: LawReason['params'] | Params;
}): Words | undefined {
  if (!isLawCode(code)) return undefined;
  const inLanguage = (language: Language): string => {
    const sentence = LAW_TEXTS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name, params, language));
    const reading = typeof params.reading === 'string' ? readingWords(params.reading)?.[language] : undefined;
    const behind = [params.rule, reading].filter((part) => part !== undefined && part !== '').join('; ');
    return behind === '' ? sentence : `${sentence} (${behind})`;
  };
  return { lv: inLanguage('lv'), en: inLanguage('en'), ru: inLanguage('ru') };
}

type Params = Readonly<Record<string, string | number>>;

function isLawCode(code: string): code is LawCode {
  return Object.hasOwn(LAW_TEXTS, code);
}

function valueOf(name: string, params: Params, language: Language): string {
  if (name === 'performers') return namesOf(professionsFor(String(params.task)).join('+'), professionWords, language);
  const value = params[name];
  if (typeof value === 'number') return String(value);
  if (value === undefined) return '';
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (day !== null) return `${day[3]}.${day[2]}.${day[1]}`;
  return namesOf(value, WORDS_OF[name], language);
}

const professionWords = (code: string): Words | undefined => PROFESSIONS[code as Profession]?.names;

/** How the codes of a figure are named. */
const WORDS_OF: Readonly<Record<string, (code: string) => Words | undefined>> = {
  task: (code) => findTask(code)?.names,
  profession: professionWords,
  issuer: (code) => ISSUERS[code],
  fact: (code) => FACTS[code],
};

const OR: Words = { lv: ' vai ', en: ' or ', ru: ' или ' };

function namesOf(codes: string, words: ((code: string) => Words | undefined) | undefined, language: Language): string {
  return codes
    .split('+')
    .map((code) => words?.(code)?.[language] ?? code)
    .join(OR[language]);
}
