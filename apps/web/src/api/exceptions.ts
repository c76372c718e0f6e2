import {
  confirmationLimits,
  confirmationsMade,
  exceptionsView,
  type ConfirmationLimitsView,
  type ConfirmationOrder,
  type ExceptionsQuery,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, askSeen, type Seen } from './client.js';

/** Visits of the days outside the provider's limits. */
export function useExceptions({ from, to, state }: ExceptionsQuery) {
  return useQuery({
    queryKey: ['exceptions', from, to, state],
    queryFn: ({ signal }) => ask(exceptionsView, `/exceptions?${new URLSearchParams({ from, to, state })}`, { signal }),
    placeholderData: (before) => before,
  });
}

/** Says of visits that they are right as they stand. */
export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: ConfirmationOrder) => ask(confirmationsMade, '/confirmations', { method: 'POST', body: order }),
    onSettled: () => client.invalidateQueries(),
  });
}

/** The limits inside which a visit is confirmed on its own, and the state they are in. */
export function useLimits() {
  return useQuery({
    queryKey: ['exceptions', 'limits'],
    queryFn: ({ signal }) => askSeen(confirmationLimits, '/confirmation-limits', { signal }),
  });
}

/** Changes what is confirmed without anybody looking. */
export function useSetLimits() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ value, seen }: Seen<ConfirmationLimitsView>) =>
      ask(confirmationLimits, '/confirmation-limits', { method: 'PUT', body: value, seen }),
    onSuccess: () => client.invalidateQueries(),
  });
}
