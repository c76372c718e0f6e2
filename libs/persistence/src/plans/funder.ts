import type { UnservedView } from '#contracts';
import type { Visit } from '../generated/client.js';

/** Who pays for a stored visit: `shared` when municipality and client both pay a part (1 to 99 per cent), or the client's means decide. */
export function funderOf({
  funding,
  municipalityPercent,
}: Pick<Visit, 'funding' | 'municipalityPercent'>): UnservedView['funder'] {
  if (funding === 'episode') return 'state';
  if (funding === 'private' || municipalityPercent === 0) return 'client';
  return municipalityPercent === 100 ? 'municipality' : 'shared';
}
