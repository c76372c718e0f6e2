import { ledgerView, type LedgerQuery } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { ask } from './client.js';

/** What of the ledger is shown: days, and one kind of account or all. */
export type LedgerChoice = Pick<LedgerQuery, 'from' | 'to'> & { readonly kind: NonNullable<LedgerQuery['kind']> | null };

/** The ledger of the chosen days, one row an account; what was shown stays until the next has come. */
export function useLedger(choice: LedgerChoice) {
  return useQuery({
    queryKey: ['ledger', choice],
    queryFn: ({ signal }) => ask(ledgerView, `/ledger?${ledgerSearch(choice)}`, { signal }),
    placeholderData: (before) => before,
  });
}

/** The same rows as a file for a spreadsheet. */
export function ledgerFile(choice: LedgerChoice, type: 'csv' | 'xlsx'): string {
  return `/api/v1/ledger.${type}?${ledgerSearch(choice)}`;
}

function ledgerSearch({ from, to, kind }: LedgerChoice): string {
  return new URLSearchParams({ from, to, ...(kind && { kind }) }).toString();
}
