/** A field of a form that records something. `name` is where the server says that it is wrong. */
export type Field = { readonly name: string; readonly label: string; readonly required?: boolean } & (
  | { readonly kind: 'date'; readonly value: string; readonly min?: string; readonly max?: string }
  | { readonly kind: 'text' | 'lines' | 'time'; readonly value: string }
  | {
      readonly kind: 'number';
      readonly value: string;
      readonly min?: number;
      readonly max?: number;
      readonly step?: number | 'any';
    }
  | { readonly kind: 'check'; readonly value: boolean }
  | { readonly kind: 'choice'; readonly value: string; readonly options: readonly (readonly [value: string, label: string])[] }
);

/** What somebody has entered, by the names of the fields; checks are `on` or empty. */
export type Entered = Readonly<Record<string, string>>;

/** The fields' own values. */
export function entered(fields: readonly Field[]): Entered {
  return Object.fromEntries(fields.map(({ name, value }) => [name, typeof value === 'boolean' ? (value ? 'on' : '') : value]));
}

/** An own id for something recorded here, which nobody types: `OP-1f2e3d4c`. */
export function newId(prefix: string): string {
  return `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
}
