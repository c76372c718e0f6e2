import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiFailure, type Seen } from '../api/client.js';

interface SettingsForm<T, W> {
  readonly save: (wanted: W) => Promise<void>;
  readonly busy: boolean;
  /** Why the last attempt was refused. */
  readonly failure: unknown;
  /** What a colleague has saved since the form was opened; saving again overwrites it knowingly. */
  readonly theirs: T | null;
}

const CONFLICT = 412;

/**
 * Saves settings from the state in which they were seen. When a colleague was first, what the person has written stays, what
 * is there now is told, and saving again overwrites just that.
 */
export function useSettingsForm<T, W = T>(
  read: UseQueryResult<Seen<T>>,
  first: Seen<T>,
  write: (wanted: Seen<W>) => Promise<unknown>,
): SettingsForm<T, W> {
  const [seen, setSeen] = useState(first.seen);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<T | null>(null);
  const save = async (value: W): Promise<void> => {
    setBusy(true);
    const cause: unknown = await write({ value, seen }).then(
      () => null,
      (error: unknown) => error,
    );
    const isConflict = cause instanceof ApiFailure && cause.status === CONFLICT;
    const now = cause === null || isConflict ? (await read.refetch()).data : undefined;
    if (now !== undefined) setSeen(now.seen);
    setTheirs(isConflict && now !== undefined ? now.value : null);
    setFailure(cause);
    setBusy(false);
  };
  return { save, busy, failure, theirs };
}
