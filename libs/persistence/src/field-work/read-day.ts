import type { FieldDay, FieldMember, FieldNote, FieldRoute, FieldVisit } from '#planning';
import { addDays } from '#time';
import { isReserved, WITH_ANNOUNCED } from '../clients/reserved.js';
import { dateOfDay, dayOfDate, openDay } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';
import { eventView, WITH_KEYS } from '../execution/event-store.js';
import { funderOf } from '../plans/funder.js';
import { readLinks, type LinkScope, type LinksByVisit } from '../plans/link-rows.js';

/** Days back in which a note still counts as a hand-over. */
const NOTE_DAYS = 14;

const WITH_HOMES = {
  client: { include: { consents: true, ...WITH_ANNOUNCED } },
  executionEvents: { where: { kind: { in: ['checked_in', 'checked_out'] } }, orderBy: { occurredAt: 'asc' } },
  parts: {
    select: {
      assignments: { where: { published: true }, select: { staffId: true, route: { select: { staff: true } } } },
    },
  },
} as const satisfies Prisma.VisitInclude;

const WITH_STOPS = {
  staff: { select: { travelMode: true } },
  assignments: {
    orderBy: { position: 'asc' },
    include: { visitPart: { select: { part: true, visit: { include: WITH_HOMES } } } },
  },
} as const satisfies Prisma.RouteInclude;

type RouteRow = Prisma.RouteGetPayload<{ include: typeof WITH_STOPS }>;
type StopRow = RouteRow['assignments'][number];
type VisitRow = NonNullable<StopRow['visitPart']>['visit'];

/** A note with whose and of which visit it is. */
interface KeptNote extends FieldNote {
  readonly visitId: string;
  readonly staffId: string;
}

interface Around {
  readonly staffId: string;
  readonly links: LinksByVisit;
  readonly professions: ReadonlyMap<string, VisitRow['profession']>;
  readonly notes: ReadonlyMap<string, readonly KeptNote[]>;
}

/** The published routes of one person on a day with everything about their visits; what they may see is not decided here. */
export async function readDay(
  database: Transaction,
  { providerId, staffId }: FieldMember,
  day: string,
): Promise<Omit<FieldDay, 'unanswered'> | null> {
  const member = await database.staffMember.findFirst({ where: { id: staffId, providerId }, include: { provider: true } });
  if (member === null) return null;
  const date = dateOfDay(day);
  const routes = await database.route.findMany({
    where: { providerId, staffId, date, plan: { days: { some: { date, published: true } } } },
    include: WITH_STOPS,
    orderBy: { departure: 'asc' },
  });
  const visits = routes.flatMap(({ assignments }) => assignments.flatMap(({ visitPart }) => visitPart?.visit ?? []));
  const clients = [...new Set(visits.map(({ clientId }) => clientId))];
  const [links, events, notes] = await Promise.all([
    linksOf(database, routes, { providerId, date: day, clients }),
    database.executionEvent.findMany({
      where: { providerId, staffId, visit: { date } },
      include: WITH_KEYS,
      orderBy: [{ occurredAt: 'asc' }, { clientEventId: 'asc' }],
    }),
    notesOf(database, providerId, { clients, day }),
  ]);
  const others = [...links.values()].flatMap((linked) => linked.links.map(({ otherVisit }) => otherVisit));
  const known = await database.visit.findMany({
    where: { providerId, key: { in: others } },
    select: { key: true, profession: true },
  });
  const around = { staffId, links, notes, professions: new Map(known.map(({ key, profession }) => [key, profession])) };
  return {
    name: `${member.givenName} ${member.familyName}`,
    profession: member.professions[0],
    providerName: member.provider.name,
    providerPhone: member.provider.phone,
    routes: routes.map((route) => routeOf(route, around)),
    events: events.map(eventView),
  };
}

async function linksOf(
  database: Transaction,
  routes: readonly RouteRow[],
  scope: Omit<LinkScope, 'planId'>,
): Promise<LinksByVisit> {
  const plans = [...new Set(routes.map(({ planId }) => planId))];
  const all = await Promise.all(plans.map((planId) => readLinks(database, { ...scope, planId })));
  return new Map(all.flatMap((links) => [...links]));
}

async function notesOf(
  database: Transaction,
  providerId: string,
  { clients, day }: { readonly clients: readonly string[]; readonly day: string },
): Promise<ReadonlyMap<string, readonly KeptNote[]>> {
  const visit = { clientId: { in: [...clients] }, date: { gte: dateOfDay(addDays(day, -NOTE_DAYS)), lte: dateOfDay(day) } };
  const of = { select: { clientId: true, profession: true } } as const;
  const [notes, observations] = await Promise.all([
    database.executionEvent.findMany({
      where: { providerId, kind: 'note', note: { not: null }, corrections: { none: {} }, visit },
      include: { visit: of },
    }),
    database.observationReport.findMany({ where: { providerId, visit }, include: { visit: of } }),
  ]);
  const rows = [
    ...notes.map((row) => ({ ...row, observation: null })),
    ...observations.map((row) => ({ ...row, observation: row.code })),
  ].sort((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime());
  const byClient = new Map<string, KeptNote[]>();
  for (const { visit: from, visitId, staffId, occurredAt, note, observation } of rows) {
    const entry = { visitId, staffId, at: occurredAt.toISOString(), profession: from.profession, note, observation };
    byClient.set(from.clientId, [...(byClient.get(from.clientId) ?? []), entry]);
  }
  return byClient;
}

function routeOf({ staff, assignments, ...route }: RouteRow, around: Around): FieldRoute {
  const left = [route.departure, ...assignments.map((stop) => stop.endsAt)];
  return {
    mode: staff.travelMode,
    shiftStart: route.shiftStart.toISOString(),
    shiftEnd: route.shiftEnd.toISOString(),
    departure: route.departure.toISOString(),
    return: route.return.toISOString(),
    stops: assignments.map((stop, index) => ({
      kind: stop.kind,
      arrival: stop.arrival.toISOString(),
      start: stop.startsAt.toISOString(),
      end: stop.endsAt.toISOString(),
      travelSeconds: (stop.arrival.getTime() - left[index].getTime()) / 1000,
      visit: stop.visitPart === null ? null : visitOf(stop.visitPart, around),
    })),
  };
}

function visitOf({ part, visit }: NonNullable<StopRow['visitPart']>, around: Around): FieldVisit {
  const { staffId, links, professions, notes } = around;
  const linked = links.get(visit.id);
  const { client } = visit;
  return {
    ...{ visit: visit.key, part, parts: visit.staffCount, funder: funderOf(visit) },
    reserved: isReserved(client, visit.date),
    tasks: linked?.tasks ?? visit.tasks,
    client: `${client.givenName} ${client.familyName}`,
    home: homeOf(client),
    consents: client.consents.map(({ direction, givenOn, validTo, withdrawnOn }) => ({
      direction,
      givenOn: dayOfDate(givenOn),
      validTo: openDay(validTo),
      withdrawnOn: openDay(withdrawnOn),
    })),
    links: (linked?.links ?? []).map(({ otherVisit, otherStaff, otherStart, effect, rules }) => ({
      ...{ profession: professions.get(otherVisit) ?? visit.profession, staff: otherStaff, start: otherStart, effect, rules },
    })),
    partners: visit.parts
      .flatMap(({ assignments }) => assignments)
      .filter((assignment) => assignment.staffId !== staffId)
      .map((assignment) => partnerOf(assignment, visit)),
    // One's own note of this very visit stands beside it already.
    notes: (notes.get(visit.clientId) ?? [])
      .filter(({ visitId, staffId: by, observation }) => visitId !== visit.id || by !== staffId || observation !== null)
      .map(({ at, profession, note, observation }) => ({ at, profession, note, observation })),
  };
}

function homeOf(client: VisitRow['client']): FieldVisit['home'] {
  const { actualAddress, neighbourhood, latitude, longitude, phone, floor, lift, doorCode, keyNote, accessNote, flags } = client;
  return {
    ...{ address: actualAddress, neighbourhood, latitude, longitude, phone, floor, lift, doorCode, keyNote, accessNote, flags },
  };
}

function partnerOf(
  { staffId, route }: VisitRow['parts'][number]['assignments'][number],
  { executionEvents }: VisitRow,
): FieldVisit['partners'][number] {
  const at = (kind: 'checked_in' | 'checked_out'): string | null =>
    executionEvents.findLast((event) => event.staffId === staffId && event.kind === kind)?.occurredAt.toISOString() ?? null;
  const { givenName, familyName } = route.staff;
  return { staff: `${givenName} ${familyName}`, arrivedAt: at('checked_in'), leftAt: at('checked_out') };
}
