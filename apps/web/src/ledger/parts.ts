import type { LedgerGrouping, LedgerRowView } from '#contracts';
import { dashboardTexts } from '../text/dashboard-texts.js';
import type { Language } from '../text/language.js';
import { ledgerTexts } from '../text/ledger-texts.js';

/** Accounts of a ledger that have something in common. */
export interface LedgerPart {
  readonly by: LedgerGrouping;
  readonly name: string;
}

const COLUMNS = ['granted', 'planned', 'delivered', 'billed'] as const;

/** The rows of a part; of a funder those it pays something of. */
export function rowsOf(rows: readonly LedgerRowView[], { by, name }: LedgerPart): readonly LedgerRowView[] {
  if (by === 'funder') return rows.filter((row) => COLUMNS.some((column) => row[column][name as 'state'] !== 0));
  return rows.filter((row) => (row[by] ?? '') === name);
}

const funders = { municipality: 'pays', client: 'client', state: 'state' } as const;

/** What a part is called. */
export function partName({ by, name }: LedgerPart, language: Language): string {
  if (by === 'funder') return dashboardTexts[funders[name as keyof typeof funders]][language];
  if (by === 'kind') return ledgerTexts[name as LedgerRowView['kind']][language];
  return name === '' ? dashboardTexts.noDistrict[language] : name;
}
