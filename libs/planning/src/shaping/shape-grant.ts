import { proposeVisits, type Proposal } from '#care';
import type { ProposalView } from '#contracts';
import type { Recorder } from '../changes/change-ports.js';
import type { GrantToShape, ShapingStore } from './shaping-ports.js';

/** A decision, by its own id, and the day its visits are to change. */
export interface GrantDay {
  readonly providerId: string;
  readonly decision: string;
  readonly from: string;
}

/** How a decision's hours can become visits from a day on; null when nothing is granted then. */
export async function viewProposal(store: ShapingStore, { providerId, decision, from }: GrantDay): Promise<ProposalView | null> {
  const grant = await store.grant(providerId, decision, from);
  if (grant === null) return null;
  const proposal = proposeVisits(grant.order, grant.standing);
  const { grantedMinutes, grantedPer } = grant.order;
  return { decision, from, grantedMinutes, grantedPer, fingerprint: fingerprintOf(grant, proposal), ...plain(proposal) };
}

/** `stale`: the grant, the family or the visits have changed since the proposal was looked at. */
export type AcceptOutcome =
  { readonly ok: true; readonly patterns: readonly string[] } | { readonly ok: false; readonly code: 'not_found' | 'stale' };

/** Makes visit patterns of exactly the proposal that was looked at. */
export async function acceptProposal(
  store: ShapingStore,
  { providerId, decision, from, fingerprint, by }: GrantDay & { readonly fingerprint: string; readonly by: Recorder },
): Promise<AcceptOutcome> {
  const written = await store.accept(providerId, { decision, from, by }, (grant) => {
    const proposal = proposeVisits(grant.order, grant.standing);
    return fingerprintOf(grant, proposal) === fingerprint ? proposal.differences : null;
  });
  if (written === 'not_found') return { ok: false, code: 'not_found' };
  return written === 'declined' ? { ok: false, code: 'stale' } : { ok: true, patterns: written };
}

/** Sixteen hexadecimal digits that differ where the grant or what is proposed does (FNV-1a, twice). */
function fingerprintOf({ order, standing }: GrantToShape, { differences }: Proposal): string {
  const { grantedMinutes, grantedPer, tasks, family, shortestVisit } = order;
  const text = JSON.stringify([grantedMinutes, grantedPer, tasks, family, shortestVisit, standing, differences]);
  return [0x811c9dc5, 0x01234567].map((seed) => hash(text, seed).toString(16).padStart(8, '0')).join('');
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

function plain(proposal: Proposal): Omit<ProposalView, 'decision' | 'from' | 'grantedMinutes' | 'grantedPer' | 'fingerprint'> {
  return structuredClone(proposal) as ReturnType<typeof plain>;
}
