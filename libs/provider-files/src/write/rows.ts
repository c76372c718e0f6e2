import type { ProviderFile } from '#contracts';
import type { SheetName } from '../columns/texts.js';

/** The rows of a sheet; the provider is the one row of its sheet. */
export const rowsOf = (file: ProviderFile, name: SheetName): readonly Readonly<Record<string, unknown>>[] =>
  name === 'provider' ? [file.provider] : file[name];
