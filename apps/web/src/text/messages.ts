import type { Messages, PluralForms } from './dictionary.js';
import { en } from './en.js';
import type { Language } from './language.js';
import { lv } from './lv.js';
import { ru } from './ru.js';

/** The page's texts by language. */
export const messages: Readonly<Record<Language, Messages>> = { lv, en, ru };

/** Puts values into the `{name}` places of a text; a place without a value stays as it is, so that it shows. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

const pluralRules: Readonly<Record<Language, Intl.PluralRules>> = {
  lv: new Intl.PluralRules('lv'),
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
};

/** The form that goes with `n`. Latvian has a form of its own for 0 and 10-20, Russian for 2-4. */
export function pluralForm(language: Language, forms: PluralForms, n: number): string {
  return forms[pluralRules[language].select(n)] ?? forms.other;
}
