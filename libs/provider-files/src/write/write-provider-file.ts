import { strToU8 } from 'fflate';
import type { ProviderFile } from '#contracts';
import { writeCsvZip } from './csv.js';
import { workbookBytes, workbookSheets } from './workbook.js';

/** A form a provider can be exported in. */
export type ProviderFormat = 'xlsx' | 'json' | 'csv-zip';

/**
 * The bytes of a provider's data in a form that imports to the same data again. In workbooks and CSV files a text that
 * a spreadsheet would run as a formula has an apostrophe before it, which the import takes off.
 */
export async function writeProviderFile(file: ProviderFile, format: ProviderFormat): Promise<Uint8Array> {
  if (format === 'json') return strToU8(`${JSON.stringify(file, null, 2)}\n`);
  if (format === 'csv-zip') return writeCsvZip(file);
  return workbookBytes(workbookSheets(file, 'en'));
}
