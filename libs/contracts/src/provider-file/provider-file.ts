import { z } from 'zod';
import { externalId, flag, latitude, longitude, shortText, text } from './fields.js';
import {
  clientRow,
  informalCarerRow,
  consentRow,
  barthelRow,
  meansRow,
  needyRow,
  certificateRow,
  medicineRow,
} from './client-rows.js';
import { staffRow, qualificationRow, shiftRow, absenceRow, equipmentRow } from './staff-rows.js';
import {
  decisionRow,
  decisionChangeRow,
  priceRow,
  referralRow,
  manipulationRow,
  episodeRow,
  termRow,
  opinionRow,
} from './grant-rows.js';
import { patternRow, preferenceRow } from './visit-rows.js';
import { ruleBandRow, ruleSetRow } from './rule-rows.js';

export * from './client-rows.js';
export * from './grant-rows.js';
export * from './staff-rows.js';
export * from './visit-rows.js';
export { ruleBandRow, ruleSetRow };

/** The organisation that plans and gives care; one file carries one provider. */
export const providerRow = z.object({
  code: externalId,
  name: shortText,
  timezone: z.literal('Europe/Riga').default('Europe/Riga'),
  phone: shortText.optional(),
});

/** A municipality whose social service decides and pays. */
export const municipalityRow = z.object({
  id: externalId,
  name: shortText,
  providesHomeCare: z.boolean().default(true),
  /** Whose binding rules hold: `riga`, `skriveri`, `jekabpils`, or a word of `ruleSets`. */
  rules: flag.optional(),
});

/** A place staff start from, end at or deliver to. */
export const placeRow = z.object({
  id: externalId,
  kind: z.enum(['office', 'laboratory', 'pharmacy', 'shop', 'garage', 'other']),
  name: shortText,
  address: text.optional(),
  latitude,
  longitude,
});

/** A whole provider as data: the JSON import format, version 1; a sheet or CSV file per list. */
export const providerFile = z.object({
  format: z.literal('apgaita-provider'),
  version: z.literal(1),
  provider: providerRow,
  municipalities: z.array(municipalityRow),
  ruleSets: z.array(ruleSetRow).default([]),
  ruleBands: z.array(ruleBandRow).default([]),
  places: z.array(placeRow).default([]),
  clients: z.array(clientRow),
  informalCarers: z.array(informalCarerRow).default([]),
  consents: z.array(consentRow).default([]),
  barthel: z.array(barthelRow).default([]),
  means: z.array(meansRow).default([]),
  needy: z.array(needyRow).default([]),
  certificates: z.array(certificateRow).default([]),
  medicines: z.array(medicineRow).default([]),
  staff: z.array(staffRow),
  qualifications: z.array(qualificationRow).default([]),
  shifts: z.array(shiftRow).default([]),
  absences: z.array(absenceRow).default([]),
  equipment: z.array(equipmentRow).default([]),
  decisions: z.array(decisionRow).default([]),
  decisionChanges: z.array(decisionChangeRow).default([]),
  prices: z.array(priceRow).default([]),
  manipulations: z.array(manipulationRow).default([]),
  referrals: z.array(referralRow).default([]),
  episodes: z.array(episodeRow).default([]),
  terms: z.array(termRow).default([]),
  opinions: z.array(opinionRow).default([]),
  patterns: z.array(patternRow).default([]),
  preferences: z.array(preferenceRow).default([]),
});

/** A checked provider file, defaults filled in. */
export type ProviderFile = z.output<typeof providerFile>;
/** A provider file as written by hand, before defaults. */
export type ProviderFileInput = z.input<typeof providerFile>;
/** The lists of a provider file, each a sheet of the workbook and a CSV file of the folder. */
export type ProviderSheet = Exclude<keyof ProviderFile, 'format' | 'version' | 'provider'>;
export type SheetRow<S extends ProviderSheet> = ProviderFile[S][number];
