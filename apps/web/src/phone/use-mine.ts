import { myChangeView, myDayView, myTimeView, type MyChangeView, type MyDayView, type MyTimeView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { z, type ZodType } from 'zod';
import { ApiFailure, ask } from '../api/client.js';
import { readKept, writeKept, type Kept } from './storage.js';

/** Seconds between two looks at the server while the page is open. */
const AGAIN_MS = 60_000;

/** What the server said, and whether it said it just now or the phone only remembers it. */
export type Told<T> = Kept<T> & { readonly fresh: boolean };

/** What the server last said, from the phone when there is no connection; `at` says when it was said. */
function useKeptQuery<T>(key: string, path: string, view: ZodType<T>) {
  return useQuery<Told<T>>({
    queryKey: ['my', key],
    queryFn: async ({ signal }) => {
      try {
        const kept = { value: await ask(view, path, { signal }), at: Date.now() };
        await writeKept(key, kept);
        return { ...kept, fresh: true };
      } catch (cause) {
        const kept = isNoAnswer(cause) ? await readKept<T>(key) : undefined;
        if (kept === undefined) throw cause;
        return { ...kept, fresh: false };
      }
    },
    // Without a connection there is still the phone to ask.
    networkMode: 'always',
    refetchOnReconnect: true,
    retry: false,
    refetchInterval: AGAIN_MS,
    placeholderData: (before) => before,
  });
}

/** Whether nobody answered, or somebody who cannot now: the last word then stands. */
function isNoAnswer(cause: unknown): boolean {
  return cause instanceof ApiFailure && (cause.kind === 'offline' || cause.status >= 500);
}

export const useMyDay = (day: string) => useKeptQuery<MyDayView>(`day:${day}`, `/my/day?day=${day}`, myDayView);
export const useMyChanges = () => useKeptQuery<MyChangeView[]>('changes', '/my/changes', z.array(myChangeView));
export const useMyTime = (from: string, to: string) =>
  useKeptQuery<MyTimeView>(`time:${from}`, `/my/time?from=${from}&to=${to}`, myTimeView);
