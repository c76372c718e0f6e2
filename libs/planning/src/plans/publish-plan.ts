import type { PlanReader, PlanStore, ProviderStore, RouteRow } from '../ports.js';
import { publicationOf, type PublicationParts } from '../compare/publication.js';
import { judgeWork, unlawful } from '../working-time/judge-working-time.js';
import type { KnownWork } from '../working-time/working-time-ports.js';

export type PublishOutcome = 'published' | 'not_found' | 'not_a_draft' | 'overlap' | 'working_time';

/** What publishing uses. */
export interface PublishParts {
  readonly plans: PlanStore;
  readonly providers: Pick<ProviderStore, 'planningData'>;
  readonly reader: Pick<PlanReader, 'routes' | 'placed' | 'inForce'>;
  readonly planEdits: PublicationParts['planEdits'];
  readonly replans: PublicationParts['replans'];
  readonly now: () => Date;
}

interface Wanted {
  readonly providerId: string;
  readonly planId: string;
  readonly publishedBy: string;
  /** What is said of changes that come late. */
  readonly reason?: string | undefined;
}

/**
 * A person's act: makes a provider's draft binding. The law of working time is
 * asked again: what was published around the draft's days since it was made
 * counts too. What it changes of what was in force is kept as what people are
 * told.
 */
export async function publishPlan(parts: PublishParts, wanted: Wanted): Promise<PublishOutcome> {
  const { plans, providers, reader } = parts;
  const { providerId, planId, publishedBy, reason = null } = wanted;
  const plan = await plans.find(providerId, planId);
  if (!plan) return 'not_found';
  if (plan.status !== 'draft') return 'not_a_draft';
  const data = await providers.planningData(providerId, plan.from, plan.to);
  const routes = await reader.routes(providerId, planId, null);
  if (unlawful(judgeWork(routes.map(workOf), data)).length > 0) return 'working_time';
  const { changes } = await publicationOf(parts, plan);
  const lateChanges = changes.filter(({ late }) => late).length;
  return plans.publish(providerId, planId, publishedBy, { changes, lateChanges, reason });
}

function workOf({ staff: staffId, date, departure, return: back, stops }: RouteRow): KnownWork {
  const breaks = stops
    .filter(({ kind }) => kind === 'break')
    .map(({ start, end }) => ({ start: seconds(start), end: seconds(end) }));
  return { staffId, date, start: seconds(departure), end: seconds(back), breaks, journeySeconds: 0 };
}

function seconds(instant: string): number {
  return Math.round(Date.parse(instant) / 1000);
}
