import { neutralised } from '../cells/neutral.js';
import type { FieldKind } from '../columns/kinds.js';

interface Window {
  readonly from: string;
  readonly to: string;
}

/** A value as the text of a cell; reading it back gives the value. Absent values are empty. */
export function cellText(kind: FieldKind, value: unknown): string {
  if (value === undefined) return '';
  const scalar = value as string | number;
  switch (kind.is) {
    case 'boolean':
      return value === true ? 'yes' : 'no';
    case 'list':
      return (value as unknown[]).map((entry) => cellText(kind.of, entry)).join('; ');
    case 'windows':
      return (value as Window[]).map(({ from, to }) => `${from}-${to}`).join('; ');
    case 'text':
    case 'id':
    case 'email':
      return neutralised(String(scalar));
    default:
      return String(scalar);
  }
}
