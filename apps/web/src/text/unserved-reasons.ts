import type { Formats } from './format.js';
import type { Language, Translated } from './language.js';
import { fill } from './messages.js';

/** Why a visit was left out: a stable code with its figures. */
export interface UnservedReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Sentences by code. Params that count seconds end in `Seconds` or are named `seconds` and are written as durations. */
export const unservedReasonTexts: Readonly<Record<string, Translated>> = {
  no_staff: {
    lv: 'Nav neviena darbinieka, kas drīkst un prot šo vizīti.',
    en: 'No staff member is allowed and able to make this visit.',
    ru: 'Нет сотрудника, который вправе и умеет выполнить этот визит.',
  },
};

interface ReasonInput {
  readonly language: Language;
  readonly format: Formats;
  readonly reason: UnservedReason;
  /** Text for a code this page does not know, with a place for `{code}`. */
  readonly unknown: string;
}

/** A reason as a sentence; an unknown code shows as a code, so that it can be asked about. */
export function unservedReason({ language, format, reason, unknown }: ReasonInput): string {
  const text = unservedReasonTexts[reason.code]?.[language];
  if (text === undefined) return fill(unknown, { code: reason.code });
  const values = Object.fromEntries(Object.entries(reason.params).map(([name, value]) => [name, written(name, value, format)]));
  return fill(text, values);
}

function written(name: string, value: string | number, format: Formats): string {
  if (typeof value === 'string') return value;
  return /seconds$/i.test(name) ? format.duration(value) : format.number(value);
}
