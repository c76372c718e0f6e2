import type { Decision } from './decision.js';

/** A sound decision of Riga: 280 minutes a week for half a year. */
export const DECISION: Decision = {
  id: 'D1',
  clientId: 'C1',
  decidedOn: '2026-01-05',
  decidedBy: 'social worker',
  validFrom: '2026-01-12',
  validTo: '2026-07-12',
  permanent: false,
  form: 'provider',
  careLevel: 2,
  grantedMinutes: 280,
  grantedPer: 'week',
  tasks: ['BATH', 'CLEAN'],
  municipalityPercent: 100,
  rules: 'riga',
  ruleSet: 'riga-2020',
  certificate: {
    issuedOn: '2025-12-20',
    validTo: null,
    severity: 'moderate',
    tuberculosis: false,
    acuteInfection: false,
    sexuallyTransmitted: false,
  },
  barthel: 10,
  documentsOn: '2025-12-22',
  replaces: null,
  changes: [],
};
