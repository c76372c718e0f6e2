import { shown } from '../cells/cell.js';
import { sheets, type Sheet } from '../columns/sheets.js';
import type { Report } from '../report.js';
import { fold, nearest } from '../words.js';
import { typeObject } from './fields.js';
import { unreadTable, type Row, type Table } from './table.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reports keys that are no field: as an issue when one is a slip away, else as a warning. */
function unknownKeys(path: string, keys: readonly string[], known: readonly string[], report: Report): void {
  for (const key of keys) {
    if (known.includes(key)) continue;
    const like = nearest(fold(key), known.map(fold), 2);
    const place = { path: path === '' ? key : `${path}.${key}`.slice(0, 200) };
    const words = { allowed: known.join(', ') };
    if (like === undefined) report.warn('column.unknown', place, { ...words, detail: 'It is not imported.' });
    else
      report.issue('column.unknown', place, { ...words, detail: `Did you mean ${known.find((name) => fold(name) === like)}?` });
  }
}

/** The typed tables of a parsed JSON file, or undefined when it is no provider file at all. */
export function tablesFromJson(data: unknown, report: Report): Table[] | undefined {
  if (!isObject(data) || data['format'] !== 'apgaita-provider' || data['version'] !== 1) {
    const found = isObject(data) ? { value: shown({ format: data['format'], version: data['version'] }) } : {};
    report.issue('file.version_unknown', { path: '', ...found }, { allowed: '{"format": "apgaita-provider", "version": 1, …}' });
    return undefined;
  }
  unknownKeys('', Object.keys(data), ['format', 'version', ...sheets.map((sheet) => sheet.name)], report);
  return sheets.flatMap((sheet) => {
    const list = data[sheet.name];
    if (list === undefined || list === null) return [];
    const objects = sheet.name === 'provider' ? [list] : list;
    if (Array.isArray(objects)) return [tableFromList(sheet, objects, report)];
    report.issue('cell.type', { path: sheet.name, value: shown(list) }, { allowed: 'a list of objects' });
    return [unreadTable(sheet, undefined)];
  });
}

function tableFromList(sheet: Sheet, objects: readonly unknown[], report: Report): Table {
  const rows: Row[] = [];
  const table: Table = { sheet, label: undefined, headers: new Map(), rows };
  const fields = sheet.columns.map((column) => column.field);
  objects.forEach((object, index) => {
    const row: Row = { index, number: undefined, raw: isObject(object) ? object : {}, values: {} };
    rows.push(row);
    const path = sheet.name === 'provider' ? 'provider' : `${sheet.name}[${index}]`;
    if (!isObject(object)) return report.issue('cell.type', { path, value: shown(object) }, { allowed: 'an object' });
    unknownKeys(path, Object.keys(object), fields, report);
    typeObject(table, row, report);
  });
  return table;
}
