/** The languages of the page; Latvian comes first and is what an unknown visitor gets. */
export const languages = ['lv', 'en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, as a switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = { lv: 'Latviešu', en: 'English', ru: 'Русский' };

/** One text in every language. */
export type Translated = Readonly<Record<Language, string>>;

/** Whether a stored or received value names a language of the page. */
export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}
