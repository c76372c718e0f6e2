import { Client } from 'pg';
import { demoProvider, liveThrough, type Book, type DemoName, type PublishedPart } from '#demo';
import type { Persistence } from '#persistence';
import { planDays, publishPlan, recordEvents, runBilling, viewExceptions } from '#planning';
import { createThreadSolver } from '#threads';
import { addDays, daysFrom } from '#time';
import { createTravelTimes } from '#travel';
import { chance } from './chance.js';

/** What is simulated: whole weeks from a Monday, so many seconds of search a week. */
export interface Simulation {
  readonly name: DemoName;
  readonly monday: string;
  readonly weeks: number;
  readonly seconds: number;
  readonly seed: number;
}

/** What was lived through, to be held against what the ledger says. */
export interface Lived {
  readonly providerId: string;
  readonly from: string;
  readonly to: string;
  /** The morning after the last day. */
  readonly now: Date;
  readonly published: readonly PublishedPart[];
  readonly book: Book;
  readonly counts: {
    readonly events: number;
    readonly acknowledged: number;
    readonly invoices: number;
    readonly hospital: number;
  };
}

const ACTOR = '00000000-0000-4000-8000-00000000000a';
const OFFICE = { accountId: ACTOR, office: true, staffId: null };
/** Events sent at once. */
const BATCH = 200;

/**
 * The rosters of the demo begin a week before its day: that is the first Monday. Plans, publishes, lives through, corrects, acknowledges and bills week after week with the use cases and stores of the
 * programs. Some clients go to hospital for days; what is acknowledged is drawn by lot; every week is billed twice, the
 * second time after the corrections.
 */
export async function simulateWeeks(persistence: Persistence, databaseUrl: string, asked: Simulation): Promise<Lived> {
  const { name, monday, weeks, seconds, seed } = asked;
  const random = chance(seed);
  const file = demoProvider(name, { today: addDays(monday, 7) });
  const { providerId } = await persistence.providers.write(file);
  const sql = new Client({ connectionString: databaseUrl });
  await sql.connect();
  const parts = { ...persistence, reader: persistence.planReader, travel: createTravelTimes(), solver: createThreadSolver() };
  const [book, published]: [Book, PublishedPart[]] = [new Map(), []];
  const counts = { events: 0, acknowledged: 0, invoices: 0, hospital: 0 };
  const report = async (events: Parameters<typeof recordEvents>[1]['events'], now: Date): Promise<void> => {
    for (let i = 0; i < events.length; i += BATCH) {
      const sent = { providerId, reporter: OFFICE, events: events.slice(i, i + BATCH), now };
      const outcome = await recordEvents(persistence.events, sent);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues.slice(0, 3)));
    }
    counts.events += events.length;
  };
  const bill = async (from: string, to: string, now: Date): Promise<void> => {
    const outcome = await runBilling(persistence.ledger, { providerId, issuedBy: ACTOR, now, from, to });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    counts.invoices += outcome.invoices.length;
  };
  let now = morning(monday);
  for (let week = 0; week < weeks; week++) {
    const [from, to] = [addDays(monday, 7 * week), addDays(monday, 7 * week + 6)];
    const { id: planId } = await persistence.plans.request(providerId, { from, to, seconds, threads: 1, seed }, null);
    const planned = await planDays({ version: 1, planId, providerId }, parts);
    if (planned.status !== 'stored') throw new Error(JSON.stringify(planned));
    const outcome = await publishPlan({ ...parts, now: () => now }, { providerId, planId, publishedBy: ACTOR });
    if (outcome !== 'published') throw new Error(outcome);
    const clients = await clientsOf(sql, providerId);
    for (const day of daysFrom(from, to)) {
      now = morning(addDays(day, 1));
      const today = await partsOf(persistence, { providerId, planId, day, clients });
      published.push(...today);
      const ill = new Set(today.map(({ client }) => client).filter(() => random() < 0.04));
      for (const client of ill) {
        const until = addDays(day, 3 + Math.floor(random() * 9));
        const stay = { kind: 'client_away', client, from: addDays(day, 1), to: until, reason: 'hospital' } as const;
        const known = await persistence.changes.record(providerId, stay, { actor: ACTOR, today: day });
        if (!known.ok) throw new Error(JSON.stringify(known.issues));
        counts.hospital++;
      }
      const { events, corrections } = liveThrough(today, { random, inHospital: ill, book });
      await report(events, now);
      if (day === to) await bill(from, to, now);
      await report(corrections, now);
    }
    counts.acknowledged += await acknowledgeSome(persistence, { providerId, from, to, now, random });
    await bill(from, to, now);
  }
  await sql.end();
  return { providerId, from: monday, to: addDays(monday, 7 * weeks - 1), now, published, book, counts };
}

function morning(day: string): Date {
  return new Date(`${day}T08:00:00Z`);
}

/** Clients' own ids by visit. */
async function clientsOf(sql: Client, providerId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ key: string; client: string }>(
    'SELECT v.key, c.external_id AS client FROM visits v JOIN clients c ON c.id = v.client_id WHERE v.provider_id = $1',
    [providerId],
  );
  return new Map(rows.map(({ key, client }) => [key, client]));
}

interface OfDay {
  readonly providerId: string;
  readonly planId: string;
  readonly day: string;
  readonly clients: ReadonlyMap<string, string>;
}

async function partsOf(
  { planReader }: Persistence,
  { providerId, planId, day, clients }: OfDay,
): Promise<readonly PublishedPart[]> {
  const routes = await planReader.routes(providerId, planId, day);
  return routes.flatMap(({ staff, stops }) =>
    stops
      .filter(({ kind }) => kind === 'visit')
      .map(({ visit, start, end, tasks }) => ({
        ...{ visit, staff, tasks, client: clients.get(visit) ?? '' },
        start: Date.parse(start) / 1000,
        end: Date.parse(end) / 1000,
      })),
  );
}

interface Acknowledging {
  readonly providerId: string;
  readonly from: string;
  readonly to: string;
  readonly now: Date;
  readonly random: () => number;
}

/** Two of three are looked at, one by one of the lot. */
async function acknowledgeSome(
  { confirmations }: Persistence,
  { providerId, from, to, now, random }: Acknowledging,
): Promise<number> {
  const outcome = await viewExceptions(confirmations, providerId, { from, to, state: 'exception' }, now);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const visits = outcome.exceptions.visits.filter(() => random() < 0.67).map(({ visit, events }) => ({ visit, events }));
  return visits.length === 0 ? 0 : confirmations.acknowledge({ providerId, by: ACTOR, now, visits, note: 'looked at' });
}
