import { qualityView, type PayersQuery } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { ask } from './client.js';

/** How well care was given on the days. */
export function useQuality({ from, to }: PayersQuery) {
  return useQuery({
    queryKey: ['quality', from, to],
    queryFn: ({ signal }) => ask(qualityView, `/quality?${new URLSearchParams({ from, to })}`, { signal }),
    placeholderData: (before) => before,
  });
}
