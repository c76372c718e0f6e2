import type { Language } from '../text/language.js';
import { ruleWordsOfPage as words } from '../text/rule-page-texts.js';

/** The bounds of a gap in words; empty when there are none. */
export function gapWords(language: Language, { min, max }: { readonly min: number | null; readonly max: number | null }): string {
  if (min === null && max === null) return '';
  const form = max === null ? words.atLeast : min === null || min === 0 ? words.atMost : words.minutesBetween;
  return form[language].replace('{min}', String(min)).replace('{max}', String(max));
}
