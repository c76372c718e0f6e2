import { permissions } from '#care';
import type { LedgerGapView, LedgerView } from '#contracts';
import type { CauseSide } from './causes.js';

/**
 * The ledger as it may leave the house, to a program of somebody else's: without clients' names, and with differences told
 * only by the side they lie on. "In hospital" or "contraindication" beside a decision's number would be a health fact, for
 * which no consent speaks in a file for third parties (S098, S099).
 */
export function exportedLedger({ rows, totals }: LedgerView): LedgerView {
  const may = permissions({ kind: 'export' }, [], '');
  const named = may.has('identity');
  return {
    rows: rows.map((row) => ({ ...row, client: named ? row.client : '', ...gapsOf(row) })),
    totals: totals.map((total) => ({ ...total, ...gapsOf(total) })),
  };
}

type Gaps = Pick<LedgerView['totals'][number], 'notPlanned' | 'notDelivered' | 'notBilled'>;

function gapsOf({ notPlanned, notDelivered, notBilled }: Gaps): Gaps {
  return { notPlanned: bySide(notPlanned), notDelivered: bySide(notDelivered), notBilled: bySide(notBilled) };
}

const SIDES: readonly CauseSide[] = ['client', 'provider', 'grant', 'billing'];

function bySide(gaps: readonly LedgerGapView[]): LedgerGapView[] {
  return SIDES.flatMap((side) => {
    const own = gaps.filter((gap) => gap.side === side);
    const sum = (field: 'minutes' | 'cents'): number => own.reduce((total, gap) => total + gap[field], 0);
    return own.length === 0 ? [] : [{ cause: side, side, minutes: sum('minutes'), cents: sum('cents') }];
  });
}
