import { startNode } from '../model/problem-data.js';
import type { Arrangement } from './arrange.js';
import type { PlanSession } from './plan-session.js';

/** Ways of binding the links of moved parts that are tried. */
const MOST_OPTIONS = 12;

/** How the links of a changed plan bind: `all`: each in one of its gaps; `others`: those of the changed routes not at all. */
export type Binding = 'all' | 'others' | 'none';

/**
 * A changed plan's decisions (see `encode`), once for each way its links can
 * bind. Links that the change does not concern keep their gap; one that it
 * does may take any, its present one first.
 */
export function codesOf(session: PlanSession, arrangement: Arrangement, binding: Binding): Int32Array[] {
  const { data } = session;
  const code = chained(session, arrangement);
  // What a start is anchored to stands on no route.
  const there = (node: number): boolean => code[node] >= 0 || node >= data.originFirst;
  const changed = new Set([...arrangement.sequences.values()].flat());
  const open: number[] = [];
  for (let l = 0; l < data.links; l++) {
    const [a, b] = [data.linkBefore[l], data.linkAfter[l]];
    const present = code[data.nodes + l];
    const both = there(a) && there(b);
    const free = binding === 'none' || (binding === 'others' && (changed.has(a) || changed.has(b)));
    if (!both || free) code[data.nodes + l] = -1;
    else if (present < 0 || arrangement.moved.has(a) || arrangement.moved.has(b)) open.push(l);
  }
  return combinations(session, code, open);
}

/** The order of stops alone; gaps as they were. */
function chained(session: PlanSession, { sequences }: Arrangement): Int32Array {
  const code = session.code.slice();
  for (const r of sequences.keys()) for (const node of session.sequences[r]) code[node] = -1;
  for (const [r, stops] of sequences) {
    let at = startNode(session.data, r);
    for (const node of stops) {
      code[at] = node;
      at = node;
    }
    code[at] = startNode(session.data, r) + 1;
  }
  return code;
}

function combinations({ data, code: base }: PlanSession, code: Int32Array, open: readonly number[]): Int32Array[] {
  let codes = [code];
  for (const l of open) {
    const gaps = Array.from({ length: data.gapFirst[l + 1] - data.gapFirst[l] }, (_, k) => data.gapFirst[l] + k);
    const present = base[data.nodes + l];
    gaps.sort((a, b) => Number(b === present) - Number(a === present));
    codes = gaps.flatMap((gap) =>
      codes.map((other) => {
        const next = other.slice();
        next[data.nodes + l] = gap;
        return next;
      }),
    );
    codes.length = Math.min(codes.length, MOST_OPTIONS);
  }
  return codes;
}
