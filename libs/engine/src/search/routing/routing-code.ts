import type { Rounds } from './rounds.js';
import type { RoutingData } from './routing-data.js';

/** Writes the routes as `encode` writes a search plan: the next node of each node, -1 for none. */
export function encodeRounds(rounds: Rounds, out: Int32Array): void {
  const { visits } = rounds.data;
  out.fill(-1);
  for (let r = 0; r < rounds.data.routes; r++) {
    let from = visits + 2 * r;
    const first = r * rounds.width + 1;
    for (let k = first; k < first + rounds.length[r]; k++) {
      out[from] = rounds.stop[k] - 1;
      from = rounds.stop[k] - 1;
    }
    out[from] = visits + 2 * r + 1;
  }
}

/** The stops of each route of such a code. */
export function decodeRows({ visits, routes }: RoutingData, code: Int32Array): number[][] {
  return Array.from({ length: routes }, (_, r) => {
    const row: number[] = [];
    for (let i = code[visits + 2 * r]; i >= 0 && i < visits; i = code[i]!) row.push(i + 1);
    return row;
  });
}
