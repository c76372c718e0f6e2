import { shown, type Cell } from '../cells/cell.js';
import type { Sheet } from '../columns/sheets.js';
import type { Report } from '../report.js';
import type { Grid } from '../sources/grid.js';
import { typeCells } from './fields.js';
import { headerRow, matchHeaders, type HeaderMatch } from './headers.js';
import { placeOf, unreadTable, type Row, type Table } from './table.js';

const filled = (cell: Cell | undefined): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== 'string' || /[^\s\u200B\u2060\uFEFF]/.test(cell));

/** The typed table of a sheet or CSV file; everything wrong with header, rows and cells is reported. */
export function tableFromGrid(sheet: Sheet, grid: Grid, report: Report): Table {
  if (!grid.rows) return unreadTable(sheet, grid.label);
  const at = headerRow(sheet, grid.rows);
  if (at < 0) {
    const names = sheet.columns.map((column) => column.field).join(', ');
    report.issue(
      'sheet.no_header',
      { path: sheet.name, sheet: grid.label, row: 1 },
      { allowed: `column names such as ${names}` },
    );
    return unreadTable(sheet, grid.label);
  }
  const match = matchHeaders({ sheet, label: grid.label, cells: grid.rows[at], row: at + 1 }, report);
  const rows: Row[] = [];
  const unread = sheet.columns.some((column) => column.field === 'id') && !match.headers.has('id');
  const table: Table = { sheet, label: grid.label, headers: match.headers, rows, unread };
  for (let line = at + 1; line < grid.rows.length; line++) {
    const cells = grid.rows[line];
    if (!cells.some(filled)) continue;
    const row: Row = { index: rows.length, number: line + 1, raw: rawFields(cells, match), values: {} };
    rows.push(row);
    const extra = cells.slice(match.width).find(filled);
    if (extra === undefined) typeCells(table, row, report);
    // Cells have moved: what stands under a header is not what it seems, so the row is not looked into.
    else {
      const allowed = `at most ${match.width} cells, one a column name`;
      report.issue('row.extra_cells', { ...placeOf(table, row), value: shown(extra) }, { allowed });
      keepId(row);
    }
  }
  return table;
}

/** The id of a row not looked into still counts, so that the rows naming it are not reported as well. */
function keepId(row: Row): void {
  const id = row.raw['id'];
  if (typeof id === 'string') row.values['id'] = id.trim();
}

function rawFields(cells: readonly Cell[], match: HeaderMatch): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  match.fields.forEach((field, index) => {
    const cell = cells[index];
    if (field !== undefined && filled(cell)) raw[field] = cell;
  });
  return raw;
}
