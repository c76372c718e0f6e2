import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiFailure, tell } from '../api/client.js';
import { sessionKey } from '../api/session.js';
import { nextUpload, placeOf, settled, type Answer, type Entry, type Upload } from './outbox.js';
import { allEntries, amendEntry, dropEntry, putEntry } from './storage.js';

/** What waits to be sent, and the ways to add to it. */
export interface Outbox {
  readonly entries: readonly Entry[];
  /** The phone's own database has been asked; before, nobody knows what waits. */
  readonly known: boolean;
  /** Milliseconds since 1970 of the last time everything was sent; null when not in this sitting. */
  readonly sentAt: number | null;
  /** Keeps an entry, then sends what can be sent; resolves once it is kept. */
  add(entry: Entry): Promise<void>;
  /** Puts more into an entry that was held back for it. */
  amend(entry: Entry): Promise<void>;
  /** Takes a refused entry away that the person has read. */
  drop(id: string): Promise<void>;
}

const NONE: readonly Entry[] = [];

/** How often what waits is tried again, milliseconds. */
const AGAIN_MS = 10_000;

/** The outbox of the person logged in: it sends by itself whenever there is a connection. */
export function useOutbox(account: string): Outbox {
  const client = useQueryClient();
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  const [sentAt, setSentAt] = useState<number | null>(null);
  const busy = useRef<Promise<void> | null>(null);

  const read = useCallback(async () => {
    const all = await allEntries();
    setEntries(all.filter((entry) => entry.account === account));
    return all;
  }, [account]);

  const send = useCallback((): Promise<void> => {
    busy.current ??= sendAll(account, read, () => client.setQueryData(sessionKey, null))
      .then(async (sent) => {
        await read();
        if (sent === null) return;
        setSentAt(Date.now());
        if (sent > 0) await client.invalidateQueries({ queryKey: ['my'] });
      })
      .finally(() => {
        busy.current = null;
      });
    return busy.current;
  }, [account, client, read]);

  const keep = useCallback(
    async (entry: Entry, put: (entry: Entry) => Promise<void>) => {
      await put(entry);
      await read();
      void send();
    },
    [read, send],
  );
  const add = useCallback((entry: Entry) => keep(entry, putEntry), [keep]);
  const amend = useCallback((entry: Entry) => keep(entry, amendEntry), [keep]);
  const drop = useCallback(
    async (id: string) => {
      await dropEntry(id);
      await read();
    },
    [read],
  );

  useEffect(() => {
    const now = () => void send();
    now();
    const timer = setInterval(now, AGAIN_MS);
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, [send]);

  return { entries: entries ?? NONE, known: entries !== null, sentAt, add, amend, drop };
}

/** Sends until nothing that may be sent is left; null when it had to stop, else how many entries went. */
async function sendAll(account: string, read: () => Promise<readonly Entry[]>, sessionEnded: () => void): Promise<number | null> {
  let sent = 0;
  for (;;) {
    const upload = nextUpload(await read(), { account, now: Date.now() });
    if (upload === null) return sent;
    const answer = await sendOne(upload, sessionEnded);
    const { gone, kept } = settled(upload, answer);
    for (const id of gone) await dropEntry(id);
    for (const entry of kept) await putEntry(entry);
    sent += gone.length;
    if (answer.kind === 'later') return null;
  }
}

async function sendOne({ path, body, entries }: Upload, sessionEnded: () => void): Promise<Answer> {
  try {
    await tell(path, { method: 'POST', body });
    return { kind: 'taken' };
  } catch (cause) {
    if (!(cause instanceof ApiFailure) || cause.kind !== 'status') return { kind: 'later' };
    const { status, problem } = cause;
    if (status === 401) sessionEnded();
    if (status === 401 || status === 429 || status >= 500) return { kind: 'later' };
    const codes = new Map<number, string[]>();
    for (const { path: place, code } of problem?.issues ?? [])
      codes.set(placeOf(place), [...(codes.get(placeOf(place)) ?? []), code]);
    // A refusal that names no entry is about each of them.
    if (codes.size === 0) entries.forEach((_, n) => codes.set(n, [problem?.code ?? String(status)]));
    return { kind: 'refused', codes };
  }
}
