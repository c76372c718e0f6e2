import { staffListItem, staffView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from './client.js';

/** Every member of staff by name. */
export function useStaff() {
  return useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => ask(z.array(staffListItem), '/staff', { signal }),
  });
}

/** The page of a member of staff. */
export function useStaffMember(id: string) {
  return useQuery({
    queryKey: ['staff', id],
    queryFn: ({ signal }) => ask(staffView, `/staff/${encodeURIComponent(id)}`, { signal }),
  });
}
