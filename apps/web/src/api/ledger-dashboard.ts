import { forecastView, ledgerGroup, ledgerVisitView, payersView, type LedgerGrouping, type PayersQuery } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from './client.js';

const search = (days: PayersQuery): string => new URLSearchParams({ from: days.from, to: days.to }).toString();

/** The ledger of the days by what accounts have in common. */
export function useLedgerGroups(days: PayersQuery, group: LedgerGrouping) {
  return useQuery({
    queryKey: ['ledger', 'groups', days, group],
    queryFn: ({ signal }) => ask(z.array(ledgerGroup), `/ledger/groups?${search(days)}&group=${group}`, { signal }),
    placeholderData: (before) => before,
  });
}

/** How the days will end. */
export function useForecast(days: PayersQuery) {
  return useQuery({
    queryKey: ['ledger', 'forecast', days],
    queryFn: ({ signal }) => ask(forecastView, `/ledger/forecast?${search(days)}`, { signal }),
  });
}

/** The visits behind an account's row. */
export function useAccountVisits(account: string, days: PayersQuery) {
  return useQuery({
    queryKey: ['ledger', 'visits', account, days],
    queryFn: ({ signal }) => ask(z.array(ledgerVisitView), `/ledger/${account}/visits?${search(days)}`, { signal }),
  });
}

/** Who pays for an account's care on the days, and why. */
export function usePayers(account: string, days: PayersQuery) {
  return useQuery({
    queryKey: ['ledger', 'payers', account, days],
    queryFn: ({ signal }) => ask(payersView, `/ledger/${account}/payers?${search(days)}`, { signal }),
  });
}
