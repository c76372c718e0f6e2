import { providerView, sessionView, type LogIn, type PasswordChoice, type ProviderView, type SessionView } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiFailure, ask, tell } from './client.js';

export const sessionKey = ['session'] as const;

/** Who is logged in; null for nobody. */
export function useSession() {
  return useQuery<SessionView | null>({
    queryKey: sessionKey,
    queryFn: async ({ signal }) => {
      try {
        return await ask(sessionView, '/session', { signal });
      } catch (cause) {
        if (cause instanceof ApiFailure && cause.status === 401) return null;
        throw cause;
      }
    },
    staleTime: 5 * 60_000,
  });
}

/** Opens a session. The server sets the cookie; nothing of it is readable here. */
export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: LogIn) => {
      await tell('/session', { method: 'POST', body });
      return ask(sessionView, '/session');
    },
    onSuccess: (session) => client.setQueryData(sessionKey, session),
  });
}

/** Chooses a password by the secret of a link. */
export function useChoosePassword() {
  return useMutation({ mutationFn: (body: PasswordChoice) => tell('/session/password', { method: 'POST', body }) });
}

/** Closes the session and forgets everything that was read in it. */
export function useLogOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => tell('/session', { method: 'DELETE' }),
    onSettled: (_, failure) => {
      // Nobody heard it: the session goes on.
      if (failure instanceof ApiFailure && failure.kind === 'offline') return;
      client.setQueryData(sessionKey, null);
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    },
  });
}

/** The provider that is planned for, and the days to offer first. */
export function useProvider() {
  return useQuery<ProviderView>({ queryKey: ['provider'], queryFn: ({ signal }) => ask(providerView, '/provider', { signal }) });
}
