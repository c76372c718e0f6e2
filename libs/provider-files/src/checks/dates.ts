import type { SheetName } from '../columns/texts.js';
import type { Check } from './context.js';

/** Fields that may not lie before another field of their row. */
const ORDERED: readonly (readonly [SheetName, string, string])[] = [
  ['consents', 'givenOn', 'validTo'],
  ['consents', 'givenOn', 'withdrawnOn'],
  ['certificates', 'issuedOn', 'validTo'],
  ['staff', 'employedFrom', 'employedTo'],
  ['qualifications', 'validFrom', 'validTo'],
  ['absences', 'from', 'to'],
  ['ruleSets', 'validFrom', 'validTo'],
  ['means', 'validFrom', 'validTo'],
  ['needy', 'validFrom', 'validTo'],
  ['medicines', 'validFrom', 'validTo'],
  ['manipulations', 'validFrom', 'validTo'],
  ['decisionChanges', 'from', 'to'],
  ['decisions', 'documentsOn', 'decidedOn'],
  ['decisions', 'validFrom', 'validTo'],
  ['decisions', 'validFrom', 'endedOn'],
  ['prices', 'validFrom', 'validTo'],
  ['referrals', 'onsetOn', 'issuedOn'],
  ['episodes', 'startedOn', 'endedOn'],
  ['terms', 'startsOn', 'endsOn'],
  ['patterns', 'validFrom', 'validTo'],
  ['patterns', 'pausedFrom', 'pausedTo'],
];

/** Ends do not lie before beginnings; the end is reported. */
export const orderedDates: Check = (context) => {
  for (const [name, from, to] of ORDERED) {
    for (const each of context.rows(name)) {
      const [first, last] = [each.row.values[from], each.row.values[to]];
      if (typeof first !== 'string' || typeof last !== 'string' || first <= last) continue;
      context.issue('date.order', each, to, { allowed: `${from} (${first}) or later` });
    }
  }
};
