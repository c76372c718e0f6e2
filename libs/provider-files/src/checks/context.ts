import type { ErrorCode, SheetRow } from '#contracts';
import { sheetOf } from '../columns/sheets.js';
import type { RowOf, SheetName } from '../columns/texts.js';
import type { Report, Words } from '../report.js';
import { placeOf, type Row, type Table } from '../tables/table.js';

/** A row with the fields that passed their own checks; any may be absent. */
export interface CheckedRow<S extends SheetName> {
  readonly table: Table;
  readonly row: Row;
  readonly values: Partial<RowOf<S>>;
}

/** Why members of a profession may not do some of the tasks; one reason a refused task. */
export type RefusalsOf = (
  profession: SheetRow<'patterns'>['profession'],
  tasks: readonly string[],
) => readonly { readonly reason: { readonly en: string } }[];

/** What the reader is told about care. */
export interface CareFacts {
  readonly taskCodes: ReadonlySet<string>;
  readonly refusalsOf: RefusalsOf | undefined;
}

/** Everything a check of the whole file sees. */
export class Context {
  readonly #tables: ReadonlyMap<SheetName, Table>;
  readonly #byId = new Map<SheetName, Map<string, CheckedRow<SheetName>>>();

  constructor(
    tables: readonly Table[],
    readonly report: Report,
    readonly care: CareFacts,
  ) {
    this.#tables = new Map(tables.map((table) => [table.sheet.name, table]));
  }

  /** The rows of a list; none when the file has no such list. */
  rows<S extends SheetName>(name: S): CheckedRow<S>[] {
    const table = this.#tables.get(name);
    return (table?.rows ?? []).map((row) => ({ table: table!, row, values: row.values as Partial<RowOf<S>> }));
  }

  /** Rows of a list by id; the first of equal ids. */
  byId<S extends SheetName>(name: S): ReadonlyMap<string, CheckedRow<S>> {
    let found = this.#byId.get(name);
    if (!found) {
      found = new Map();
      for (const each of this.rows(name)) {
        const id = each.row.values['id'];
        if (typeof id === 'string' && !found.has(id)) found.set(id, each);
      }
      this.#byId.set(name, found);
    }
    return found;
  }

  /** Whether the ids of a list are known; not when it could not be read, or is required and missing, which is reported once. */
  knows(name: SheetName): boolean {
    const table = this.#tables.get(name);
    return table ? table.unread !== true : !sheetOf(name).required;
  }

  /** Whether two rows surely belong to different clients: ids of no client have their own issue. */
  differ(client: string | undefined, other: string | undefined): boolean {
    const clients = this.byId('clients');
    return client !== undefined && other !== undefined && client !== other && clients.has(client) && clients.has(other);
  }

  /** Reports an issue at a field of a row. */
  issue(code: ErrorCode, at: { readonly table: Table; readonly row: Row }, field: string, words: Words): void {
    this.report.issue(code, placeOf(at.table, at.row, field), words);
  }
}

/** A check of the whole file: adds what it finds to the report. */
export type Check = (context: Context) => void;
