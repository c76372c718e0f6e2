/**
 * The database refused a row. Names the constraint and never the row: Postgres' own text quotes values, which may be
 * personal. `overlap` is an exclusion (two shifts, terms, prices or published stops at once).
 */
export class StorageRefusal extends Error {
  override readonly name = 'StorageRefusal';

  constructor(
    readonly kind: 'overlap' | 'duplicate' | 'reference' | 'check' | 'other',
    readonly constraint: string | null,
  ) {
    super(`the database refused a row: ${kind}${constraint === null ? '' : ` (${constraint})`}`);
  }
}

const KINDS: Readonly<Record<string, StorageRefusal['kind']>> = {
  '23P01': 'overlap',
  '23505': 'duplicate',
  '23503': 'reference',
  '23514': 'check',
};

interface AdapterCause {
  readonly originalCode?: string;
  readonly originalMessage?: string;
}

/** What a data or integrity error (SQLSTATE classes 22, 23) of Prisma or its adapter says, without the row; null for anything else. */
export function refusalOf(error: unknown): StorageRefusal | null {
  const cause = adapterCause(error);
  const code = cause?.originalCode ?? '';
  if (!/^2[23]/.test(code)) return null;
  const constraint = /constraint "([^"]+)"/.exec(cause?.originalMessage ?? '');
  return new StorageRefusal(KINDS[code] ?? 'other', constraint?.[1] ?? null);
}

/** Runs a write; an integrity error comes out as a {@link StorageRefusal} without the row it was about. */
export async function refusing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

function adapterCause(error: unknown): AdapterCause | undefined {
  const { meta, cause } = error as { meta?: { driverAdapterError?: { cause?: AdapterCause } }; cause?: AdapterCause };
  return meta?.driverAdapterError?.cause ?? cause;
}
