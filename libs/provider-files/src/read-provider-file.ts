import { providerFile, type Issue, type ProviderFile } from '#contracts';
import { checks } from './checks/checks.js';
import { Context, type RefusalsOf } from './checks/context.js';
import { sheets } from './columns/sheets.js';
import { Report } from './report.js';
import { readTables } from './sources/tables.js';
import type { ProviderInput } from './sources/input.js';
import { placeOf, rowPath, type Table } from './tables/table.js';

/** What a reader must be told because it may not know it itself. */
export interface ReadOptions {
  /** Codes of the task catalogue. */
  readonly taskCodes: Iterable<string>;
  /** Why a profession may not do tasks of the catalogue, as the rules of care say; without it competence is not looked at. */
  readonly refusalsOf?: RefusalsOf;
}

/** A checked file, or everything wrong with it; warnings refuse nothing. */
export type ReadResult =
  | { readonly ok: true; readonly file: ProviderFile; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] };

/**
 * Reads a provider's own data from a workbook, CSV files or JSON.
 * @returns the checked file with defaults filled in, or every issue at once, in the order of the file; never throws for
 * what is in the file.
 */
export async function readProviderFile(input: ProviderInput, options: ReadOptions): Promise<ReadResult> {
  const report = new Report();
  const tables = await readTables(input, report);
  if (tables)
    checkTables(tables, new Context(tables, report, { taskCodes: new Set(options.taskCodes), refusalsOf: options.refusalsOf }));
  const { issues, warnings } = report;
  if (!tables || issues.length > 0) return { ok: false, issues: inFileOrder(issues), warnings };
  return { ok: true, file: providerFile.parse(assembled(tables)), warnings };
}

function checkTables(tables: readonly Table[], context: Context): void {
  const found = new Map(tables.map((table) => [table.sheet.name, table]));
  for (const { name, header, required } of sheets) {
    if (!required || found.has(name)) continue;
    context.report.issue(
      'sheet.missing',
      { path: name },
      { allowed: `a sheet or file ${name} (${header})`, detail: `There is no ${name}.` },
    );
  }
  const provider = found.get('provider');
  if (provider && !provider.unread) checkProvider(provider, context.report);
  for (const check of checks) check(context);
}

function checkProvider(table: Table, report: Report): void {
  const words = { allowed: 'one provider' };
  const sheet = table.label === undefined ? {} : { sheet: table.label };
  if (table.rows.length === 0)
    report.issue('provider.rows', { path: 'provider', ...sheet }, { ...words, detail: 'There is no row.' });
  for (const row of table.rows.slice(1)) {
    const { column: _column, ...place } = placeOf(table, row, 'code');
    report.issue('provider.rows', { ...place, path: rowPath(table, row) }, words);
  }
}

/** Sheets in their order, then rows; issues of a whole sheet before those of its rows. */
function inFileOrder(issues: readonly Issue[]): Issue[] {
  const order = new Map<string, number>(sheets.map((sheet, index) => [sheet.name, index]));
  const rank = (issue: Issue) => order.get(/^\w*/.exec(issue.path)![0]) ?? -1;
  const line = (issue: Issue) => issue.row ?? Number(/\[(\d+)\]/.exec(issue.path)?.[1] ?? -1);
  return issues
    .map((issue) => ({ issue, rank: rank(issue), line: line(issue) }))
    .sort((a, b) => a.rank - b.rank || a.line - b.line)
    .map(({ issue }) => issue);
}

function assembled(tables: readonly Table[]): Record<string, unknown> {
  const file: Record<string, unknown> = { format: 'apgaita-provider', version: 1 };
  for (const { sheet, rows } of tables) {
    file[sheet.name] = sheet.name === 'provider' ? rows[0].values : rows.map((row) => row.values);
  }
  return file;
}
