import { describe, expect, it } from '@jest/globals';
import type { LawCode } from './law-reason.js';
import { LAW_TEXTS, lawWords } from './law-words.js';
import { DEFAULT_READINGS, READING_WORDS, readingOf, type Readings, readingWords } from './readings.js';

const LANGUAGES = ['lv', 'en', 'ru'] as const;

describe('the law’s reasons in words', () => {
  it('name the end, the remedy with its day, the rule and the reading (S031)', () => {
    const params = {
      rule: 'S031',
      days: 30,
      end: '2026-11-20',
      by: '2026-11-19',
      window: '2026-11-17',
      reading: 'termCounting:inclusive',
    };
    expect(lawWords({ code: 'law.term_lapsed', params })).toEqual({
      lv: '30 kalendāra dienu termiņš beidzas 20.11.2026: vajadzīgs ģimenes ārsta atzinums līdz 19.11.2026 (logs no 17.11.2026). (S031; pirmā aprūpes diena ir termiņa 1. diena)',
      en: 'The term of 30 calendar days ends on 20.11.2026: needs the GP’s opinion by 19.11.2026 (window from 17.11.2026). (S031; the first day of care is day 1)',
      ru: 'Срок в 30 календарных дней заканчивается 20.11.2026: нужно заключение семейного врача до 19.11.2026 (окно с 17.11.2026). (S031; первый день ухода — день 1)',
    });
  });

  it('name tasks, professions and doctors (S004, S015)', () => {
    expect(lawWords({ code: 'law.competence', params: { rule: 'S004 S018', task: 'INJ', profession: 'carer' } })).toEqual({
      lv: 'Uzdevumu “Medikamentu ievadīšana (injekcija)” neveic aprūpētājs; to veic māsa vai ārsta palīgs. (S004 S018)',
      en: '“Medication administration (injection)” is not done by the profession planned (carer); it is done by: nurse or physician assistant. (S004 S018)',
      ru: 'Задание «Введение лекарств (инъекция)» не выполняет сиделка; его выполняет медсестра или фельдшер. (S004 S018)',
    });
    const issuer = 'gp+hospital_doctor';
    expect(lawWords({ code: 'law.referral_issuer', params: { rule: 'S015', issuer } })?.en).toBe(
      'The referral was not issued by a doctor who may: needs one issued by the GP or a hospital doctor. (S015)',
    );
  });

  it.each(Object.keys(LAW_TEXTS) as LawCode[])('%s is a sentence with the same figures in every language', (code) => {
    const figures = LANGUAGES.map((language) => LAW_TEXTS[code][language].match(/\{\w+\}/g)?.sort());
    expect(figures[1]).toEqual(figures[0]);
    expect(figures[2]).toEqual(figures[0]);
    for (const language of LANGUAGES) expect(LAW_TEXTS[code][language]).toMatch(/^[“«\p{Lu}{].*\.$/u);
  });

  it('leave other codes to others', () => {
    expect(lawWords({ code: 'NO_ROOM', params: {} })).toBeUndefined();
  });
});

describe('the readings', () => {
  it('each have a default among their choices, in words of three languages', () => {
    expect(Object.keys(READING_WORDS)).toEqual(Object.keys(DEFAULT_READINGS));
    for (const name of Object.keys(DEFAULT_READINGS) as (keyof Readings)[]) {
      const words = readingWords(readingOf(DEFAULT_READINGS, name));
      expect(LANGUAGES.every((language) => (words?.[language].length ?? 0) > 5)).toBe(true);
      expect(Object.keys(READING_WORDS[name]).length).toBeGreaterThan(1);
    }
  });

  it('that nobody offers have no words', () => {
    expect(readingWords('termCounting:backwards')).toBeUndefined();
    expect(readingWords('moon:full')).toBeUndefined();
  });
});
