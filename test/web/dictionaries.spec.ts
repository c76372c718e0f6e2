import { describe, expect, it } from '@jest/globals';
import { ruleBook, TASKS } from '#care';
import { errorCodes } from '#contracts';
import { adviceWords, issueAdvice } from '../../apps/web/src/text/issue-advice.js';
import { languages, type Language } from '../../apps/web/src/text/language.js';
import { fill, messages, pluralForm } from '../../apps/web/src/text/messages.js';
import { planNote, planNoteTexts } from '../../apps/web/src/text/plan-notes.js';
import { reasonWords } from '../../apps/web/src/text/rule-reasons.js';
import { ruleSource, sourceWords } from '../../apps/web/src/text/rule-sources.js';
import { classNames, conditionTexts, conditionWords } from '../../apps/web/src/text/rule-terms.js';
import { ruleWords } from '../../apps/web/src/text/rules.js';
import { taskName, taskNames } from '../../apps/web/src/text/tasks.js';
import { unservedReasonTexts } from '../../apps/web/src/text/unserved-reasons.js';

type Forms = Readonly<Record<string, string>>;
const isForms = (value: object): value is Forms => 'other' in value;

/** Every text of a dictionary by its path; plural forms count as one text. */
function texts(dictionary: object, path = ''): [string, string | Forms][] {
  return Object.entries(dictionary).flatMap(([key, value]: [string, string | object]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string'
      ? [[here, value] as [string, string]]
      : isForms(value)
        ? [[here, value]]
        : texts(value, here);
  });
}

const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const placesOf = (text: string | Forms): string[] => places(typeof text === 'string' ? text : text['other']);

describe('the dictionaries', () => {
  const latvian = texts(messages.lv);

  it.each(['en', 'ru'] as const)('of %s has the keys of Latvian and no other', (language) => {
    expect(texts(messages[language]).map(([path]) => path)).toEqual(latvian.map(([path]) => path));
  });

  it.each(['en', 'ru'] as const)('of %s has the places for values of Latvian', (language) => {
    const theirs = new Map(texts(messages[language]));
    const differing = latvian.filter(([path, text]) => String(placesOf(theirs.get(path) ?? '')) !== String(placesOf(text)));
    expect(differing).toEqual([]);
  });

  it.each(languages)('of %s has all plural forms its language knows, with the same places', (language) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const [path, text] of texts(messages[language])) {
      if (typeof text === 'string') continue;
      expect({ path, forms: Object.keys(text).sort() }).toEqual({ path, forms: wanted });
      for (const form of Object.values(text)) expect({ path, places: places(form) }).toEqual({ path, places: placesOf(text) });
    }
  });

  it.each(languages)('of %s has no empty and no untrimmed text', (language) => {
    const all = texts(messages[language]).flatMap(([path, text]) =>
      (typeof text === 'string' ? [text] : Object.values(text)).map((form) => [path, form]),
    );
    expect(all.filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });
});

describe('plural forms', () => {
  it.each<[Language, number, string]>([
    ['lv', 0, '0 vizīšu'],
    ['lv', 1, '1 vizīte'],
    ['lv', 11, '11 vizīšu'],
    ['lv', 21, '21 vizīte'],
    ['lv', 32, '32 vizītes'],
    ['en', 1, '1 visit'],
    ['en', 21, '21 visits'],
    ['ru', 1, '1 визит'],
    ['ru', 3, '3 визита'],
    ['ru', 11, '11 визитов'],
    ['ru', 22, '22 визита'],
  ])('%s: %i', (language, n, expected) => {
    expect(fill(pluralForm(language, messages[language].board.visits, n), { n })).toBe(expected);
  });

  it('leaves a place without a value to be seen', () => {
    expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}');
  });
});

describe('words for the catalogues', () => {
  it('names every task as the catalogue does', () => {
    expect(taskNames).toEqual(Object.fromEntries(TASKS.map((task) => [task.code, task.names])));
  });

  it('shows the code of a task it does not know', () => {
    expect(taskName('lv', 'NEW_TASK')).toBe('NEW_TASK');
  });

  it('translates every reason of the rule book', () => {
    const reasons = new Set(ruleBook().rules.map((rule) => rule.reason));
    expect([...reasons].filter((reason) => reason !== '' && !(reason in reasonWords))).toEqual([]);
  });

  it('says what every kind of rule between two tasks asks', () => {
    const { rules } = ruleBook();
    const known = new Set([...Object.keys(taskNames), ...Object.keys(classNames)]);
    const silent = rules.filter((rule) => {
      const words = ruleWords('en', messages.en, rule.id, rule.reason);
      const [a, b] = rule.id.split('-');
      return words.pair === null || words.asks === null || !known.has(a) || !known.has(b);
    });
    expect(rules.length).toBeGreaterThan(200);
    expect(silent.map((rule) => rule.id)).toEqual([]);
  });

  it('says when every rule with a condition holds', () => {
    const conditions = [...new Set(ruleBook().rules.map(({ condition }) => condition.replace(/^unless /, '')))];
    expect(conditions.filter((flag) => flag !== '').sort()).toEqual(Object.keys(conditionTexts).sort());
    expect(conditionWords('en', 'unless waterproof_dressing')).toBe('unless the dressing is waterproof');
    expect(conditionWords('lv', 'bedbound')).toBe('ja klients guļošs');
  });

  it('advises on every issue a file can have', () => {
    const ofFiles =
      /^(file|sheet|column|row|provider|cell|coordinates|id|reference|task|date|time|pattern|shift|term|price|barthel)\./;
    const codes = Object.keys(errorCodes).filter((code) => ofFiles.test(code));
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !(code in adviceWords))).toEqual([]);
    expect(Object.keys(adviceWords).filter((code) => !(code in errorCodes))).toEqual([]);
  });

  it.each([
    ['reasons of unserved visits', unservedReasonTexts],
    ['notes of plans', planNoteTexts],
  ])('gives all three languages the same places in the %s', (_, table) => {
    for (const [code, text] of Object.entries(table))
      for (const language of languages)
        expect({ code, places: places(text[language]) }).toEqual({ code, places: places(text.lv) });
  });
});

describe('words for a rule', () => {
  const reason = 'Vannošana un pārsiešana vienlaikus nav savienojamas: viens gaida otru';

  it('names the pair, what is asked and why, in the language asked for', () => {
    expect(ruleWords('en', messages.en, 'BATH-WOUND-conflict', reason)).toEqual({
      pair: 'Bath or shower × Skin lesion care (wound, leg ulcer)',
      asks: 'must not happen at once',
      reason: { text: 'Bathing and a dressing change cannot go on at once: one waits for the other', language: 'en' },
    });
  });

  it('puts customs and the guideline into words and leaves the names of pages', () => {
    const source = 'LM vadlīnijas 17.12.2014, III; NICE CG179; logical order of work';
    expect(ruleSource('en', source)).toBe(
      'Guidelines of the Ministry of Welfare 17.12.2014, III; NICE CG179; logical order of work',
    );
    expect(ruleSource('lv', source)).toBe('LM vadlīnijas 17.12.2014, III; NICE CG179; darbu loģiskā secība');
  });

  it('knows no custom the rule book does not name', () => {
    const named = new Set(ruleBook().rules.flatMap((rule) => rule.source.split('; ')));
    expect(Object.keys(sourceWords).filter((source) => !named.has(source))).toEqual([]);
  });

  it('gives a reason without a translation as written, marked as Latvian', () => {
    const words = ruleWords('ru', messages.ru, 'provider:own-rule', 'Pašu noteikums');
    expect(words).toEqual({ pair: null, asks: null, reason: { text: 'Pašu noteikums', language: 'lv' } });
  });
});

describe('codes with words beside them', () => {
  it('puts what followed the code into the sentence', () => {
    expect(planNote('en', 'task_rules.sameDay: 3')).toBe('Pairs of visits that should not be on one day: 3.');
  });

  it('gives a note without words as it came', () => {
    expect(planNote('lv', 'Something else: 5')).toBe('Something else: 5');
  });

  it('falls back to the server’s own words for an issue', () => {
    expect(issueAdvice('lv', { code: 'brand.new', message: 'Do this.' })).toEqual({ text: 'Do this.', language: 'en' });
  });
});
