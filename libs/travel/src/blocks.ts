/** One request: these rows against these columns of the matrix. */
export interface Block {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Covers every unknown pair of an n*n matrix with blocks of at most `size` by
 * `size`; each keeps only the rows and columns it still needs. The diagonal is
 * never asked for.
 */
export function blocksOf(n: number, size: number, isKnown: (from: number, to: number) => boolean): Block[] {
  const unknown = (from: number, to: number): boolean => from !== to && !isKnown(from, to);
  const ranges = Array.from({ length: Math.ceil(n / size) }, (_, k) => range(k * size, Math.min(n, (k + 1) * size)));
  return ranges.flatMap((sources) =>
    ranges.flatMap((targets) => {
      const rows = sources.filter((from) => targets.some((to) => unknown(from, to)));
      const columns = targets.filter((to) => rows.some((from) => unknown(from, to)));
      return rows.length > 0 ? [{ rows, columns }] : [];
    }),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
