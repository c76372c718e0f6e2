import type { Account, FieldMember } from '#planning';
import { ProblemError } from '../http/problem.js';

/** Whose work the account sees as its own. @throws ProblemError where it belongs to nobody of the staff. */
export function memberOf({ providerId, staffId }: Account): FieldMember {
  if (staffId === null) throw new ProblemError('request.not_found');
  return { providerId, staffId };
}
