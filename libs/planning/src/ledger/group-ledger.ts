import type { LedgerCellView, LedgerGroupView, LedgerGrouping, LedgerRowView } from '#contracts';
import { dividedRound, NOTHING, plus, type Cell } from './amount.js';
import { ledgerTotal } from './ledger-table.js';
import { columnsOf } from './view-ledger.js';

const COLUMNS = ['granted', 'planned', 'delivered', 'billed'] as const;
const FUNDERS = ['municipality', 'state', 'client'] as const;

/**
 * Rows of a ledger put together by what they have in common; a row without a district is under ''. By funder every row
 * counts with the part of its money and of its minutes that the funder pays, and causes, which are of visits, stay out.
 */
export function groupLedger(rows: readonly LedgerRowView[], by: LedgerGrouping): readonly LedgerGroupView[] {
  if (by === 'funder') return FUNDERS.map((funder) => funderGroup(rows, funder)).filter(({ accounts }) => accounts > 0);
  const keyOf = (row: LedgerRowView): string =>
    ({ kind: row.kind, municipality: row.municipality, district: row.district ?? '' })[by];
  const groups = new Map<string, LedgerRowView[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b, 'lv'))
    .map(([name, own]) => ({ name, accounts: own.length, ...columnsOf(ledgerTotal(own as never)) }));
}

type Funder = (typeof FUNDERS)[number];

function funderGroup(rows: readonly LedgerRowView[], funder: Funder): LedgerGroupView {
  const parts = rows.map((row) => COLUMNS.map((column) => partOf(row[column], funder, PAYS[row.kind])));
  const [granted, planned, delivered, billed] = COLUMNS.map((_, i) => parts.reduce((sum, row) => plus(sum, row[i]), NOTHING));
  const accounts = parts.filter((row) => row.some(({ minutes, cents }) => minutes !== 0 || cents !== 0)).length;
  return { name: funder, accounts, granted, planned, delivered, billed, notPlanned: [], notDelivered: [], notBilled: [] };
}

/** Who pays where no price says how money is shared. */
const PAYS: Readonly<Record<LedgerRowView['kind'], Funder>> = { decision: 'municipality', episode: 'state', private: 'client' };

/** Minutes in the proportion of the money; what rounding leaves is the client's, so that the parts add up. */
function partOf(cell: LedgerCellView, funder: Funder, pays: Funder): Cell {
  const { minutes, cents } = cell;
  if (cents === 0) return { ...NOTHING, minutes: funder === pays ? minutes : 0 };
  const share = (of: 'municipality' | 'state'): number => Math.sign(cents) * dividedRound(minutes * cell[of], Math.abs(cents));
  const own = funder === 'client' ? minutes - share('municipality') - share('state') : share(funder);
  return { ...NOTHING, minutes: own, cents: cell[funder], [funder]: cell[funder] };
}
