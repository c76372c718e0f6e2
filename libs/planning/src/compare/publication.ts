import type { PublicationView } from '#contracts';
import type { PlanRecord } from '../ports.js';
import type { ReplanStore } from '../replan/replan-ports.js';
import { changedVisits, type ChangedVisit } from './changed-visits.js';
import { causeOf, staffKnown, viewOf, type CompareParts } from './compare-plans.js';
import type { PlacedPlan, PlacedVisit } from './compare-ports.js';

/** What a preview of publishing uses. */
export interface PublicationParts extends CompareParts {
  readonly replans: Pick<ReplanStore, 'settings'>;
  readonly now: () => Date;
}

/** What publishing changes for people, and how many of the changes come late. */
export interface Publication {
  readonly first: boolean;
  readonly lateHours: number;
  readonly changes: readonly (ChangedVisit & { readonly late: boolean })[];
  readonly after: PlacedPlan;
}

/** What a plan would change of what is in force on its days; late is what begins sooner than the provider protects. */
export async function publicationOf(
  { reader, planEdits, replans, now }: Omit<PublicationParts, 'plans'>,
  plan: PlanRecord,
): Promise<Publication> {
  const { providerId, id, from, to } = plan;
  const days = { from, to };
  const [after, before, known, { protectedHours: lateHours }] = await Promise.all([
    reader.placed(providerId, id, days),
    reader.inForce(providerId, days),
    staffKnown(planEdits, providerId, days),
    replans.settings(providerId),
  ]);
  const first = before.length === 0;
  const limit = new Date(now().getTime() + lateHours * 3_600_000).toISOString();
  const changed = first ? [] : changedVisits(before, after.visits, known);
  const changes = changed.map((visit) => ({ ...visit, late: soonest(visit) < limit }));
  return { first, lateHours, changes, after };
}

function soonest({ before, after }: ChangedVisit): string {
  return [before, after].flatMap((placed) => placed?.start ?? []).sort()[0];
}

/** Who would be told what, clients and staff by name; null when the provider has no such plan. */
export async function viewPublication(
  parts: PublicationParts,
  { providerId, planId }: { readonly providerId: string; readonly planId: string },
): Promise<PublicationView | null> {
  const plan = await parts.plans.find(providerId, planId);
  if (plan === null) return null;
  const { first, lateHours, changes, after } = await publicationOf(parts, plan);
  const views = changes.map((visit) => {
    const view = { ...viewOf(visit), ...causeOf(visit, { edited: [] }, after), late: visit.late };
    return { visit, view };
  });
  const told = (people: readonly Person[], concerns: (id: string, visit: ChangedVisit) => boolean): PublicationView['staff'] =>
    people
      .map(({ id, name, visits }) => ({
        ...{ id, name, visits },
        changes: views.filter(({ visit }) => concerns(id, visit)).map(({ view }) => view),
      }))
      .filter(({ visits, changes: theirs }) => (first ? visits > 0 : theirs.length > 0))
      .sort((a, b) => a.name.localeCompare(b.name, 'lv'));
  return {
    ...{ first, lateHours, changes: changes.length },
    lateChanges: changes.filter(({ late }) => late).length,
    unserved: after.visits.filter(({ start }) => start === null).length,
    clients: told(clientsIn(after.visits, changes), (id, { clientId }) => id === clientId),
    staff: told(staffIn(after.visits, changes), (id, visit) => visit.beforeStaff.includes(id) || visit.afterStaff.includes(id)),
  };
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly visits: number;
}

function clientsIn(visits: readonly PlacedVisit[], changes: readonly ChangedVisit[]): Person[] {
  const names = new Map([...visits, ...changes].map(({ clientId, client }) => [clientId, client]));
  const given = visits.filter(({ start }) => start !== null);
  return [...names].map(([id, name]) => ({ id, name, visits: given.filter(({ clientId }) => clientId === id).length }));
}

function staffIn(visits: readonly PlacedVisit[], changes: readonly ChangedVisit[]): Person[] {
  const people = new Map<string, { name: string; visits: number }>();
  const names = changes.flatMap(({ before, beforeStaff }) => beforeStaff.map((id, i) => [id, before?.staff[i] ?? ''] as const));
  for (const [id, name] of names) people.set(id, { name, visits: 0 });
  for (const { staff } of visits)
    for (const { id, name } of staff) people.set(id, { name, visits: (people.get(id)?.visits ?? 0) + 1 });
  return [...people].map(([id, person]) => ({ id, ...person }));
}
