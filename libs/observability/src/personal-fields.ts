/**
 * Field names whose values describe a person. A log line keeps the name of the field and loses its value,
 * at any depth; ids stay, they are how a line is traced.
 */
const PERSONAL = new Set(
  [
    ['name', 'givenName', 'familyName', 'firstName', 'lastName', 'surname', 'fullName', 'displayName'],
    ['personalCode', 'birthDate', 'dateOfBirth', 'phone', 'phones', 'email', 'login', 'username'],
    ['address', 'declaredAddress', 'actualAddress', 'street', 'flat', 'postcode', 'doorCode', 'accessNotes', 'keyNotes'],
    ['latitude', 'longitude', 'lat', 'lon', 'coordinates', 'notes', 'note', 'comment', 'diagnosis', 'diagnoses', 'barthel'],
    ['password', 'passwordHash', 'token', 'cookie', 'authorization'],
  ]
    .flat()
    .map((name) => name.toLowerCase()),
);

/** What stands in the place of a personal value. */
export const REDACTED = '[personal]';

const DEEPEST = 8;

/**
 * A copy of `value` without personal values: plain objects and arrays are walked to a depth of 8, deeper ones and
 * nothing else are cut off; instances of classes (errors, requests) are left to their serialisers.
 */
export function withoutPersonalData(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return depth >= DEEPEST ? '[deep]' : value.map((item) => withoutPersonalData(item, depth + 1));
  if (!isPlain(value)) return value;
  if (depth >= DEEPEST) return '[deep]';
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const personal = PERSONAL.has(key.replaceAll(/[_-]/g, '').toLowerCase()) && item !== null && item !== undefined;
      return [key, personal ? REDACTED : withoutPersonalData(item, depth + 1)];
    }),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
