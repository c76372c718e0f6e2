import { ledgerOverview, ledgerView, type LedgerQuery, type PayersQuery } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { ask } from './client.js';

/** What of the ledger is shown: days, and one kind of account or all. */
export type LedgerChoice = Pick<LedgerQuery, 'from' | 'to'> & { readonly kind: NonNullable<LedgerQuery['kind']> | null };

/** The ledger of the chosen days, one row an account, with its groups and forecast; what was shown stays until the next has come. */
export function useLedger(choice: LedgerChoice) {
  return useQuery({
    queryKey: ['ledger', choice],
    queryFn: ({ signal }) => ask(ledgerOverview, `/ledger/overview?${ledgerSearch(choice)}`, { signal }),
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

/** What an account is called, and whose it is; null where it has nothing on the days. */
export function useAccountRow(account: string, { from, to }: PayersQuery) {
  return useQuery({
    queryKey: ['ledger', 'row', account, from, to],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({ from, to, account }).toString();
      return (await ask(ledgerView, `/ledger?${search}`, { signal })).rows.find((row) => row.account === account) ?? null;
    },
  });
}
