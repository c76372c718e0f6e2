import type { Messages } from './dictionary.js';

/** A profession in words; a code the page does not know stays a code. */
export function professionName(text: Messages, code: string): string {
  return (text.profession as Readonly<Record<string, string>>)[code] ?? code;
}

/** A sheet of the import file by its list's name; a name the page does not know stays as it is. */
export function sheetName(text: Messages, list: string): string {
  return (text.sheet as Readonly<Record<string, string>>)[list] ?? list;
}
