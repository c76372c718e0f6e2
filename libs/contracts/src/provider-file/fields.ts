import { z } from 'zod';

/**
 * Text as people mean it: composed letters (NFC), non-breaking blanks as blanks, no zero-width characters,
 * `\n` as line end, no blanks at either end. Doing it twice changes nothing.
 */
export const tidyText = (value: string): string =>
  value
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .trim();

/** Tidied and on one line: an Alt+Enter or a tab inside a cell counts as a blank. */
export const tidyLine = (value: string): string => tidyText(value).replace(/[\n\t]+/g, ' ');

/** Letters a database, a spreadsheet and JSON can all carry: no control characters, no halves of a character. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u;
const PRINTABLE_LINES = /^(?:[\n\t]|[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}])*$/u;

/** ISO calendar date, `2026-11-24`; a real day between 1900 and 2100. */
export const isoDate = z.iso
  .date()
  .refine((d) => d >= '1900-01-01' && d <= '2100-12-31', 'a day between 1900-01-01 and 2100-12-31');

/** Wall-clock time `HH:MM` from 00:00 to 24:00 (24:00 is the end of the day, never a start). */
export const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time HH:MM from 00:00 to 24:00');

/** The provider's own id of a thing: 1 to 64 letters, digits, `-`, `_`, `.`, `/`. */
export const externalId = z
  .string()
  .overwrite(tidyText)
  .regex(/^[\p{L}\p{N}._/-]{1,64}$/u, '1 to 64 letters, digits or - _ . /');

/** Upper-case code of a catalogue entry. */
export const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'an upper-case code');

export const flag = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'a lower-case flag');

export const latitude = z.number().min(55.6).max(58.2);
export const longitude = z.number().min(20.8).max(28.4);
export const minutes = z
  .number()
  .int()
  .min(0)
  .max(60 * 24 * 31);
export const cents = z.number().int().min(0).max(100_000_000);
export const percent = z.number().int().min(0).max(100);
/** Some lines of text, 1 to 2000 characters after tidying; absent rather than empty. */
export const text = z.string().overwrite(tidyText).min(1).max(2000).regex(PRINTABLE_LINES, 'text without control characters');
/** One line, 1 to 200 characters after tidying. */
export const shortText = z.string().overwrite(tidyLine).min(1).max(200).regex(PRINTABLE, 'text without control characters');
export const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
export const language = z.enum(['lv', 'ru', 'en', 'other']);
export const travelMode = z.enum(['walk', 'bicycle', 'car', 'transit']);
export const profession = z.enum([
  'carer',
  'nurse',
  'feldsher',
  'physio',
  'physio_assistant',
  'ergo',
  'speech',
  'podiatrist',
  'van_crew',
  'gp',
]);
