import { CsvError, parse } from 'csv-parse/sync';
import { LIMITS } from '../limits.js';
import type { Report } from '../report.js';
import { decodeText } from './encoding.js';
import type { Grid } from './grid.js';
import type { NamedBytes } from './input.js';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** The first line that is not blank. */
const firstLine = (text: string): string => /[^\s;,|][^\r\n]*/.exec(text)?.[0] ?? '';

/** The separator that cuts the header into the most column names that `known` recognises; then into the most pieces. */
export function delimiterOf(text: string, known: (header: string) => boolean): string {
  const line = firstLine(text);
  const scores = DELIMITERS.map((delimiter) => {
    const names = line.split(delimiter).map((name) => name.replace(/^\s*"|"\s*$/g, ''));
    return { delimiter, score: names.filter(known).length * 1_000 + names.length };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** The rows of a CSV file, or none after reporting why. `known` tells column names of its sheet. */
export function readCsvGrid(file: NamedBytes, known: (header: string) => boolean, report: Report): Grid {
  const label = file.name.split('/').pop()!;
  const decoded = decodeText(file.bytes);
  if (decoded.guessed) {
    report.warn('file.encoding_guessed', { path: '', sheet: label, value: decoded.encoding }, { allowed: 'UTF-8 or UTF-16' });
  }
  // Excel writes and swallows a first line that names the separator; it is no row.
  const named = /^sep=(.)\r?\n/.exec(decoded.text);
  const text = named ? decoded.text.slice(named[0].length) : decoded.text;
  const delimiter = named ? named[1] : delimiterOf(text, known);
  const parsed = parseRows(text, delimiter);
  if (Array.isArray(parsed)) return withinLimits(label, parsed, report);
  report.issue(
    'row.quote_open',
    { path: '', sheet: label, row: parsed.line },
    { allowed: 'quotation marks in pairs around a value' },
  );
  return { label, rows: undefined };
}

/** The rows, or the line of a quoted value that does not end where it should. */
function parseRows(text: string, delimiter: string, relaxed = false): string[][] | { readonly line: number } {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: relaxed, skip_empty_lines: false });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Quotation marks inside a value that is not quoted, as in `SIA "Birojs"`, are letters like others.
    if (error.code === 'INVALID_OPENING_QUOTE' && !relaxed) return parseRows(text, delimiter, true);
    return { line: Number(error['lines'] ?? 1) };
  }
}

function withinLimits(label: string, rows: string[][], report: Report): Grid {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length <= LIMITS.rows && columns <= LIMITS.columns) return { label, rows };
  const place = { path: '', sheet: label, value: `${rows.length} rows, ${columns} columns` };
  report.issue('sheet.too_large', place, { allowed: `at most ${LIMITS.rows} rows and ${LIMITS.columns} columns` });
  return { label, rows: undefined };
}
