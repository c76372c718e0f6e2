import type { IsoDay } from '#time';
import type { EpisodeFacts } from './episode.js';

/** A diagnosis the state pays rehabilitation at home for, from a day on. */
interface PaidDiagnosis {
  /** ICD-10 category or code; its subdivisions belong to it. */
  readonly code: string;
  /** Where the diagnosis pays only beside another one, that of the mobility. */
  readonly beside?: string;
  readonly validFrom: IsoDay;
  readonly source: string;
}

const GUIDELINE = { validFrom: '2014-01-01', source: 'Guideline of 17.12.2014, table 1; Cabinet rules 1529/2013' } as const;

/** The list (S025), and what Cabinet rules 555/2018 added: a spinal cord injury with tetra- or paraplegia. */
export const REHABILITATION_DIAGNOSES: readonly PaidDiagnosis[] = [
  ...['I60', 'I61', 'I63', 'I64', 'I69'].map((code) => ({ code, ...GUIDELINE })),
  {
    code: 'T91.3',
    beside: 'G82',
    validFrom: '2018-09-01',
    source: 'Cabinet rules 555/2018, as told by the National Health Service',
  },
];

/** Whether the episode's diagnosis is on the list of the day the care begins. */
export function paidForRehabilitation({ careDiagnosis, mobilityDiagnosis, startedOn }: EpisodeFacts): boolean {
  return REHABILITATION_DIAGNOSES.some(
    ({ code, beside, validFrom }) =>
      validFrom <= startedOn && within(careDiagnosis, code) && (beside === undefined || within(mobilityDiagnosis ?? '', beside)),
  );
}

/** `I63.9` and `I63` are within `I63`; `I639` and `I6` are not. Letters may be small. */
function within(diagnosis: string, code: string): boolean {
  const written = diagnosis.trim().toUpperCase();
  return written === code || written.startsWith(code.includes('.') ? code : `${code}.`);
}
