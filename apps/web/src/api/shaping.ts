import { planSummary, proposalAccepted, proposalView, recordedChangeView, type PlanSummary } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from './client.js';

const pathOf = (decision: string): string => `/decisions/${encodeURIComponent(decision)}/proposal`;

/** How a decision's hours can become visits from a day on. */
export function useProposal(decision: string, from: string) {
  return useQuery({
    queryKey: ['proposal', decision, from],
    queryFn: ({ signal }) => ask(proposalView, `${pathOf(decision)}?from=${from}`, { signal }),
    enabled: from !== '',
    retry: false,
  });
}

/** Makes visits of the proposal that was looked at. */
export function useAcceptProposal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ decision, ...body }: { readonly decision: string; readonly from: string; readonly fingerprint: string }) =>
      ask(proposalAccepted, pathOf(decision), { method: 'POST', body }),
    onSettled: () => client.invalidateQueries(),
  });
}

/** How far plans have followed the newest change, and the draft that it made, if any; null before anything was recorded. */
export interface Following {
  readonly followed: boolean;
  readonly draft: PlanSummary | null;
}

/**
 * Asked every second until plans have followed what has just been recorded.
 * @param day where one change makes drafts of several days, the day whose draft is meant
 */
export function useFollowing(day?: string) {
  return useQuery({
    queryKey: ['following', day],
    queryFn: async ({ signal }): Promise<Following | null> => {
      const [newest] = await ask(z.array(recordedChangeView), '/changes', { signal });
      if (newest === undefined) return null;
      const plans = await ask(z.array(planSummary), '/plans', { signal });
      const isMeant = ({ from, to }: PlanSummary): boolean => day === undefined || (from <= day && day <= to);
      const made = (plan: PlanSummary): boolean =>
        plan.basedOn !== null && plan.status === 'draft' && plan.requestedAt >= newest.recordedAt && isMeant(plan);
      return { followed: newest.followed, draft: plans.find(made) ?? null };
    },
    refetchInterval: ({ state }) => (state.data && !state.data.followed ? 1000 : false),
  });
}
