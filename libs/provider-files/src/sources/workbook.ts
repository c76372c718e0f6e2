import { strFromU8, strToU8, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import type { Cell } from '../cells/cell.js';
import { LIMITS } from '../limits.js';
import type { Report } from '../report.js';
import { unzip } from './archive.js';
import type { Grid } from './grid.js';
import type { NamedBytes } from './input.js';

/** An opening `<row>` or `<c>` tag; quoted attribute values may hold `>`. */
const TAG = /<(?:\w+:)?(row|c)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const OPENER = /<(?:\w+:)?(?:row|c)(?=[\s/>])/g;
const ADDRESS = /(?:^|\s)r\s*=\s*["']([^"']*)["']/;
/** A cell with a formula and no value. */
const UNCALCULATED = /<((?:\w+:)?c)\s([^>]*?)(?:\st="[a-z]+")?>(<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>))<\/\1>/gi;
const ERROR_TYPE = /(\st\s*=\s*)(["'])e\2/;

type Scan = { readonly ok: true; readonly xml: string } | { readonly ok: false; readonly fault: 'damaged' | 'too_large' };

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Row and column a tag names; 0 for a row that is merely the next one; undefined when it names no position. */
function positionOf(tag: string, address: string | undefined): { row: number; column: number } | undefined {
  if (tag === 'row' && address === undefined) return { row: 0, column: 0 };
  const parts = (tag === 'row' ? /^()(\d{1,7})$/ : /^([A-Z]{1,3})(\d{1,7})$/).exec(address ?? '');
  return parts ? { row: Number(parts[2]), column: columnNumber(parts[1]) } : undefined;
}

/** Formatted but empty cells and rows, which people leave by the million. */
const withoutEmptyCells = (xml: string): string =>
  xml
    .replace(/<(?:\w+:)?c\s[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*(?:\/>|>\s*<\/(?:\w+:)?c>)/g, '')
    .replace(/<(?:\w+:)?row\s[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*(?:\/>|>\s*<\/(?:\w+:)?row>)/g, '');

/** Formula errors as texts, and a mark where a formula was never calculated; the reader takes both for empty cells. */
function withVisibleErrors(xml: string): string {
  const texts = /\st\s*=\s*["']e["']/.test(xml) ? xml.replace(TAG, (tag: string) => tag.replace(ERROR_TYPE, '$1$2str$2')) : xml;
  return /<(?:\w+:)?f[\s/>]/.test(texts) ? texts.replace(UNCALCULATED, '<$1 $2 t="str">$3<v>#UNCALCULATED!</v></$1>') : texts;
}

/**
 * Looks at every cell position before a sheet is read, because two cells in far corners of a sheet of a kilobyte
 * become a grid of billions, and makes errors of formulas visible.
 */
export function scanSheet(source: string): Scan {
  const xml = withoutEmptyCells(source);
  let tags = 0;
  let [rows, columns] = [0, 0];
  for (const [, tag, attributes] of xml.matchAll(TAG)) {
    const position = positionOf(tag, ADDRESS.exec(attributes)?.[1]);
    if (!position) return { ok: false, fault: 'damaged' };
    tags++;
    rows = Math.max(rows, position.row);
    columns = Math.max(columns, position.column);
  }
  // A tag the pattern could not follow would be a position that nobody looked at.
  if (tags !== (xml.match(OPENER)?.length ?? 0)) return { ok: false, fault: 'damaged' };
  if (rows > LIMITS.rows || columns > LIMITS.columns || rows * columns > LIMITS.cells) return { ok: false, fault: 'too_large' };
  return { ok: true, xml: withVisibleErrors(xml) };
}

/**
 * The sheets of an .xlsx workbook, or undefined after reporting why there are none. Dates and times come as serials;
 * formulas as their stored values.
 */
export async function readWorkbookGrids(file: NamedBytes, report: Report): Promise<Grid[] | undefined> {
  const unpacked = unzip(file.bytes, (name) => /\.(?:xml|rels)$/.test(name));
  if (!unpacked.ok) return refused(file, report, unpacked.fault, unpacked.detail);
  const parts: Record<string, [Uint8Array, { level: 0 }]> = {};
  for (const { name, bytes } of unpacked.value) {
    const isSheet = /(?:^|\/)worksheets\/[^/]+\.xml$/.test(name);
    const scan = isSheet ? scanSheet(strFromU8(bytes)) : undefined;
    if (scan?.ok === false) return refused(file, report, scan.fault, `A sheet (${name}) cannot be read.`);
    parts[name] = [scan ? strToU8(scan.xml) : bytes, { level: 0 }];
  }
  try {
    const packed = zipSync(parts);
    const sheets = await readWorkbook(packed.buffer);
    return sheets.map(({ sheet, data }) => ({ label: sheet, rows: data.map((row) => row.map(toCell)) }));
  } catch {
    // The reader throws one error or another, its own or a TypeError, whatever is wrong with the XML.
    return refused(file, report, 'damaged', 'Its sheets cannot be read.');
  }
}

function toCell(value: unknown): Cell {
  if (value instanceof Date) return { serial: Math.round((value.getTime() / 86_400_000 + 25_569) * 1e9) / 1e9 };
  return value as Cell;
}

function refused(file: NamedBytes, report: Report, fault: 'damaged' | 'too_large', detail: string): undefined {
  const place = { path: '', sheet: file.name };
  const cells = `at most ${LIMITS.rows} rows, ${LIMITS.columns} columns and ${LIMITS.cells} cells a sheet`;
  if (fault === 'too_large') report.issue('file.too_large', place, { allowed: cells, detail });
  else report.issue('file.unreadable', place, { allowed: 'an .xlsx workbook', detail });
  return undefined;
}
