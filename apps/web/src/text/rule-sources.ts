import type { Language, Translated } from './language.js';

/** Sources of the rule book that are a custom or an assumption rather than a page with a name of its own. */
export const sourceWords: Readonly<Record<string, Translated>> = {
  'hygiene convention (clean before dirty)': {
    lv: 'higiēnas paraža (tīrais pirms netīrā)',
    en: 'hygiene convention (clean before dirty)',
    ru: 'правило гигиены (чистое до грязного)',
  },
  'logical order of work': { lv: 'darbu loģiskā secība', en: 'logical order of work', ru: 'логический порядок работ' },
  'expert assumption, confirm with a nurse': {
    lv: 'lietpratēja pieņēmums, jāapstiprina māsai',
    en: 'expert assumption, confirm with a nurse',
    ru: 'предположение специалиста, подтвердить у медсестры',
  },
  'nursing practice convention': { lv: 'māsu prakses paraža', en: 'nursing practice convention', ru: 'сестринская практика' },
  'home oxygen safety convention': {
    lv: 'skābekļa drošības paraža mājās',
    en: 'home oxygen safety convention',
    ru: 'правило безопасности кислорода на дому',
  },
};

const guideline: Translated = {
  lv: 'LM vadlīnijas',
  en: 'Guidelines of the Ministry of Welfare',
  ru: 'Рекомендации Министерства благосостояния',
};

/** A rule's source, several parted by `; `, in the user's language where it has words; names of pages stay names. */
export function ruleSource(language: Language, source: string): string {
  return source
    .split('; ')
    .map((one) => sourceWords[one]?.[language] ?? one.replace(/^LM vadlīnijas/, guideline[language]))
    .join('; ');
}
