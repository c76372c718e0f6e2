/**
 * What an import may be at most: far above a large provider (11,000 clients with a month of shifts is about
 * 20 MB of XML), low enough that reading it never takes a server's memory.
 */
export const LIMITS = {
  /** Bytes of the file as sent, or of all files of a folder. */
  fileBytes: 50_000_000,
  /** Bytes of everything unpacked from a workbook, a .zip or a .gz. */
  unpackedBytes: 250_000_000,
  /** Unpacked bytes a packed byte, looked at once an entry has passed `ratioFromBytes`; sheets reach about 50. */
  ratio: 300,
  ratioFromBytes: 10_000_000,
  /** Entries of an archive or files of a folder. */
  entries: 1_000,
  /** Rows of a sheet, header included. */
  rows: 200_000,
  /** Columns of a sheet. */
  columns: 300,
  /** Rows times columns of a sheet, empty cells included. */
  cells: 5_000_000,
} as const;
