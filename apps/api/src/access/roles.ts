import type { Account } from '#planning';

/** What somebody is to a route. Staff are told apart by their main profession; `integration` is a program of the provider's. */
export type Role = 'coordinator' | 'manager' | 'administrator' | 'carer' | 'nurse' | 'health' | 'integration';

/** Those who visit: carers (a van's crew among them), nurses, and the other health professions. */
export const STAFF = ['carer', 'nurse', 'health'] as const satisfies readonly Role[];
/** Those who answer for hours and money. */
export const MANAGERS = ['manager', 'administrator'] as const satisfies readonly Role[];
/** The planning office. */
export const OFFICE = ['coordinator', ...MANAGERS] as const satisfies readonly Role[];
/** Every person who can log in. */
export const PEOPLE = [...OFFICE, ...STAFF] as const satisfies readonly Role[];
/** Everything that has an account. */
export const ROLES = [...PEOPLE, 'integration'] as const satisfies readonly Role[];

/** The role of an account; staff of no known profession have the least that staff may. */
export function roleOf({ role, professions }: Pick<Account, 'role' | 'professions'>): Role {
  if (role !== 'staff') return role;
  const [main = 'carer'] = professions;
  if (main === 'carer' || main === 'van_crew') return 'carer';
  return main === 'nurse' ? 'nurse' : 'health';
}
