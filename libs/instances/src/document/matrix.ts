import type { FieldReader } from './fields.js';

/** How a matrix is taken. */
export interface MatrixRule {
  /** Every entry is multiplied by this. */
  readonly unit: number;
  /** Rows and columns it must have; absent: as many as there are rows. */
  readonly size?: number;
}

/** Reads a square matrix of non-negative numbers and returns it row-major, in units, rounded to whole numbers. */
export function squareMatrix(read: FieldReader, value: unknown, path: string, { unit, size }: MatrixRule): Int32Array {
  const rows = read.list(value, path);
  const n = size ?? rows.length;
  const cells = new Int32Array(n * n);
  const allowed = `a list of ${n}`;
  if (rows.length !== n) read.add('wrong_length', path, rows.length, { allowed, message: 'Give one row for every place.' });
  for (let row = 0; row < Math.min(n, rows.length); row += 1) {
    const entries = read.list(rows[row], `${path}[${row}]`);
    if (entries.length !== n)
      read.add('wrong_length', `${path}[${row}]`, entries.length, { allowed, message: 'Give one column for every place.' });
    for (let column = 0; column < Math.min(n, entries.length); column += 1) {
      const entry = entries[column];
      const sound = typeof entry === 'number' && entry >= 0 && entry * unit <= 1e9;
      cells[row * n + column] = Math.round(
        (sound ? entry : read.number(entry, `${path}[${row}][${column}]`, { min: 0, max: 1e9 / unit })) * unit,
      );
    }
  }
  return cells;
}
