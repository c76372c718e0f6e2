import {
  candidatesView,
  editedView,
  editingView,
  liveView,
  remediesView,
  verdictView,
  workingTimeView,
  type EditedView,
  type EditingView,
  type LiveView,
  type MoveInput,
  type SessionView,
  type VerdictView,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { ask } from './client.js';
import { sessionKey } from './session.js';

const editingKey = (id: string) => ['plan', id, 'editing'] as const;

/** How a plan stands for editing: its revision, pins, what can be taken back, and every shift. */
export function useEditing(id: string, wanted: boolean) {
  return useQuery({
    queryKey: editingKey(id),
    queryFn: ({ signal }) => ask(editingView, `/plans/${id}/editing`, { signal }),
    enabled: wanted,
    staleTime: Infinity,
  });
}

/** What the law of working time says of the plan's routes. */
export function useWorkingTime(id: string) {
  return useQuery({
    queryKey: ['plan', id, 'working-time'],
    queryFn: ({ signal }) => ask(z.array(workingTimeView), `/plans/${id}/working-time`, { signal }),
    staleTime: Infinity,
  });
}

/** The verdict on moves. Throws ApiFailure. */
export function judge(id: string, moves: readonly MoveInput[], signal?: AbortSignal): Promise<VerdictView> {
  return ask(verdictView, `/plans/${id}/moves/judge`, { method: 'POST', body: { moves }, ...(signal && { signal }) });
}

/** Who can take a visit, best first. */
export function useCandidates(id: string, visit: string, revision: number) {
  return useQuery({
    queryKey: ['plan', id, 'candidates', visit, revision],
    queryFn: ({ signal }) => ask(candidatesView, `/plans/${id}/visits/${encodeURIComponent(visit)}/candidates`, { signal }),
    staleTime: Infinity,
  });
}

/** The cheapest changes that would serve a visit left out; asked only when somebody wants to know. */
export function useRemedies(id: string, visit: string, wanted: boolean) {
  return useQuery({
    queryKey: ['plan', id, 'remedies', visit],
    queryFn: ({ signal }) => ask(remediesView, `/plans/${id}/unserved/${encodeURIComponent(visit)}/remedies`, { signal }),
    enabled: wanted,
    staleTime: Infinity,
  });
}

/** One act of editing. */
export type Edit =
  | { readonly act: 'moves'; readonly moves: readonly MoveInput[]; readonly reason?: string }
  | {
      readonly act: 'pins';
      readonly visit: string;
      readonly part: number;
      readonly person: boolean;
      readonly time: boolean;
      readonly reason: string;
    }
  | { readonly act: 'undo' | 'redo' };

/** Edits the plan as last seen, and reads it again, whatever came of it: a conflict shows what a colleague has done. */
export function useEdit(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, ...body }: Edit) => {
      const revision = client.getQueryData<EditingView>(editingKey(id))?.revision ?? 0;
      return ask<EditedView>(editedView, `/plans/${id}/${act}`, { method: 'POST', body: { ...body, revision } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['plan', id] }),
  });
}

/** The last edit by a colleague, live; the plan is read again whenever its revision is not the one shown. */
export function useLiveEdits(id: string, wanted: boolean): LiveView | null {
  const client = useQueryClient();
  const [last, setLast] = useState<LiveView | null>(null);
  useEffect(() => {
    if (!wanted || typeof EventSource === 'undefined') return;
    const source = new EventSource(`/api/v1/plans/${id}/live`);
    const read = (event: MessageEvent<string>): void => {
      const live = liveView.safeParse(JSON.parse(event.data));
      if (!live.success) return;
      const known = client.getQueryData<EditingView>(editingKey(id))?.revision;
      if (known === undefined || known >= live.data.revision) return;
      // One's own edits come back on the stream too.
      if (live.data.by !== client.getQueryData<SessionView | null>(sessionKey)?.email) setLast(live.data);
      void client.invalidateQueries({ queryKey: ['plan', id] });
    };
    source.addEventListener('edited', read);
    // A stream that breaks off is opened again by the browser itself, and then tells how the plan stands.
    return () => source.close();
  }, [client, id, wanted]);
  return last;
}
