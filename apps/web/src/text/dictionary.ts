import type { lv } from './lv.js';

/** A text for every plural category the language has (CLDR); `{n}` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A dictionary's shape without its words: Latvian sets the keys, the others must have them all. */
type Shape<T> = T extends string ? string : T extends { other: string } ? PluralForms : { readonly [K in keyof T]: Shape<T[K]> };

/** Every text of the page in one language. */
export type Messages = Shape<typeof lv>;
