import type { ErrorCode } from '#contracts';

/** A cell as a source hands it over; `serial` is a number that the workbook shows as a date or time. */
export type Cell = null | string | number | boolean | { readonly serial: number };

/** What a cell means, or why it means nothing. `undefined` is an empty cell. */
export type Reading<T = unknown> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: ErrorCode; readonly detail?: string };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const refuse = (code: ErrorCode, detail?: string): Reading<never> =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };

/** Whether a cell is a number shown as a date or time. */
export const isSerial = (cell: Cell): cell is { readonly serial: number } => typeof cell === 'object' && cell !== null;

/** A cell as a person would see it, at most 80 characters; for issues. */
export function shown(cell: unknown): string {
  const text =
    typeof cell === 'string' ? cell : isSerial(cell as Cell) ? serialText((cell as { serial: number }).serial) : other(cell);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function other(cell: unknown): string {
  return typeof cell === 'number' ? String(cell) : JSON.stringify(cell);
}

function serialText(serial: number): string {
  if (!Number.isFinite(serial) || Math.abs(serial) > 1e6) return String(serial);
  const stamp = new Date(Math.round((serial - 25569) * 1440) * 60_000).toISOString();
  if (serial <= 1) return serial === 1 ? '24:00' : stamp.slice(11, 16);
  return Number.isInteger(serial) ? stamp.slice(0, 10) : `${stamp.slice(0, 10)} ${stamp.slice(11, 16)}`;
}
