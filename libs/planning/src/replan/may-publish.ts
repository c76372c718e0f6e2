import type { ReplanSettings } from '#contracts';
import type { Difference } from './replan-ports.js';

/** Whether the provider lets the programs publish this: few visits, none soon, nobody left without. */
export function mayPublish(differences: readonly Difference[], settings: ReplanSettings, now: number): boolean {
  if (!settings.publishes || differences.length > settings.mostChangedVisits) return false;
  const soonest = now + 3600 * settings.protectedHours;
  return differences.every(({ effect, before }) => effect !== 'unserved' && (before === null || before.start >= soonest));
}
