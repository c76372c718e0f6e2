import {
  clientConsentsView,
  clientHours,
  decisionCheckView,
  clientListItem,
  clientView,
  clockView,
  payersView,
  type ChangeOrder,
  type DwellingOrder,
  type PatternOrder,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, tell } from './client.js';

/** How often a page that others work on too is read again, milliseconds. */
const AGAIN_MS = 20_000;
const clocksKey = ['clocks'] as const;
const clientKey = (id: string) => ['client', id] as const;
const path = (id: string): string => `/clients/${encodeURIComponent(id)}`;

/** Every client by name. */
export function useClients() {
  return useQuery({
    queryKey: ['clients'],
    queryFn: ({ signal }) => ask(z.array(clientListItem), '/clients', { signal }),
  });
}

/** One client's page, read again while it is open: colleagues change it too. */
export function useClient(id: string) {
  return useQuery({
    queryKey: clientKey(id),
    queryFn: ({ signal }) => ask(clientView, path(id), { signal }),
    refetchInterval: AGAIN_MS,
  });
}

/** A client's granted, planned, delivered and billed time. */
export function useClientHours(id: string, days: { readonly from: string; readonly to: string }) {
  return useQuery({
    queryKey: [...clientKey(id), 'hours', days],
    queryFn: ({ signal }) => ask(clientHours, `${path(id)}/hours?from=${days.from}&to=${days.to}`, { signal }),
    placeholderData: (before) => before,
  });
}

/** Who wrote down which consent of a client when. */
export function useConsentHistory(id: string) {
  return useQuery({
    queryKey: [...clientKey(id), 'consents'],
    queryFn: ({ signal }) => ask(clientConsentsView, `${path(id)}/consents`, { signal }),
  });
}

/** What is wrong with a client's decisions, and the remedy. */
export function useDecisionChecks(id: string) {
  return useQuery({
    queryKey: [...clientKey(id), 'decision-checks'],
    queryFn: ({ signal }) => ask(z.array(decisionCheckView), `/decision-checks?client=${encodeURIComponent(id)}`, { signal }),
  });
}

/** Who pays for an account on the days, and why; for managers. */
export function usePayers(account: string, days: { readonly from: string; readonly to: string }, enabled: boolean) {
  return useQuery({
    queryKey: ['payers', account, days],
    queryFn: ({ signal }) => ask(payersView, `/ledger/${account}/payers?from=${days.from}&to=${days.to}`, { signal }),
    enabled,
  });
}

/** Everything that ends or is due. */
export function useClocks() {
  return useQuery({
    queryKey: clocksKey,
    queryFn: ({ signal }) => ask(z.array(clockView), '/clocks', { signal }),
    refetchInterval: 60_000,
  });
}

/** Records what has happened; whatever it may touch is read again. */
export function useRecordChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: ChangeOrder) => ask(z.object({ id: z.number() }), '/changes', { method: 'POST', body: order }),
    onSuccess: () =>
      Promise.all(
        ['client', 'clients', 'clocks', 'work-items', 'staff', 'data-quality', 'following', 'plans'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}

/** Changes home and access; a conflict leaves everything as it was. */
export function useChangeDwelling(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DwellingOrder) => tell(`${path(id)}/dwelling`, { method: 'PUT', body }),
    onSettled: () => client.invalidateQueries({ queryKey: clientKey(id) }),
  });
}

/** Changes the visits of a pattern; a conflict leaves everything as it was. */
export function useChangePattern(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ pattern, order }: { readonly pattern: string; readonly order: PatternOrder }) =>
      tell(`/patterns/${encodeURIComponent(pattern)}`, { method: 'PUT', body: order }),
    onSettled: () =>
      Promise.all([clientKey(id), ['following'], ['plans']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
