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
  qualificationRow,
  referralRow,
  ruleBandRow,
  ruleSetRow,
  shiftRow,
  staffRow,
  termRow,
  type ProviderSheet,
  type SheetRow,
} from '#contracts';
import type { BulkRow } from '../database/bulk.js';
import { shiftInstants } from './shift-instants.js';

/** How a list of the provider file becomes rows of a table. Fields named alike are copied. */
export interface SheetTable {
  readonly sheet: ProviderSheet;
  readonly table: string;
  /** The file's fields, `id` left out. */
  readonly fields: readonly string[];
  /** Fields that hold another row's own id: the model field with the database id, and whose. */
  readonly references: Readonly<Record<string, readonly [field: string, sheet: ProviderSheet]>>;
  /** Fields the model calls otherwise. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Model fields worked out from the others. */
  readonly derived: (row: never, timezone: string) => BulkRow;
}

interface SheetShape {
  readonly shape: Readonly<Record<string, unknown>>;
}

function sheet<S extends ProviderSheet>(
  name: S,
  table: string,
  { shape }: SheetShape,
  rest: {
    readonly references?: Partial<Record<keyof SheetRow<S>, readonly [field: string, sheet: ProviderSheet]>>;
    readonly renamed?: Partial<Record<keyof SheetRow<S>, string>>;
    readonly derived?: (row: SheetRow<S>, timezone: string) => BulkRow;
  } = {},
): SheetTable {
  return {
    sheet: name,
    table,
    fields: Object.keys(shape).filter((field) => field !== 'id'),
    references: (rest.references ?? {}) as SheetTable['references'],
    renamed: (rest.renamed ?? {}) as SheetTable['renamed'],
    derived: rest.derived ?? (() => ({})),
  };
}

const CLIENT = ['clientId', 'clients'] as const;
const STAFF = ['staffId', 'staff'] as const;
const MUNICIPALITY = ['municipalityId', 'municipalities'] as const;
const EPISODE = ['episodeId', 'episodes'] as const;

/** Every list of the provider file, what others refer to first. */
export const SHEET_TABLES: readonly SheetTable[] = [
  sheet('municipalities', 'municipalities', municipalityRow),
  sheet('ruleSets', 'rule_sets', ruleSetRow),
  sheet('ruleBands', 'rule_bands', ruleBandRow, { references: { ruleSet: ['ruleSetId', 'ruleSets'] } }),
  sheet('places', 'places', placeRow),
  sheet('clients', 'clients', clientRow, { references: { municipality: MUNICIPALITY } }),
  sheet('informalCarers', 'informal_carers', informalCarerRow, {
    references: { client: CLIENT },
    renamed: { from: 'fromTime', to: 'toTime' },
  }),
  sheet('consents', 'consents', consentRow, { references: { client: CLIENT } }),
  sheet('barthel', 'barthel_scores', barthelRow, { references: { client: CLIENT } }),
  sheet('means', 'household_means', meansRow, { references: { client: CLIENT } }),
  sheet('needy', 'needy_statuses', needyRow, { references: { client: CLIENT } }),
  sheet('certificates', 'certificates', certificateRow, { references: { client: CLIENT } }),
  sheet('medicines', 'medicines', medicineRow, { references: { client: CLIENT } }),
  sheet('manipulations', 'manipulation_codes', manipulationRow),
  sheet('staff', 'staff_members', staffRow),
  sheet('qualifications', 'qualifications', qualificationRow, { references: { staff: STAFF } }),
  sheet('equipment', 'equipment', equipmentRow),
  sheet('shifts', 'shifts', shiftRow, {
    references: { staff: STAFF, vehicle: ['vehicleId', 'equipment'] },
    renamed: { start: 'startTime', end: 'endTime' },
    derived: shiftInstants,
  }),
  sheet('absences', 'absences', absenceRow, { references: { staff: STAFF }, renamed: { from: 'fromDate', to: 'toDate' } }),
  sheet('decisions', 'decisions', decisionRow, {
    references: {
      client: CLIENT,
      municipality: MUNICIPALITY,
      certificate: ['certificateId', 'certificates'],
      replaces: ['replacesId', 'decisions'],
    },
  }),
  sheet('decisionChanges', 'decision_changes', decisionChangeRow, {
    references: { decision: ['decisionId', 'decisions'] },
    renamed: { from: 'fromDate', to: 'toDate' },
  }),
  sheet('prices', 'prices', priceRow, { references: { municipality: MUNICIPALITY } }),
  sheet('referrals', 'referrals', referralRow, { references: { client: CLIENT } }),
  sheet('episodes', 'episodes', episodeRow, { references: { referral: ['referralId', 'referrals'] } }),
  sheet('terms', 'terms', termRow, { references: { episode: EPISODE } }),
  sheet('opinions', 'opinions', opinionRow, { references: { episode: EPISODE } }),
  sheet('patterns', 'visit_patterns', patternRow, {
    references: { client: CLIENT, decision: ['decisionId', 'decisions'], episode: EPISODE },
  }),
  sheet('preferences', 'preferences', preferenceRow, { references: { client: CLIENT, staff: STAFF } }),
];
