import { ledgerVisitView, payersView, type PayersQuery } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from './client.js';

const search = (days: PayersQuery): string => new URLSearchParams({ from: days.from, to: days.to }).toString();

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
