import type { Cell } from '../cells/cell.js';

/** A sheet or CSV file as rows of cells; index 0 is the first row a spreadsheet shows. */
export interface Grid {
  /** Name of the sheet or file, as people know it. */
  readonly label: string;
  /** Undefined when they could not be read; that has been reported. */
  readonly rows: readonly (readonly Cell[])[] | undefined;
}
