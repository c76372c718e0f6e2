import { findObservation, permissions, refusalOf, serviceOf, type FieldClass, type Profession } from '#care';
import type { MyChangeView, MyDayView, MyRouteView, MyStopView, MyVisitView } from '#contracts';
import type { RuleWords } from '../plans/view-plan.js';
import type { FieldDay, FieldMember, FieldRoute, FieldStop, FieldVisit, FieldWorkStore } from './field-ports.js';

/** From so many hours before a visit begins its home is shown, time enough to look at tomorrow the evening before. */
export const NEEDED_HOURS_BEFORE = 36;
/** Until so many hours after it was to end, for the report written late. */
export const NEEDED_HOURS_AFTER = 12;

/** Flags that protect client and staff and name no illness but what can be caught; all other flags stay with the office. */
const SAFETY_FLAGS: ReadonlySet<string> = new Set(['two_person', 'oxygen', 'infectious', 'pets', 'bedbound']);

/** What clients ask for and whom of the staff they must not expect it from: injections of a carer, shopping of a nurse (S004). */
const ASKED_FOR = ['INJ', 'WOUND', 'SHOP', 'COOK', 'CLEAN', 'BATH'];
/** Notes shown of earlier visits. */
const NOTES_SHOWN = 3;

/** Who looks, at what moment. */
export interface DayQuery extends ChangesQuery {
  readonly day: string;
}

export interface ChangesQuery extends FieldMember {
  readonly today: string;
  readonly now: Date;
}

/**
 * The day of one person as published: stops with travel and break, paid time, and of every visit what this profession may
 * see. Homes show from {@link NEEDED_HOURS_BEFORE} to {@link NEEDED_HOURS_AFTER} around the visit; the other service's
 * facts show with the client's leave for that direction (S098); diagnosis and orders never do. Null for somebody the
 * provider does not know.
 */
export async function myDay(store: FieldWorkStore, query: DayQuery, words: RuleWords): Promise<MyDayView | null> {
  const facts = await store.day(query, query.day, query.today);
  if (facts === null) return null;
  const { name, profession, providerName, providerPhone, routes, events, unanswered } = facts;
  return {
    ...{ day: query.day, name, profession, providerName, providerPhone, unanswered },
    at: query.now.toISOString(),
    routes: routes.map((route) => routeView(route, { query, facts, words })),
    events: [...events],
  };
}

/** What changed of one's visits from the day on; clients have their name as long as a visit before or after the change does. */
export async function myChanges(
  store: FieldWorkStore,
  { today, now, ...member }: ChangesQuery,
): Promise<readonly MyChangeView[]> {
  const changes = await store.changes(member, today);
  return changes.map((change) => {
    const needed = [change.before, change.after].some((at) => at !== null && isNeeded({ start: at.start, end: at.start }, now));
    return { ...change, client: needed ? change.client : null };
  });
}

interface Look {
  readonly query: DayQuery;
  readonly facts: FieldDay;
  readonly words: RuleWords;
}

function routeView(route: FieldRoute, look: Look): MyRouteView {
  const { mode, shiftStart, shiftEnd, departure, return: back, stops } = route;
  const breaks = stops.filter(({ kind }) => kind === 'break').reduce((sum, { start, end }) => sum + secondsFrom(start, end), 0);
  return {
    ...{ mode, shiftStart, shiftEnd, departure, return: back },
    paidSeconds: secondsFrom(departure, back) - breaks,
    stops: stops.map((stop) => stopView(stop, look)),
  };
}

function stopView({ visit, ...stop }: FieldStop, look: Look): MyStopView {
  return { ...stop, visit: visit === null ? null : visitView(visit, stop, look) };
}

function visitView(visit: FieldVisit, stop: Pick<FieldStop, 'start' | 'end'>, { query, facts, words }: Look): MyVisitView {
  const { consents, client, home, links, notes, funder, part, parts, reserved, partners } = visit;
  const service = serviceOf(facts.profession);
  // Leave that was withdrawn since is withdrawn for days gone by as well.
  const may = permissions({ kind: 'staff', service }, consents, query.day > query.today ? query.day : query.today);
  const needed = isNeeded(stop, query.now);
  return {
    ...{ visit: visit.visit, part, parts, reserved, funder, tasks: [...visit.tasks], partners },
    client: needed && may.has('identity') ? client : null,
    home: needed && may.has('identity') ? { ...home, flags: home.flags.filter((flag) => SAFETY_FLAGS.has(flag)) } : null,
    notMine: notMine(facts.profession),
    meetings: links
      .filter(({ profession }) => may.has(factOf(profession, 'schedule')))
      .map(({ rules, ...link }) => ({ ...link, rule: rules[0] ?? '', reason: words(rules[0] ?? '')?.reason ?? '' })),
    handOver: needed
      ? notes
          .filter(({ profession, observation }) => may.has(factOf(profession, 'observations')) && !isRestricted(observation))
          .slice(0, NOTES_SHOWN)
      : [],
  };
}

function factOf(profession: Profession, what: 'schedule' | 'observations'): FieldClass {
  return `${serviceOf(profession)}.${what}`;
}

function isRestricted(observation: string | null): boolean {
  return observation !== null && (findObservation(observation)?.restricted ?? true);
}

function isNeeded({ start, end }: Pick<FieldStop, 'start' | 'end'>, now: Date): boolean {
  const hour = 3_600_000;
  return (
    Date.parse(start) - NEEDED_HOURS_BEFORE * hour <= now.getTime() &&
    now.getTime() <= Date.parse(end) + NEEDED_HOURS_AFTER * hour
  );
}

function notMine(profession: Profession): MyVisitView['notMine'] {
  return ASKED_FOR.flatMap((task) => {
    const refusal = refusalOf(profession, task);
    return refusal === null ? [] : [{ task, words: refusal.reason }];
  });
}

function secondsFrom(start: string, end: string): number {
  return (Date.parse(end) - Date.parse(start)) / 1000;
}
