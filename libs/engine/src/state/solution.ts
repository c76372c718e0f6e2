import { startNode } from '../model/problem-data.js';
import type { Edits } from './edits.js';
import type { SearchPlan } from './search-plan.js';

/**
 * A plan's decisions in one flat array, to be kept or passed between threads:
 * the next node of each node (-1: none), then the gap of each link (-1: does
 * not bind).
 */
export function encode(plan: SearchPlan, out: Int32Array): void {
  out.set(plan.next);
  out.set(plan.gap, plan.data.nodes);
}

/** Length of {@link encode}'s array. */
export function encodedLength(plan: SearchPlan): number {
  return plan.data.nodes + plan.data.links;
}

/** Replaces a plan's decisions and rebuilds everything that follows from them. False when they cannot be timed. */
export function decode(edits: Edits, from: Int32Array): boolean {
  const { plan } = edits;
  const { data } = plan;
  plan.touchAll();
  plan.next.set(from.subarray(0, data.nodes));
  plan.gap.set(from.subarray(data.nodes));
  plan.previous.fill(-1);
  plan.route.fill(-1);
  plan.route.fill(0, data.originFirst);
  plan.served.fill(0);
  for (let r = 0; r < data.routes; r++) {
    const s = startNode(data, r);
    plan.route[s] = r;
    for (let i = s; plan.next[i] >= 0; i = plan.next[i]!) {
      const n = plan.next[i];
      plan.previous[n] = i;
      plan.route[n] = r;
      if (n < data.parts) plan.served[data.visitOf[n]] = 1;
    }
  }
  plan.absentCount = 0;
  for (let v = 0; v < data.visits; v++) if (!plan.served[v]) plan.absent[plan.absentCount++] = v;
  return edits.rebuild();
}
