import type { PlanStore } from '../ports.js';

export type PublishOutcome = 'published' | 'not_found' | 'not_a_draft' | 'overlap';

/** A person's act: makes a provider's draft binding. */
export async function publishPlan(
  plans: PlanStore,
  wanted: { readonly providerId: string; readonly planId: string; readonly publishedBy: string },
): Promise<PublishOutcome> {
  const plan = await plans.find(wanted.providerId, wanted.planId);
  if (!plan) return 'not_found';
  return plans.publish(wanted.providerId, wanted.planId, wanted.publishedBy);
}
