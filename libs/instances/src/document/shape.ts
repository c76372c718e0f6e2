import type { FieldReader } from './fields.js';

/** Takes one kind of value out of parsed JSON; what is wrong becomes an issue and a harmless default. */
export type Take<Value> = (read: FieldReader, value: unknown, path: string) => Value;

/** A text that is not empty. */
export const text: Take<string> = (read, value, path) => read.text(value, path);

/** True or false. */
export const flag: Take<boolean> = (read, value, path) => {
  if (typeof value !== 'boolean')
    read.add('wrong_type', path, value, { allowed: 'true | false', message: 'Give true or false.' });
  return value === true;
};

/** A whole number in [min, max]. */
export function whole(min: number, max: number): Take<number> {
  return (read, value, path) => read.number(value, path, { min, max, whole: true });
}

/** One of some words. */
export function word<Word extends string>(...words: readonly Word[]): Take<Word> {
  return (read, value, path) => read.word(value, path, words);
}

/** One word, or else a value of another kind. */
export function wordOr<Word extends string, Value>(only: Word, other: Take<Value>): Take<Word | Value> {
  return (read, value, path) => (value === only ? only : other(read, value, path));
}

/** A list of such values. */
export function listOf<Value>(item: Take<Value>): Take<readonly Value[]> {
  return (read, value, path) => read.list(value, path).map((entry, at) => item(read, entry, `${path}[${at}]`));
}

/** An object of any names with such values. */
export function mapOf<Value>(item: Take<Value>): Take<Readonly<Record<string, Value>>> {
  return (read, value, path) =>
    Object.fromEntries(
      Object.entries(read.object(value, path)).map(([key, entry]) => [key, item(read, entry, `${path}.${key}`)]),
    );
}

/** What takes each field of an object. */
type Fields<Shape> = { readonly [Key in keyof Shape]: Take<Shape[Key]> };

/** An object with these fields, those of `optional` only where given; a field of another name is an issue. */
export function record<Needed extends object, Optional extends object>(
  needed: Fields<Needed>,
  optional: Fields<Optional>,
): Take<NoInfer<Needed & Partial<Optional>>> {
  return (read, value, path) => {
    const given = read.object(value, path);
    read.onlyNamed(given, path, [...Object.keys(needed), ...Object.keys(optional)]);
    const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const take = ([name, of]: [string, unknown]): [string, unknown] => [
      name,
      (of as Take<unknown>)(read, given[name], inside(name)),
    ];
    const present = Object.entries(optional).filter(([name]) => given[name] !== undefined);
    return Object.fromEntries([...Object.entries(needed), ...present].map(take)) as Needed & Partial<Optional>;
  };
}

/** The optional fields of an object whose other fields are read elsewhere. */
export function optionalFields<Optional extends object>(
  read: FieldReader,
  given: Readonly<Record<string, unknown>>,
  { path, fields }: { readonly path: string; readonly fields: Fields<Optional> },
): Partial<Optional> {
  const present = Object.entries(fields).filter(([name]) => given[name] !== undefined);
  return Object.fromEntries(
    present.map(([name, of]) => [name, (of as Take<unknown>)(read, given[name], path === '' ? name : `${path}.${name}`)]),
  ) as Partial<Optional>;
}
