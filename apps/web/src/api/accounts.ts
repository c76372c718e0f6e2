import {
  accountView,
  clientTrailView,
  emergencyCard,
  emergencyOpened,
  emergencyView,
  dueErasureView,
  erasureView,
  identityProviderView,
  openSessionView,
  passwordLink,
  programTokenMade,
  programTokenView,
  recoveryCodes,
  secondFactorOffer,
  secondFactorView,
  trailVerdictView,
  type AccountChangeOrder,
  type EmergencyOrder,
  type EmergencyReview,
  type IdentityProviderOrder,
  type NewAccountOrder,
  type PasswordChange,
  type ProgramTokenOrder,
} from '#contracts';
import { useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, askSeen, type Seen, tell } from './client.js';

const accountsKey = ['accounts'] as const;
const sessionsKey = ['own', 'sessions'] as const;
const factorKey = ['own', 'second-factor'] as const;
const tokensKey = ['program-tokens'] as const;
const emergenciesKey = ['emergencies'] as const;

/** A write after which a list is read again, whatever came of it. */
function useWrite<Order, Answer>(key: QueryKey, mutationFn: (order: Order) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: key }) });
}

export function useAccounts() {
  return useQuery({
    queryKey: accountsKey,
    queryFn: ({ signal }) => ask(z.array(accountView), '/accounts', { signal }),
  });
}

export const useInvite = () =>
  useWrite(accountsKey, async (body: NewAccountOrder) => ({
    email: body.email,
    ...(await ask(passwordLink, '/accounts', { method: 'POST', body })),
  }));

export const useChangeAccount = () =>
  useWrite(accountsKey, ({ id, ...body }: AccountChangeOrder & { readonly id: string }) =>
    tell(`/accounts/${id}`, { method: 'PUT', body }),
  );

export const usePasswordLink = () =>
  useWrite(accountsKey, async ({ id, email }: { readonly id: string; readonly email: string }) => ({
    email,
    ...(await ask(passwordLink, `/accounts/${id}/password-link`, { method: 'POST' })),
  }));

/** Ends what an account has: its log-ins, or its second factor. */
export const useEndOfAccount = () =>
  useWrite(accountsKey, ({ id, what }: { readonly id: string; readonly what: 'sessions' | 'second-factor' }) =>
    tell(`/accounts/${id}/${what}`, { method: 'DELETE' }),
  );

export function useOwnSessions() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => ask(z.array(openSessionView), '/sessions', { signal }),
  });
}

export const useEndSession = () => useWrite(sessionsKey, (id: string) => tell(`/sessions/${id}`, { method: 'DELETE' }));

export const useChangePassword = () =>
  useWrite(sessionsKey, (body: PasswordChange) => tell('/session/password-change', { method: 'POST', body }));

export function useSecondFactor() {
  return useQuery({
    queryKey: factorKey,
    queryFn: ({ signal }) => ask(secondFactorView, '/session/second-factor', { signal }),
  });
}

export const useOfferFactor = () =>
  useWrite(factorKey, () => ask(secondFactorOffer, '/session/second-factor', { method: 'POST' }));

export const useConfirmFactor = () =>
  useWrite(factorKey, (code: string) =>
    ask(recoveryCodes, '/session/second-factor/confirmation', { method: 'POST', body: { code } }),
  );

export const useRemoveFactor = () =>
  useWrite(factorKey, (code: string) => tell('/session/second-factor/removal', { method: 'POST', body: { code } }));

export function useProgramTokens() {
  return useQuery({
    queryKey: tokensKey,
    queryFn: ({ signal }) => ask(z.array(programTokenView), '/program-tokens', { signal }),
  });
}

export const useMakeToken = () =>
  useWrite(tokensKey, (body: ProgramTokenOrder) => ask(programTokenMade, '/program-tokens', { method: 'POST', body }));

export const useRevokeToken = () => useWrite(tokensKey, (id: string) => tell(`/program-tokens/${id}`, { method: 'DELETE' }));

export function useEmergencies(enabled = true) {
  return useQuery({
    queryKey: emergenciesKey,
    queryFn: ({ signal }) => ask(z.array(emergencyView), '/emergency-accesses', { signal }),
    // The administrator is to hear of it soon.
    refetchInterval: 60_000,
    enabled,
  });
}

export const useOpenEmergency = () =>
  useWrite(emergenciesKey, (body: EmergencyOrder) => ask(emergencyOpened, '/emergency-accesses', { method: 'POST', body }));

export const useEndEmergency = () =>
  useWrite(emergenciesKey, (id: string) => tell(`/emergency-accesses/${id}`, { method: 'DELETE' }));

export const useReviewEmergency = () =>
  useWrite(emergenciesKey, ({ id, ...body }: EmergencyReview & { readonly id: string }) =>
    tell(`/emergency-accesses/${id}/review`, { method: 'POST', body }),
  );

/** Kept nowhere: it is gone with the page. */
export function useEmergencyCard(id: string) {
  return useQuery({
    queryKey: ['emergency-card', id],
    queryFn: ({ signal }) => ask(emergencyCard, `/emergency-accesses/${id}/client`, { signal }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** Asked for by a press of a button, never by itself: asking stands in the trail. */
export const useClientTrail = () =>
  useMutation({
    mutationFn: ({ client, from, to }: { readonly client: string; readonly from: string; readonly to: string }) =>
      ask(clientTrailView, `/clients/${encodeURIComponent(client)}/trail?from=${from}&to=${to}`),
  });

export const useVerifyTrail = () => useMutation({ mutationFn: () => ask(trailVerdictView, '/trail/verification') });

const identityKey = ['identity-provider'] as const;

export function useIdentityProvider() {
  return useQuery({
    queryKey: identityKey,
    queryFn: ({ signal }) => askSeen(identityProviderView, '/identity-provider', { signal }),
  });
}

export const useSetIdentityProvider = () =>
  useWrite(identityKey, ({ value, seen }: Seen<IdentityProviderOrder>) =>
    tell('/identity-provider', { method: 'PUT', body: value, seen }),
  );

export const useRemoveIdentityProvider = () =>
  useWrite(identityKey, (seen: string) => tell('/identity-provider', { method: 'DELETE', seen }));

const erasurePath = (client: string): string => `/clients/${encodeURIComponent(client)}/erasure`;

export function useDueErasures() {
  return useQuery({
    queryKey: ['due-erasures'],
    queryFn: ({ signal }) => ask(z.array(dueErasureView), '/erasures', { signal }),
    // Asking stands in the trail.
    refetchOnWindowFocus: false,
  });
}

/** Asked for by a press of a button, never by itself: asking stands in the trail. */
export const useLookAtErasure = () => useMutation({ mutationFn: (client: string) => ask(erasureView, erasurePath(client)) });

export const useErase = () =>
  useWrite(['due-erasures'], (client: string) => ask(erasureView, erasurePath(client), { method: 'POST' }));
