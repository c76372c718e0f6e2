import { IssueList } from '../issue.js';

/** A JSON object of unknown content. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a number may be; bounds are inclusive. */
export interface NumberRule {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

const NOTHING: Fields = {};

/**
 * Takes typed values out of parsed JSON. What is missing or of the wrong type
 * becomes an issue and a harmless default (empty, 0), so that reading goes on
 * and finds the rest; whoever reads must look at `issues` before using anything.
 */
export class FieldReader extends IssueList {
  /** The object at `path`. */
  object(value: unknown, path: string): Fields {
    if (isObject(value)) return value;
    this.wrong(value, path, 'an object');
    return NOTHING;
  }

  /** Notes every field that has none of these names: a rule misspelt would not be kept. */
  onlyNamed(fields: Fields, path: string, names: readonly string[]): void {
    for (const [name, value] of Object.entries(fields)) {
      if (names.includes(name)) continue;
      this.add('unsupported', path === '' ? name : `${path}.${name}`, value, {
        allowed: names.join(' | '),
        message: 'Take the field out or mend its name.',
      });
    }
  }

  /** The list at `path`. */
  list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.wrong(value, path, 'a list');
    return [];
  }

  /** The list at `path`, empty when absent. */
  optionalList(value: unknown, path: string): readonly unknown[] {
    return value === undefined || value === null ? [] : this.list(value, path);
  }

  /** The text at `path`; never empty. */
  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value !== '') return value;
    this.wrong(value, path, 'a text that is not empty');
    return '';
  }

  /** The list of texts at `path`. */
  texts(value: unknown, path: string): readonly string[] {
    return this.list(value, path).map((entry, at) => this.text(entry, `${path}[${at}]`));
  }

  /** The number at `path`. */
  number(value: unknown, path: string, rule: NumberRule = {}): number {
    const allowed = described(rule);
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      this.wrong(value, path, allowed);
      return rule.min ?? 0;
    }
    if (rule.whole && !Number.isInteger(value)) {
      this.add('not_a_whole_number', path, value, { allowed, message: `Give ${allowed}.` });
    } else if ((rule.min !== undefined && value < rule.min) || (rule.max !== undefined && value > rule.max)) {
      this.add('out_of_range', path, value, { allowed, message: `Give ${allowed}.` });
    }
    return value;
  }

  /** One of the allowed words at `path`. */
  word<Word extends string>(value: unknown, path: string, words: readonly Word[]): Word {
    const known = words.find((word) => word === value);
    if (known !== undefined) return known;
    const allowed = words.join(' | ');
    if (value === undefined || value === null) this.wrong(value, path, allowed);
    else this.add('out_of_range', path, value, { allowed, message: 'Give one of the allowed words.' });
    return words[0];
  }

  /** Notes every id that occurs more than once. */
  unique(ids: readonly string[], path: (index: number) => string): void {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      if (id !== '' && seen.has(id))
        this.add('duplicate', path(index), id, {
          allowed: 'an id that occurs once',
          message: 'Give every entry an id of its own.',
        });
      seen.add(id);
    });
  }

  /** Notes an id that is not among the known ones. */
  reference(id: string, known: { has(id: string): boolean }, path: string, of: string): void {
    if (id === '' || known.has(id)) return;
    this.add('unknown_reference', path, id, {
      allowed: `the id of ${of}`,
      message: `Add the missing entry or name one that exists.`,
    });
  }

  private wrong(value: unknown, path: string, allowed: string): void {
    const missing = value === undefined || value === null;
    this.add(missing ? 'missing' : 'wrong_type', path, missing ? undefined : value, { allowed, message: `Give ${allowed}.` });
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function described({ min, max, whole }: NumberRule): string {
  const kind = whole ? 'a whole number' : 'a number';
  if (min !== undefined && max !== undefined) return `${kind} from ${min} to ${max}`;
  if (min !== undefined) return `${kind} of at least ${min}`;
  return max === undefined ? kind : `${kind} of at most ${max}`;
}
