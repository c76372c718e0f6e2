import { growthView, type GrowthOrder, type GrowthView } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, tell } from './client.js';

/** Milliseconds between two looks at a study that is not over. */
const LOOK_EVERY_MS = 1500;

/** Whether the planner is still at it. */
export function isStudied({ status }: Pick<GrowthView, 'status'>): boolean {
  return status === 'requested' || status === 'running';
}

/** The studies of growth, newest first, without their results. */
export function useGrowthStudies() {
  return useQuery({ queryKey: ['growth'], queryFn: ({ signal }) => ask(z.array(growthView), '/growth', { signal }) });
}

/** One study, looked at again until it is over. */
export function useGrowthStudy(id: string) {
  return useQuery({
    queryKey: ['growth', id],
    queryFn: ({ signal }) => ask(growthView, `/growth/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isStudied(state.data) ? LOOK_EVERY_MS : false),
  });
}

/** Asks for a study. */
export function useStudyGrowth() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<GrowthOrder, 'seed'>) => ask(growthView, '/growth', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['growth'], exact: true }),
  });
}

/** Ends a study whose answer nobody wants any more. */
export function useStopStudy(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => tell(`/growth/${id}/stop`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['growth'] }),
  });
}
