import type { TermCounting } from '#time';
import type { Words } from '../tasks/task.js';

/**
 * What the sources leave open, as choices a provider can make. Each default is
 * the reading nearest to the words; a reason that hangs on one says which.
 */
export interface Readings {
  /** Whether the first day of care is day 1 of a term (S030, S032). */
  readonly termCounting: TermCounting;
  /** What the ten days after surgery count from (S032): the text limits the length of the care, so its first day. */
  readonly surgeryTermFrom: 'care' | 'discharge';
  /** Who may refer a patient after surgery (S015): the text names the GP. */
  readonly surgeryReferral: 'gp' | 'gp_or_hospital';
  /** Whether an opinion given before its window counts (S031). It counts and is marked. */
  readonly earlyOpinion: 'accept' | 'refuse';
  /** Where the term begins that an opinion given too late opens (S031): care was not paid in between. */
  readonly lateOpinion: 'opinion_day' | 'after_end';
  /** When a stopping opinion ends the care (S031): it answers whether to go on after the term. */
  readonly stopOpinion: 'term_end' | 'opinion_day';
  /** Whether the five paid stoma visits are the patient's or each episode's (S021: "per patient"). */
  readonly stomaLimitPer: 'patient' | 'episode';
  /** Months from falling ill within which rehabilitation at home begins (S034): six in the guideline, three in a later text. */
  readonly rehabilitationWithin: '6_months' | '3_months';
  /**
   * What the carer’s supervision of medicines does without a list of them (S094): people are asked for the list and visits go
   * on, or visits wait for it.
   */
  readonly medicineList: 'ask' | 'require';
}

/** The readings of a provider that chose nothing. */
export const DEFAULT_READINGS: Readings = {
  termCounting: 'inclusive',
  surgeryTermFrom: 'care',
  surgeryReferral: 'gp',
  earlyOpinion: 'accept',
  lateOpinion: 'opinion_day',
  stopOpinion: 'term_end',
  stomaLimitPer: 'patient',
  rehabilitationWithin: '6_months',
  medicineList: 'ask',
};

type Choices = { readonly [Name in keyof Readings]: Readonly<Record<Readings[Name], Words>> };

/** Every choice in words, as half a sentence behind a reason. */
export const READING_WORDS: Choices = {
  termCounting: {
    inclusive: {
      lv: 'pirmā aprūpes diena ir termiņa 1. diena',
      en: 'the first day of care is day 1',
      ru: 'первый день ухода — день 1',
    },
    exclusive: {
      lv: 'termiņš sākas nākamajā dienā pēc pirmās aprūpes dienas',
      en: 'the term begins the day after the first day of care',
      ru: 'срок начинается на следующий день после первого дня ухода',
    },
  },
  surgeryTermFrom: {
    care: { lv: 'skaita no pirmās aprūpes dienas', en: 'counted from the first day of care', ru: 'считая с первого дня ухода' },
    discharge: {
      lv: 'skaita no izrakstīšanās dienas',
      en: 'counted from the day of discharge',
      ru: 'считая со дня выписки',
    },
  },
  surgeryReferral: {
    gp: { lv: 'nosūta ģimenes ārsts', en: 'the GP refers', ru: 'направляет семейный врач' },
    gp_or_hospital: {
      lv: 'nosūta ģimenes vai slimnīcas ārsts',
      en: 'the GP or a hospital doctor refers',
      ru: 'направляет семейный или больничный врач',
    },
  },
  earlyOpinion: {
    accept: {
      lv: 'atzinums pirms atzinuma loga arī der',
      en: 'an opinion before its window counts',
      ru: 'заключение до начала окна тоже действует',
    },
    refuse: {
      lv: 'atzinums pirms atzinuma loga neder',
      en: 'an opinion before its window does not count',
      ru: 'заключение до начала окна не действует',
    },
  },
  lateOpinion: {
    opinion_day: {
      lv: 'novēlots atzinums sāk jaunu termiņu savā dienā',
      en: 'a late opinion opens a term on its own day',
      ru: 'опоздавшее заключение открывает срок в свой день',
    },
    after_end: {
      lv: 'novēlots atzinums sāk jaunu termiņu uzreiz pēc iepriekšējā',
      en: 'a late opinion opens a term right after the one before',
      ru: 'опоздавшее заключение открывает срок сразу после предыдущего',
    },
  },
  stopOpinion: {
    term_end: {
      lv: 'atzinums par pārtraukšanu stājas spēkā termiņa beigās',
      en: 'an opinion to stop takes effect at the term’s end',
      ru: 'заключение о прекращении действует с конца срока',
    },
    opinion_day: {
      lv: 'atzinums par pārtraukšanu stājas spēkā uzreiz',
      en: 'an opinion to stop takes effect at once',
      ru: 'заключение о прекращении действует сразу',
    },
  },
  stomaLimitPer: {
    patient: { lv: 'piecas reizes uz pacientu', en: 'five times a patient', ru: 'пять раз на пациента' },
    episode: { lv: 'piecas reizes uz epizodi', en: 'five times an episode', ru: 'пять раз на эпизод' },
  },
  rehabilitationWithin: {
    '6_months': { lv: 'sešu mēnešu laikā', en: 'within six months', ru: 'в течение шести месяцев' },
    '3_months': { lv: 'trīs mēnešu laikā', en: 'within three months', ru: 'в течение трёх месяцев' },
  },
  medicineList: {
    ask: {
      lv: 'sarakstu lūdz, vizītes notiek',
      en: 'the list is asked for, visits go on',
      ru: 'список запрашивают, визиты идут',
    },
    require: { lv: 'bez saraksta vizītes gaida', en: 'without the list visits wait', ru: 'без списка визиты ждут' },
  },
};

/** How a reason names the reading it hangs on: `termCounting:inclusive`. */
export function readingOf(readings: Readings, name: keyof Readings): string {
  return `${name}:${readings[name]}`;
}

/** The words of a reading by that name; undefined for one that is not (any more) a choice. */
export function readingWords(named: string): Words | undefined {
  const [name, choice] = named.split(':');
  const choices: Readonly<Record<string, Words>> | undefined = READING_WORDS[name as keyof Readings];
  return choices?.[choice];
}
