import { differenceView, workItemView } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, tell } from './client.js';

const workKey = ['work-items'] as const;

/** What a recomputed draft does to the plan it is based on. */
export function useDifferences(planId: string, wanted = true) {
  return useQuery({
    enabled: wanted,
    queryKey: ['plan', planId, 'differences'],
    queryFn: ({ signal }) => ask(z.array(differenceView), `/plans/${planId}/differences`, { signal }),
    staleTime: Infinity,
  });
}

/** What people must still do, asked again every minute: others work on it too. */
export function useWorkItems() {
  return useQuery({
    queryKey: workKey,
    queryFn: ({ signal }) => ask(z.array(workItemView), '/work-items', { signal }),
    refetchInterval: 60_000,
  });
}

/** An act on a work item: `assign` takes an e-mail. */
export interface WorkAct {
  readonly id: string;
  readonly act: 'acknowledge' | 'done' | 'assign';
  /** As it was seen. */
  readonly revision: number;
  readonly owner?: string;
}

/** Acts on a work item and reads the list again, whatever came of it. */
export function useWorkAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act, revision, owner }: WorkAct) =>
      tell(`/work-items/${id}/${act}`, {
        method: 'POST',
        seen: revision,
        ...(owner !== undefined && { body: { owner } }),
      }),
    onSettled: () => Promise.all([workKey, ['clocks'], ['client']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
