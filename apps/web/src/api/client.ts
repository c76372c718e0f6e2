import { problem, type Problem } from '#contracts';
import type { ZodType } from 'zod';

/** Why a request did not bring what it should: `offline` no answer, `answer` one that breaks the contract, else a status. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';

  constructor(
    readonly kind: 'offline' | 'answer' | 'status',
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(`${kind} ${status} ${problem?.code ?? ''}`.trim());
  }
}

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON, unless it is a file. */
  readonly body?: unknown;
  readonly file?: File;
  /** What somebody has seen of the thing they change: its revision or id. */
  readonly seen?: string | number;
  readonly signal?: AbortSignal;
  /** Told the state of what was read. */
  readonly onState?: (state: string) => void;
}

const root = '/api/v1';
/** Milliseconds after which a write whose answer did not come is sent a second time. */
const SECOND_TRY_MS = 700;

/** Pages that are not reached over https have no randomUUID. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Asks the API and reads its answer against the contract. Throws ApiFailure. */
export async function ask<T>(answer: ZodType<T>, path: string, call: Call = {}): Promise<T> {
  const response = await send(path, call);
  call.onState?.((response.headers.get('etag') ?? '').replace(/^(?:W\/)?"|"$/g, ''));
  const body: unknown = await response.json().catch((cause: unknown) => {
    // Asked again meanwhile: nobody waits for this answer any more.
    if (call.signal?.aborted) throw cause;
    return undefined;
  });
  const read = answer.safeParse(body);
  if (read.success) return read.data;
  console.error(`The answer of ${path} breaks the contract`, read.error.issues.slice(0, 5));
  throw new ApiFailure('answer', response.status, null);
}

/** What was read, and the state it was in: named when it is changed. */
export interface Seen<T> {
  readonly value: T;
  readonly seen: string;
}

/** Asks the API for settings and the state they are in. Throws ApiFailure. */
export async function askSeen<T>(answer: ZodType<T>, path: string, call: Call = {}): Promise<Seen<T>> {
  let seen = '';
  const value = await ask(answer, path, { ...call, onState: (state) => (seen = state) });
  return { value, seen };
}

/** Asks the API for something that answers with nothing worth reading. Throws ApiFailure. */
export async function tell(path: string, call: Call): Promise<void> {
  await send(path, call);
}

async function send(path: string, call: Call): Promise<Response> {
  const headers: Record<string, string> = {
    accept: 'application/json, application/problem+json',
    'accept-language': document.documentElement.lang,
  };
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  if (call.file) headers['content-type'] = fileType(call.file.name);
  if (call.seen !== undefined) headers['if-match'] = `"${call.seen}"`;
  const method = call.method ?? 'GET';
  // The server does a write once however often it arrives under its key, so that one cut off can be sent again.
  if (method !== 'GET') headers['idempotency-key'] = newKey();
  const go = () =>
    fetch(`${root}${path}`, {
      ...{ method, headers, credentials: 'same-origin' },
      body: call.file ?? (call.body === undefined ? null : JSON.stringify(call.body)),
      signal: call.signal ?? null,
    });
  const isOver = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'AbortError';
  const again = async (cause: unknown): Promise<Response> => {
    if (isOver(cause) || method === 'GET' || call.file || !navigator.onLine) throw cause;
    await new Promise((resolve) => setTimeout(resolve, SECOND_TRY_MS));
    return go();
  };
  const response = await untilThere(go, call)
    .catch(again)
    .catch((cause: unknown) => {
      throw isOver(cause) ? cause : new ApiFailure('offline', 0, null);
    });
  if (response.ok) return response;
  throw new ApiFailure('status', response.status, await readProblem(response));
}

const UNAVAILABLE = 503;
/** So often is something asked again while the server's database is away. */
const MOST_TRIES = 4;

/** Asks, and asks again after as many seconds as the server says while its database is away. */
async function untilThere(go: () => Promise<Response>, { file, signal }: Call): Promise<Response> {
  for (let time = 1; ; time++) {
    const response = await go();
    const seconds = Number(response.headers.get('retry-after'));
    if (response.status !== UNAVAILABLE || !(seconds > 0) || file || time === MOST_TRIES) return response;
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    signal?.throwIfAborted();
  }
}

async function readProblem(response: Response): Promise<Problem | null> {
  const read = problem.safeParse(await response.json().catch(() => undefined));
  return read.success ? read.data : null;
}

const fileTypes: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  json: 'application/json',
};

/** Kinds of file the import takes, by the ending of the name. */
export function fileType(name: string): string {
  return fileTypes[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}
