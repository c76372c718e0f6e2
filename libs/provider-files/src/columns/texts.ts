import type { ProviderFile, ProviderSheet, SheetRow } from '#contracts';

/** The lists of a provider file and its one-row `provider` sheet. */
export type SheetName = ProviderSheet | 'provider';
/** The row of a sheet. */
export type RowOf<S extends SheetName> = S extends ProviderSheet ? SheetRow<S> : ProviderFile['provider'];

/** One meaning in the three languages of the read-me sheet. */
export interface Meaning {
  readonly lv: string;
  readonly en: string;
  readonly ru: string;
}

/** What people read about a column: its Latvian header (accepted like the field name), meaning, and the list it names. */
export interface ColumnText extends Meaning {
  readonly header: string;
  readonly refers?: ProviderSheet;
}

/** What people read about a sheet; `header` is its Latvian name. A sheet without a column for every field does not compile. */
export interface SheetText<S extends SheetName> extends Meaning {
  readonly header: string;
  readonly columns: { readonly [F in keyof Required<RowOf<S>>]: ColumnText };
}

/** A column: Latvian header, then its meaning in Latvian, English and Russian. */
export const column = (header: string, lv: string, en: string, ru: string): ColumnText => ({ header, lv, en, ru });

/** A column that names a row of another list by its id. */
export const reference = (refers: ProviderSheet, text: ColumnText): ColumnText => ({ ...text, refers });

/** The id column every list has. */
export const ownId = (): ColumnText =>
  column('ID', 'Jūsu identifikators, katrai rindai savs', 'your own id, one a row', 'ваш идентификатор, свой у каждой строки');

/** The client column of the lists about a client. */
export const clientId = (): ColumnText =>
  reference('clients', column('Klients', 'klienta ID', 'id of the client', 'идентификатор клиента'));

/** The staff column of the lists about a member of staff. */
export const staffId = (): ColumnText =>
  reference('staff', column('Darbinieks', 'darbinieka ID', 'id of the staff member', 'идентификатор сотрудника'));

export const validFrom = (): ColumnText => column('Spēkā no', 'pirmā diena', 'first day', 'первый день');

export const validTo = (): ColumnText =>
  column('Spēkā līdz', 'pēdējā diena; tukšs – bez termiņa', 'last day; empty: open-ended', 'последний день; пусто – бессрочно');
