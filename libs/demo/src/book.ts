import type { ProviderFileInput, ProviderSheet } from '#contracts';

/** A row as it is written, before defaults. */
export type Row<S extends ProviderSheet> = NonNullable<ProviderFileInput[S]>[number];

/** The provider being written: rows are added by subject, ids numbered by sheet. */
export class Book {
  readonly municipalities: Row<'municipalities'>[] = [];
  readonly ruleSets: Row<'ruleSets'>[] = [];
  readonly ruleBands: Row<'ruleBands'>[] = [];
  readonly places: Row<'places'>[] = [];
  readonly clients: Row<'clients'>[] = [];
  readonly informalCarers: Row<'informalCarers'>[] = [];
  readonly consents: Row<'consents'>[] = [];
  readonly barthel: Row<'barthel'>[] = [];
  readonly means: Row<'means'>[] = [];
  readonly needy: Row<'needy'>[] = [];
  readonly certificates: Row<'certificates'>[] = [];
  readonly medicines: Row<'medicines'>[] = [];
  readonly manipulations: Row<'manipulations'>[] = [];
  readonly staff: Row<'staff'>[] = [];
  readonly qualifications: Row<'qualifications'>[] = [];
  readonly shifts: Row<'shifts'>[] = [];
  readonly absences: Row<'absences'>[] = [];
  readonly equipment: Row<'equipment'>[] = [];
  readonly decisions: Row<'decisions'>[] = [];
  readonly decisionChanges: Row<'decisionChanges'>[] = [];
  readonly prices: Row<'prices'>[] = [];
  readonly referrals: Row<'referrals'>[] = [];
  readonly episodes: Row<'episodes'>[] = [];
  readonly terms: Row<'terms'>[] = [];
  readonly opinions: Row<'opinions'>[] = [];
  readonly patterns: Row<'patterns'>[] = [];
  readonly preferences: Row<'preferences'>[] = [];

  /** The next id of a sheet: `P0001`, `P0002` ... */
  id(sheet: ProviderSheet, letter: string): string {
    return `${letter}${String(this[sheet].length + 1).padStart(4, '0')}`;
  }
}

/** A field that is only written when there is something to write. */
export function given<K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
