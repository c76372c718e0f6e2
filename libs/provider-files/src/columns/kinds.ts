import { z } from 'zod';
import { clockTime, code, externalId, flag, isoDate, latitude, longitude } from '#contracts';

/** How the cells of a column are read and written; derived from the schema, so the two cannot differ. */
export type FieldKind =
  | { readonly is: 'text'; readonly least: number; readonly most: number }
  | { readonly is: 'id' }
  | { readonly is: 'code' }
  | { readonly is: 'flag' }
  | { readonly is: 'email' }
  | { readonly is: 'date' }
  | { readonly is: 'time' }
  | { readonly is: 'boolean' }
  | { readonly is: 'coordinate'; readonly least: number; readonly most: number }
  | { readonly is: 'number'; readonly least: number; readonly most: number }
  | { readonly is: 'choice'; readonly options: readonly string[] }
  | { readonly is: 'windows'; readonly most: number }
  | { readonly is: 'list'; readonly of: FieldKind; readonly least: number; readonly most: number };

/** The schema without `.optional()` and `.default()`. */
function inner(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return inner(schema.def.innerType);
  return schema;
}

function sizeOf(list: z.ZodArray): { least: number; most: number } {
  const bag = list._zod.bag as { minimum?: number; maximum?: number };
  return { least: bag.minimum ?? 0, most: bag.maximum ?? Infinity };
}

/** The kind of a field of a row schema. Throws on a schema no cell can hold: a new field needs a kind first. */
export function kindOf(field: z.core.$ZodType): FieldKind {
  const schema = inner(field);
  if (schema === isoDate) return { is: 'date' };
  if (schema === clockTime) return { is: 'time' };
  if (schema === externalId) return { is: 'id' };
  if (schema === code) return { is: 'code' };
  if (schema === flag) return { is: 'flag' };
  if (schema instanceof z.ZodNumber) {
    const is = schema === latitude || schema === longitude ? 'coordinate' : 'number';
    return { is, least: schema.minValue ?? -Infinity, most: schema.maxValue ?? Infinity };
  }
  if (schema instanceof z.ZodBoolean) return { is: 'boolean' };
  if (schema instanceof z.ZodEnum) return { is: 'choice', options: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { is: 'choice', options: [...schema.values].map(String) };
  if (schema instanceof z.ZodEmail) return { is: 'email' };
  if (schema instanceof z.ZodString) return { is: 'text', least: schema.minLength ?? 0, most: schema.maxLength ?? Infinity };
  if (schema instanceof z.ZodArray) return listKind(schema);
  throw new Error('a field of the provider file has a schema that no cell can hold');
}

function listKind(schema: z.ZodArray): FieldKind {
  const { least, most } = sizeOf(schema);
  if (schema.element instanceof z.ZodObject) return { is: 'windows', most };
  return { is: 'list', of: kindOf(schema.element), least, most };
}
