import type { Visit } from '#care';
import type { LinkInput } from '#engine';
import type { PlanChange } from '../changes/change-ports.js';
import type { Difference } from './replan-ports.js';
import { covers } from './touched.js';

/** A difference before anybody has said why. */
export type BareDifference = Omit<Difference, 'cause' | 'changeId'> & { readonly visit: Visit };

/** What reasons are looked for in. */
export interface CauseContext {
  readonly changes: readonly PlanChange[];
  readonly links: readonly Pick<LinkInput, 'before' | 'after'>[];
}

/**
 * Gives every difference exactly one cause. A change of the visit itself, of the people who were to give it (whose visit
 * runs over, say) or of its client is direct; failing that, a rule that ties it to such a visit (`linked`); failing that, the nearest such visit on
 * the same person's route, which took the place (`displaced`) or left one (`room`).
 */
export function withCauses(differences: readonly BareDifference[], context: CauseContext): Difference[] {
  const direct = new Map(differences.map((difference) => [difference.visitKey, directChange(difference, context.changes)]));
  const explained = differences.filter(({ visitKey }) => direct.get(visitKey) !== undefined);
  return differences.map((difference) => {
    const { visit: _, ...rest } = difference;
    const own = direct.get(difference.visitKey);
    if (own !== undefined) return { ...rest, cause: 'direct', changeId: own.id };
    const partner = partners(difference.visitKey, context.links).find((key) => direct.get(key) !== undefined);
    if (partner !== undefined) return { ...rest, cause: 'linked', changeId: direct.get(partner)?.id ?? null };
    const nearest = nearestOf(difference, explained);
    const change =
      (nearest && direct.get(nearest.visitKey)) ?? context.changes.find((each) => covers(each, difference.visit.date));
    return { ...rest, cause: difference.effect === 'served' ? 'room' : 'displaced', changeId: change?.id ?? null };
  });
}

/** The newest change of the most particular kind that is about the visit. */
function directChange(difference: BareDifference, changes: readonly PlanChange[]): PlanChange | undefined {
  const { visit, before, after } = difference;
  const ofDay = changes.filter((change) => covers(change, visit.date)).toReversed();
  const lost = (before?.staff ?? []).filter((staff) => !after?.staff.includes(staff));
  return (
    ofDay.find(({ visitKey }) => visitKey === visit.key) ??
    ofDay.find(({ staffId }) => staffId !== null && lost.includes(staffId)) ??
    ofDay.find(({ kind, staffId }) => kind === 'visit_runs_over' && staffId !== null && before?.staff.includes(staffId)) ??
    ofDay.find(({ clientId, visitKey }) => clientId === visit.clientId && visitKey === null) ??
    ofDay.find(({ clientId, staffId }) => clientId === null && staffId === null)
  );
}

function partners(key: string, links: CauseContext['links']): string[] {
  return links.flatMap(({ before, after }) => (before.visit === key ? [after.visit] : after.visit === key ? [before.visit] : []));
}

/** Of those with a cause of their own, the one nearest in time that has a person in common; failing that, the nearest of all. */
function nearestOf(difference: BareDifference, explained: readonly BareDifference[]): BareDifference | undefined {
  const people = staffOf(difference);
  const shares = (other: BareDifference): boolean => staffOf(other).some((staff) => people.includes(staff));
  const distance = (other: BareDifference): number => Math.abs(startOf(other) - startOf(difference));
  const sorted = explained.toSorted((a, b) => Number(shares(b)) - Number(shares(a)) || distance(a) - distance(b));
  return sorted[0];
}

const staffOf = ({ before, after }: BareDifference): string[] => [...(before?.staff ?? []), ...(after?.staff ?? [])];
const startOf = ({ before, after, visit }: BareDifference): number => (before ?? after)?.start ?? visit.windows[0].start;
