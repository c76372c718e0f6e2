import type { Issue, PlanOrder } from '#contracts';
import type { PlanRecord, PlanStore } from '../ports.js';
import { viewProfiles } from '../weights/weight-profiles.js';

/** The longest range one plan covers, in days, both ends included. */
export const LONGEST_PLAN_DAYS = 31;

/** Who asks for which days. */
export interface PlanOrdered {
  readonly providerId: string;
  /** Account id; null for a schedule. */
  readonly requestedBy: string | null;
  readonly order: PlanOrder;
}

export type RequestOutcome =
  { readonly ok: true; readonly plan: PlanRecord } | { readonly ok: false; readonly issues: readonly Issue[] };

/** Records a request for a plan together with the job it needs; the job reaches the queue through the outbox. */
export async function requestPlan(plans: PlanStore, { providerId, requestedBy, order }: PlanOrdered): Promise<RequestOutcome> {
  const issues = orderIssues(order);
  const { profile: wanted, ...request } = order;
  const profiles = wanted === undefined ? [] : await viewProfiles(plans, providerId);
  const profile = profiles.find(({ id }) => id === wanted);
  if (wanted !== undefined && profile === undefined) issues.push(unknownProfile(wanted));
  if (issues.length > 0) return { ok: false, issues };
  const weighed = profile && { profile: { name: profile.name, weights: profile.weights } };
  return { ok: true, plan: await plans.request(providerId, { ...request, ...weighed }, requestedBy) };
}

function unknownProfile(value: string): Issue {
  return {
    ...{ code: 'plan.profile', path: 'profile', value, allowed: 'the id of a weight profile' },
    message: 'Choose one of the weight profiles, or none.',
  };
}

function orderIssues({ from, to }: PlanOrder): Issue[] {
  // Calendar days differ by whole days in UTC, whatever the clocks at home do.
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days >= 1 && days <= LONGEST_PLAN_DAYS) return [];
  return [
    {
      code: 'plan.range',
      path: 'to',
      value: to,
      allowed: `${from} or up to ${LONGEST_PLAN_DAYS - 1} days after it`,
      message: 'Plan fewer days at once, and end no earlier than they begin.',
    },
  ];
}
