import type { ProviderSheet } from '#contracts';
import { lists } from '../columns/sheets.js';
import { fold, nearest } from '../words.js';
import type { Check, Context } from './context.js';

/** Distinct unknown ids a search by edits is made for; the search looks at every known id. */
const SEARCHES = 200;

/** Finds the id somebody may have meant. */
class Suggestions {
  #left = SEARCHES;
  readonly #known = new Map<string, string>();
  readonly #answers = new Map<string, string | undefined>();

  constructor(private readonly ids: readonly string[]) {
    for (const id of ids) this.#known.set(loose(id), id);
  }

  for(wanted: string): string | undefined {
    if (!this.#answers.has(wanted)) this.#answers.set(wanted, this.#known.get(loose(wanted)) ?? this.#search(wanted));
    return this.#answers.get(wanted);
  }

  #search(wanted: string): string | undefined {
    if (this.#left-- <= 0) return undefined;
    return nearest(wanted, this.ids, wanted.length > 4 ? 2 : 1);
  }
}

/** Ids that differ only in case, separators or leading zeros are meant to be the same. */
const loose = (id: string): string => fold(id).replace(/(?<!\d)0+(?=\d)/g, '');

/** Every id a row names is in the list it belongs to. */
export const knownReferences: Check = (context) => {
  const suggestions = new Map<ProviderSheet, Suggestions>();
  for (const { name, columns } of lists) {
    for (const { field, text } of columns) {
      const { refers } = text;
      if (refers === undefined || !context.knows(refers)) continue;
      const meant = suggestions.get(refers) ?? new Suggestions([...context.byId(refers).keys()]);
      suggestions.set(refers, meant);
      checkColumn(context, { name, field, refers }, meant);
    }
  }
};

interface ReferenceColumn {
  readonly name: ProviderSheet;
  readonly field: string;
  readonly refers: ProviderSheet;
}

function checkColumn(context: Context, { name, field, refers }: ReferenceColumn, suggestions: Suggestions): void {
  const known = context.byId(refers);
  for (const each of context.rows(name)) {
    const id = each.row.values[field];
    if (typeof id !== 'string' || known.has(id)) continue;
    const meant = suggestions.for(id);
    const words = { allowed: `an id of ${refers}` };
    context.issue('reference.unknown', each, field, meant === undefined ? words : { ...words, detail: `Did you mean ${meant}?` });
  }
}
