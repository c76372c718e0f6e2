import type { ChangeAnswer, ExecutionEvent, ObservationReport, SwapRequest } from '#contracts';

/** Something the person entered that the server must get, whatever happens to the phone. */
export type Entry = {
  /** Of the event, report or request inside; made once, so that sending twice changes nothing. */
  readonly id: string;
  /** Whose log-in it was entered under; nobody else's session may send it. */
  readonly account: string;
  /** Milliseconds since 1970, by the phone's clock. */
  readonly enteredAt: number;
  /** Not sent before: a position or a reason may still come. */
  readonly holdUntil: number;
  /** Codes of the refusal; null while it waits. */
  readonly refused: readonly string[] | null;
} & (
  | { readonly channel: 'events'; readonly body: ExecutionEvent }
  | { readonly channel: 'observations'; readonly body: ObservationReport }
  | { readonly channel: 'answers'; readonly body: ChangeAnswer }
  | { readonly channel: 'swaps'; readonly body: SwapRequest }
);

/** One request to make: the entries in it, where to and with what body. */
export interface Upload {
  readonly entries: readonly Entry[];
  readonly path: string;
  readonly body: unknown;
}

/** What a request came to. `refused` names the codes by the place of the entry in it; `later`: try again another time. */
export type Answer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly codes: ReadonlyMap<number, readonly string[]> };

/** Entries of one request: far below what the server reads at once. */
const BATCH = 40;

/** The next request for what waits and may be sent now, oldest first; null when there is none. */
export function nextUpload(
  entries: readonly Entry[],
  { account, now }: { readonly account: string; readonly now: number },
): Upload | null {
  const waiting = entries
    .filter((entry) => entry.account === account && entry.refused === null && entry.holdUntil <= now)
    .sort((a, b) => a.enteredAt - b.enteredAt || a.id.localeCompare(b.id));
  const [first] = waiting;
  if (first === undefined) return null;
  const same = waiting.filter(({ channel }) => channel === first.channel).slice(0, BATCH);
  switch (first.channel) {
    case 'events':
      return { entries: same, path: '/execution-events', body: { events: same.map(({ body }) => body) } };
    case 'observations':
      return { entries: same, path: '/observations', body: { reports: same.map(({ body }) => body) } };
    case 'answers':
      return { entries: [first], path: '/my/changes/answers', body: first.body };
    case 'swaps':
      return { entries: [first], path: '/my/swap-requests', body: first.body };
  }
}

/** What becomes of the entries of a request: taken ones go, refused ones are kept for the person to see, the rest waits on. */
export function settled(
  { entries }: Upload,
  answer: Answer,
): { readonly gone: readonly string[]; readonly kept: readonly Entry[] } {
  switch (answer.kind) {
    case 'taken':
      return { gone: entries.map(({ id }) => id), kept: [] };
    case 'later':
      return { gone: [], kept: [] };
    case 'refused':
      return {
        gone: [],
        kept: entries.flatMap((entry, index) => {
          const codes = answer.codes.get(index);
          return codes === undefined ? [] : [{ ...entry, refused: codes }];
        }),
      };
  }
}

/** The place of an entry in a request by the path of an issue: `events.3.visit` is 3; a request of one is 0. */
export function placeOf(path: string): number {
  return Number(/^(?:events|reports)[.[](\d+)/.exec(path)?.[1] ?? 0);
}
