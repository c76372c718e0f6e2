import type { ChangedVisitView, ComparisonView } from '#contracts';
import { addDays } from '#time';
import type { PlanEditStore } from '../advice/edit-ports.js';
import type { PlanRecord, PlanStore } from '../ports.js';
import { changedVisits, type ChangedVisit, type Known } from './changed-visits.js';
import type { Days, PlacedPerson, PlacedPlan, PlacedPlans, PlacedVisit } from './compare-ports.js';

/** What comparing uses. */
export interface CompareParts {
  readonly plans: Pick<PlanStore, 'find'>;
  readonly reader: PlacedPlans;
  readonly planEdits: Pick<PlanEditStore, 'knownStaff'>;
}

/** Continuity is looked at over so many days. */
const DAYS_BACK = 14;

/** A plan beside another over the days both have: figures, visits, faces, people, clients and causes. Null when the provider lacks one of them. */
export async function comparePlans(
  { plans, reader, planEdits }: CompareParts,
  { providerId, planId, otherId }: { readonly providerId: string; readonly planId: string; readonly otherId: string },
): Promise<ComparisonView | null> {
  const [plan, other] = await Promise.all([plans.find(providerId, planId), plans.find(providerId, otherId)]);
  if (plan === null || other === null) return null;
  const days = sharedDays(plan, other);
  if (days === null) return { days, figures: [], prices: [], visits: [], people: [], clients: [], causes: [] };
  const [after, before, known] = await Promise.all([
    reader.placed(providerId, planId, days),
    reader.placed(providerId, otherId, days),
    staffKnown(planEdits, providerId, days),
  ]);
  const changed = changedVisits(before.visits, after.visits, known);
  const visits = changed.map((visit) => ({ visit, why: causeOf(visit, before, after) }));
  return {
    days,
    figures: figuresOf(before, after, { known, changed }),
    prices: comparable(plan, other, before, after) ? pricesOf(before, after) : [],
    visits: visits.map(({ visit, why }) => ({ ...viewOf(visit), ...why })),
    people: peopleOf(before, after),
    clients: clientsOf(before, after, changed),
    causes: countCauses(visits.map(({ why }) => why)),
  };
}

/** Who was at each client in the days before some days. */
export function staffKnown(edits: Pick<PlanEditStore, 'knownStaff'>, providerId: string, { from }: Days): Promise<Known> {
  return edits.knownStaff(providerId, { from: addDays(from, -DAYS_BACK), to: addDays(from, -1) });
}

/** A changed visit as people see it. */
export function viewOf(visit: ChangedVisit): Omit<ChangedVisitView, 'cause' | 'change'> {
  const { visit: key, client, date, tasks, effect, before, after, newFaces } = visit;
  return { visit: key, client, date, tasks, effect, before, after, newFaces };
}

type Why = Pick<ChangedVisitView, 'cause' | 'change'>;

/** What made a visit differ, as far as the plans themselves know. */
export function causeOf(
  { visit, effect }: ChangedVisit,
  before: Pick<PlacedPlan, 'edited'>,
  after: Omit<PlacedPlan, 'visits'>,
): Why {
  if (after.edited.includes(visit) || before.edited.includes(visit)) return { cause: 'by_hand', change: null };
  const change = after.changes.get(visit);
  if (change !== undefined) return { cause: 'change', change };
  return { cause: effect === 'added' || effect === 'removed' ? 'demand' : 'search', change: null };
}

function sharedDays(a: PlanRecord, b: PlanRecord): Days | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

function comparable(a: PlanRecord, b: PlanRecord, before: PlacedPlan, after: PlacedPlan): boolean {
  return a.from === b.from && a.to === b.to && JSON.stringify(before.weights) === JSON.stringify(after.weights);
}

interface Faces {
  readonly known: Known;
  readonly changed: readonly ChangedVisit[];
}

function figuresOf(before: PlacedPlan, after: PlacedPlan, { known, changed }: Faces): ComparisonView['figures'] {
  const sum = (people: readonly PlacedPerson[], name: Exclude<keyof PlacedPerson, 'id' | 'name'>): number =>
    people.reduce((total, person) => total + person[name], 0);
  const served = ({ visits }: PlacedPlan): number => visits.filter(({ start }) => start !== null).length;
  const measures: readonly [string, (plan: PlacedPlan) => number][] = [
    ['visits', ({ visits }) => visits.length],
    ['served', served],
    ['routes', ({ people }) => sum(people, 'routes')],
    ['travelSeconds', ({ people }) => sum(people, 'travelSeconds')],
    ['waitingSeconds', ({ people }) => sum(people, 'waitingSeconds')],
    ['serviceSeconds', ({ people }) => sum(people, 'serviceSeconds')],
    ['faces', ({ visits }) => [...facesOf(visits).values()].reduce((total, { size }) => total + size, 0)],
    ['newFaces', ({ visits }) => newFaces(visits, known)],
  ];
  return [
    ...measures.map(([name, of]) => ({ name, before: of(before), after: of(after) })),
    { name: 'changedVisits', before: 0, after: changed.length },
  ];
}

/** The different people who come to each client. */
function facesOf(visits: readonly PlacedVisit[]): ReadonlyMap<string, ReadonlySet<string>> {
  const faces = new Map<string, Set<string>>();
  for (const { clientId, staff } of visits) {
    const theirs = faces.get(clientId) ?? new Set();
    for (const { id } of staff) theirs.add(id);
    faces.set(clientId, theirs);
  }
  return faces;
}

function newFaces(visits: readonly PlacedVisit[], known: Known): number {
  let count = 0;
  for (const [client, staff] of facesOf(visits)) for (const id of staff) if (!known.get(client)?.includes(id)) count++;
  return count;
}

function pricesOf(before: PlacedPlan, after: PlacedPlan): ComparisonView['prices'] {
  const names = [...new Set([...Object.keys(before.cost), ...Object.keys(after.cost)])];
  return names
    .map((name) => ({ name, before: before.cost[name] ?? 0, after: after.cost[name] ?? 0 }))
    .filter((price) => price.before !== 0 || price.after !== 0)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.name < b.name ? -1 : 1));
}

function peopleOf(before: PlacedPlan, after: PlacedPlan): ComparisonView['people'] {
  const names = new Map([...before.people, ...after.people].map(({ id, name }) => [id, name]));
  const work = ({ people }: PlacedPlan, id: string): ComparisonView['people'][number]['before'] => {
    const { visits, travelSeconds, waitingSeconds, serviceSeconds } = people.find((person) => person.id === id) ?? NOBODY;
    return { visits, travelSeconds, workSeconds: travelSeconds + waitingSeconds + serviceSeconds };
  };
  return [...names]
    .map(([staff, name]) => ({ staff, name, before: work(before, staff), after: work(after, staff) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'lv'));
}

const NOBODY = { visits: 0, travelSeconds: 0, waitingSeconds: 0, serviceSeconds: 0 };

/** Clients for whom something differs. */
function clientsOf(before: PlacedPlan, after: PlacedPlan, changed: readonly ChangedVisit[]): ComparisonView['clients'] {
  const [was, is] = [facesOf(before.visits), facesOf(after.visits)];
  const clients = new Map<string, ChangedVisit[]>();
  for (const visit of changed) clients.set(visit.clientId, [...(clients.get(visit.clientId) ?? []), visit]);
  return [...clients]
    .map(([client, visits]) => ({
      ...{ client, name: visits[0].client, changed: visits.length },
      faces: { before: was.get(client)?.size ?? 0, after: is.get(client)?.size ?? 0 },
      newFaces: new Set(visits.flatMap((visit) => visit.newFaces)).size,
    }))
    .sort((a, b) => b.changed - a.changed || a.name.localeCompare(b.name, 'lv'));
}

function countCauses(reasons: readonly Why[]): ComparisonView['causes'] {
  const counts = new Map<string, Why & { visits: number }>();
  for (const why of reasons) {
    const key = `${why.cause} ${why.change ?? ''}`;
    counts.set(key, { ...why, visits: (counts.get(key)?.visits ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.visits - a.visits);
}
