import { comparisonView, publicationView, weightProfileView, type WeightProfileOrder } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, tell } from './client.js';

/** A plan beside another; asked once the other is chosen. */
export function useComparison(id: string, other: string | null) {
  return useQuery({
    queryKey: ['plan', id, 'comparison', other],
    queryFn: ({ signal }) => ask(comparisonView, `/plans/${id}/comparison?with=${other ?? ''}`, { signal }),
    enabled: other !== null,
  });
}

/** Who would be told what; asked anew each time somebody is about to publish. */
export function usePublication(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['plan', id, 'publication'],
    queryFn: ({ signal }) => ask(publicationView, `/plans/${id}/publication`, { signal }),
    enabled: wanted,
    staleTime: 0,
    gcTime: 0,
  });
}

const profilesKey = ['weight-profiles'] as const;

/** The program's weight profiles and the provider's own. */
export function useProfiles() {
  return useQuery({
    queryKey: profilesKey,
    queryFn: ({ signal }) => ask(z.array(weightProfileView), '/weight-profiles', { signal }),
    staleTime: 60_000,
  });
}

/** Stores a profile; one of the same name is replaced. */
export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: WeightProfileOrder) => ask(weightProfileView, '/weight-profiles', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: profilesKey }),
  });
}

export function useDropProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => tell(`/weight-profiles/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: profilesKey }),
  });
}
