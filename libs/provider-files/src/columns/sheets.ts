import type { z } from 'zod';
import {
  absenceRow,
  barthelRow,
  certificateRow,
  clientRow,
  consentRow,
  decisionChangeRow,
  decisionRow,
  episodeRow,
  equipmentRow,
  informalCarerRow,
  manipulationRow,
  meansRow,
  medicineRow,
  municipalityRow,
  needyRow,
  opinionRow,
  patternRow,
  placeRow,
  preferenceRow,
  priceRow,
  providerRow,
  qualificationRow,
  referralRow,
  ruleBandRow,
  ruleSetRow,
  shiftRow,
  staffRow,
  termRow,
  type ProviderSheet,
} from '#contracts';
import * as care from './care-texts.js';
import * as client from './client-texts.js';
import { kindOf, type FieldKind } from './kinds.js';
import * as provider from './provider-texts.js';
import * as rules from './rule-texts.js';
import * as staff from './staff-texts.js';
import type { ColumnText, Meaning, SheetName } from './texts.js';

/** A column of a sheet: the field, its schema and kind, and what people read about it. */
export interface Column {
  readonly field: string;
  readonly kind: FieldKind;
  readonly schema: z.core.$ZodType;
  /** Whether a row must have it. */
  readonly required: boolean;
  readonly text: ColumnText;
}

/** A sheet of the workbook, a CSV file of the folder, a list of the JSON file. */
export interface Sheet {
  readonly name: SheetName;
  /** Latvian name, accepted like `name`. */
  readonly header: string;
  readonly meaning: Meaning;
  /** Whether a file must have it. */
  readonly required: boolean;
  /** In the order in which they are written. */
  readonly columns: readonly Column[];
}

const rows = {
  provider: [providerRow, provider.provider],
  municipalities: [municipalityRow, provider.municipalities],
  ruleSets: [ruleSetRow, rules.ruleSets],
  ruleBands: [ruleBandRow, rules.ruleBands],
  places: [placeRow, provider.places],
  clients: [clientRow, client.clients],
  informalCarers: [informalCarerRow, client.informalCarers],
  consents: [consentRow, client.consents],
  barthel: [barthelRow, client.barthel],
  means: [meansRow, client.means],
  needy: [needyRow, client.needy],
  certificates: [certificateRow, client.certificates],
  medicines: [medicineRow, client.medicines],
  staff: [staffRow, staff.staff],
  qualifications: [qualificationRow, staff.qualifications],
  shifts: [shiftRow, staff.shifts],
  absences: [absenceRow, staff.absences],
  equipment: [equipmentRow, provider.equipment],
  decisions: [decisionRow, care.decisions],
  decisionChanges: [decisionChangeRow, care.decisionChanges],
  prices: [priceRow, provider.prices],
  manipulations: [manipulationRow, care.manipulations],
  referrals: [referralRow, care.referrals],
  episodes: [episodeRow, care.episodes],
  terms: [termRow, care.terms],
  opinions: [opinionRow, care.opinions],
  patterns: [patternRow, care.patterns],
  preferences: [preferenceRow, client.preferences],
} as const satisfies Record<SheetName, readonly [z.ZodObject, Meaning & { header: string }]>;

const REQUIRED: readonly SheetName[] = ['provider', 'municipalities', 'clients', 'staff'];

function sheet(name: SheetName): Sheet {
  const [schema, text] = rows[name];
  const texts = text.columns as Readonly<Record<string, ColumnText>>;
  const columns = Object.entries(schema.shape as Record<string, z.ZodType>).map(([field, type]) => ({
    field,
    kind: kindOf(type),
    schema: type,
    required: !type.safeParse(undefined).success,
    text: texts[field],
  }));
  return { name, header: text.header, meaning: text, required: REQUIRED.includes(name), columns };
}

/** Every sheet in the order of the file, `provider` first. */
export const sheets: readonly Sheet[] = (Object.keys(rows) as SheetName[]).map(sheet);

/** The lists, without the one-row `provider` sheet. */
export const lists = sheets.filter((found): found is Sheet & { name: ProviderSheet } => found.name !== 'provider');

const byName = new Map(sheets.map((found) => [found.name, found]));

/** The sheet of a name; every name has one. */
export const sheetOf = (name: SheetName): Sheet => byName.get(name)!;

/** The column of a field; throws when the sheet has none, which is a slip in the code. */
export function columnOf(name: SheetName, field: string): Column {
  const column = sheetOf(name).columns.find((found) => found.field === field);
  if (!column) throw new Error(`sheet ${name} has no column ${field}`);
  return column;
}
