import { dutyView, repairedView, repairsView, type RepairProfile } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from './client.js';

/** Who works on a day by the plan in force. */
export function useDuty(date: string) {
  return useQuery({
    queryKey: ['duty', date],
    queryFn: ({ signal }) => ask(dutyView, `/repairs/duty?date=${date}`, { signal }),
  });
}

/** Somebody who cannot come; from then on they are absent for the day. */
export interface Illness {
  readonly date: string;
  /** The provider's own id of the person; null: it is recorded already. */
  readonly staff: string | null;
}

/** Records that somebody is ill, and finds the ways to repair the day. */
export function useRepairs() {
  return useMutation({
    mutationFn: async ({ date, staff }: Illness) => {
      if (staff !== null) {
        const absence = { id: `ill-${staff}-${date}`, staff, from: date, to: date, kind: 'sick' };
        await tell('/changes', { method: 'POST', body: { kind: 'staff_absent', absence } });
      }
      return ask(repairsView, '/repairs', { method: 'POST', body: { date } });
    },
  });
}

/** Makes one of the repairs the draft of its day; answers with the plan's id. */
export function useApplyRepair(date: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chosen: { readonly profile: RepairProfile; readonly fingerprint: string }) =>
      ask(repairedView, '/repairs/apply', { method: 'POST', body: { date, ...chosen } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['plans'] }),
  });
}
