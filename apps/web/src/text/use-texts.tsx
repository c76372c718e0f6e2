import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { formatsFor, type Formats } from './format.js';
import { isLanguage, type Language } from './language.js';
import type { Messages, PluralForms } from './dictionary.js';
import { fill, messages, pluralForm } from './messages.js';

/** What a component needs to speak: the words, the formats, and the switch. */
export interface Texts {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** Takes a language the person did not choose on this page; a choice made here stays. */
  readonly suggestLanguage: (language: Language) => void;
  readonly text: Messages;
  readonly format: Formats;
  /** A text with values in its places. */
  fill(text: string, values: Readonly<Record<string, string | number>>): string;
  /** The plural form for `n`, with `{n}` written as the language writes numbers. */
  count(forms: PluralForms, n: number, values?: Readonly<Record<string, string | number>>): string;
}

const storageKey = 'apgaita.language';
const context = createContext<Texts | null>(null);

/** Gives every component below the texts of the chosen language and tells the document which it is. */
export function TextsProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState<Language | null>(readChoice);
  const [suggested, setSuggested] = useState<Language>('lv');
  const language = chosen ?? suggested;
  const setLanguage = useCallback((next: Language) => {
    writeChoice(next);
    setChosen(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const texts = useMemo<Texts>(() => {
    const text = messages[language];
    const format = formatsFor(language, text.unit);
    return {
      language,
      setLanguage,
      suggestLanguage: setSuggested,
      text,
      format,
      fill,
      count: (forms, n, values = {}) => fill(pluralForm(language, forms, n), { n: format.number(n), ...values }),
    };
  }, [language, setLanguage]);
  return <context.Provider value={texts}>{children}</context.Provider>;
}

/** The texts of the chosen language. */
export function useTexts(): Texts {
  const texts = useContext(context);
  if (!texts) throw new Error('useTexts outside TextsProvider');
  return texts;
}

/** Storage may be forbidden by the browser's settings; the page then forgets the choice and works on. */
function readChoice(): Language | null {
  try {
    const stored = localStorage.getItem(storageKey);
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
}

function writeChoice(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Nothing to do: the choice lasts as long as the page.
  }
}
