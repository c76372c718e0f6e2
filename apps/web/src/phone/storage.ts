import type { Entry } from './outbox.js';

/** Something read from the server, and when. */
export interface Kept<T> {
  readonly value: T;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const NAME = 'apgaita-phone';

let opened: Promise<IDBDatabase> | null = null;

/** The phone's own database: it outlives the page, the browser and the battery. */
function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox', { keyPath: 'id' });
      request.result.createObjectStore('kept');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the phone keeps nothing'));
  });
  return opened;
}

/** Runs one transaction; resolves when it is on the disk, not merely asked for. */
async function inStore<T>(
  name: 'outbox' | 'kept',
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await database()).transaction(name, mode, { durability: 'strict' });
  const request = act(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error ?? new Error('the phone did not keep it'));
    transaction.onabort = transaction.onerror;
  });
}

export const allEntries = (): Promise<Entry[]> =>
  inStore<Entry[]>('outbox', 'readonly', (store) => store.getAll() as IDBRequest<Entry[]>);
export const putEntry = async (entry: Entry): Promise<void> => {
  await inStore('outbox', 'readwrite', (store) => store.put(entry));
};
/** Puts more into an entry that still waits; one that is already sent stays as it was sent. */
export async function amendEntry(entry: Entry): Promise<void> {
  const transaction = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore('outbox');
  const held = store.get(entry.id) as IDBRequest<Entry | undefined>;
  held.onsuccess = () => {
    if (held.result?.refused === null) store.put(entry);
  };
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the phone did not keep it'));
  });
}
export const dropEntry = (id: string): Promise<undefined> => inStore('outbox', 'readwrite', (store) => store.delete(id));

export const readKept = <T>(key: string): Promise<Kept<T> | undefined> =>
  inStore('kept', 'readonly', (store) => store.get(key) as IDBRequest<Kept<T> | undefined>);
export const writeKept = async <T>(key: string, kept: Kept<T>): Promise<void> => {
  await inStore('kept', 'readwrite', (store) => store.put(kept, key));
};

/** Forgets everything read, or only days before one: homes are not kept longer than they are needed. */
export async function forget(daysBefore?: string): Promise<void> {
  const keys = await inStore('kept', 'readonly', (store) => store.getAllKeys());
  for (const key of keys) {
    const day = typeof key === 'string' ? /^day:(.+)$/.exec(key)?.[1] : undefined;
    const old = daysBefore === undefined || (day !== undefined && day < daysBefore);
    if (old) await inStore('kept', 'readwrite', (store) => store.delete(key));
  }
}
