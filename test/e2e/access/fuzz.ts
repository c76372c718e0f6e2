import fc from 'fast-check';
import { anything, placesIn, spoiled } from '../../property/spoiled.js';
import type { Described } from './described.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** A request to a route: what stands in its address, and its body. */
export interface FuzzedRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: string;
  readonly body: unknown;
}

const day = fc.integer({ min: 0, max: 20000 }).map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString());
const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  date: day.map((text) => text.slice(0, 10)),
  'date-time': day,
  email: fc.emailAddress(),
};

/** Values that fit a schema, or nearly: patterns are left to chance. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return fc.oneof(...choices.map(valueOf));
  if (Array.isArray(schema.type)) return fc.oneof(...(schema.type as string[]).map((type) => valueOf({ ...schema, type })));
  if (schema.type === 'object' || schema.properties) return objectOf(schema);
  if (schema.type === 'array') return fc.array(valueOf(schema.items ?? {}), { maxLength: 3 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'string')
    return TEXTS[schema.format ?? ''] ?? fc.string({ maxLength: Math.min(schema.maxLength ?? 20, 20) });
  if (schema.type === 'integer' || schema.type === 'number') {
    const [min, max] = [schema.minimum ?? -1000, schema.maximum ?? 1_000_000];
    return fc.integer({ min: Math.ceil(min), max: Math.max(Math.ceil(min), Math.floor(Math.min(max, 2 ** 31 - 1))) });
  }
  return fc.jsonValue({ maxDepth: 1 });
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) => [name, valueOf(schema)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

/** One in three bodies has something else in one place. */
function bodyOf(schema: Schema): fc.Arbitrary<unknown> {
  const bad = fc
    .tuple(valueOf(schema), fc.nat(), anything)
    .map(([value, place, by]) => spoiled(value, place % placesIn(value), by));
  return fc.oneof({ weight: 2, arbitrary: valueOf(schema) }, { weight: 1, arbitrary: bad });
}

/** Requests to a route made from its description, some with an id that is there. */
export function requests({ parameters = [], requestBody }: Described, id: string): fc.Arbitrary<FuzzedRequest> {
  const text = (schema: object): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 4, arbitrary: valueOf(schema).map((value) => String(value)) },
      { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 30 }) },
    );
  const of = (place: string) => parameters.filter((one) => one.in === place);
  const params = fc.record(
    Object.fromEntries(of('path').map(({ name, schema }) => [name, fc.oneof(fc.constant(id), text(schema))])),
  );
  const query = fc.record(Object.fromEntries(of('query').map(({ name, schema }) => [name, text(schema)])), { requiredKeys: [] });
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  return fc.record({
    params: params,
    query: query.map((values) => new URLSearchParams(values as Record<string, string>).toString()),
    body: schema === undefined ? fc.constant(undefined) : bodyOf(schema),
  });
}
