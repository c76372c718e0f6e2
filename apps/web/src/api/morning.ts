import { dutyView, repairedView, repairsView, type RepairProfile } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { overrunOrder } from '../changes/runs-over.js';
import { ask, tell } from './client.js';

/** Who works on a day by the plan in force. */
export function useDuty(date: string) {
  return useQuery({
    queryKey: ['duty', date],
    queryFn: ({ signal }) => ask(dutyView, `/repairs/duty?date=${date}`, { signal }),
  });
}

/** What can upset a day. */
export type Upset = 'ill' | 'hospital' | 'home' | 'door' | 'over';

/** What has happened on a day, and to whom: the provider's own id of a person or client, or a visit; null: it is recorded already. */
export interface Happening {
  readonly date: string;
  readonly what: Upset;
  readonly whom: string | null;
  /** Of a visit that runs over: how long, Riga's wall clock. */
  readonly until: string;
}

/** The change that records it. */
function changeOf({ what, date, until }: Happening, whom: string): object {
  if (what === 'over') return overrunOrder(whom, { day: date, clock: until });
  if (what === 'hospital') return { kind: 'client_away', client: whom, from: date, reason: 'hospital' };
  if (what === 'home') return { kind: 'client_back', client: whom, on: date };
  if (what === 'door') return { kind: 'visit_refused', visit: whom, reason: 'away' };
  return { kind: 'staff_absent', absence: { id: `ill-${whom}-${date}`, staff: whom, from: date, to: date, kind: 'sick' } };
}

/** Records what has happened, and finds the ways to repair the day. */
export function useRepairs() {
  return useMutation({
    mutationFn: async (happening: Happening) => {
      const { date, whom } = happening;
      if (whom !== null) await tell('/changes', { method: 'POST', body: changeOf(happening, whom) });
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
