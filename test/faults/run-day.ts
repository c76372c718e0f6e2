import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createPersistence } from '#persistence';
import { addDays, dayOf } from '#time';
import { Dice } from '../property/tiny-problem.js';
import { Visitor } from '../e2e/visitor.js';
import { Books } from './books.js';
import type { Fault } from './faults.js';
import { Machines } from './machines.js';
import { OutageWatch, type Outage } from './outage.js';
import { Coordinator, Manager, Phone } from './people.js';
import { PATIENCE_MS, type Person, type Surroundings } from './person.js';
import { reckon, type Reckoning } from './reckoning.js';
import { publishDays, settleTown, type Town, type TownSize } from './town.js';

export interface Day {
  readonly size: TownSize;
  readonly seed: number;
  /** What may happen. */
  readonly faults: readonly Fault[];
  /** How long people act and things break. */
  readonly seconds: number;
  /** Between the end of one fault and the next, at most. */
  readonly restSeconds: number;
}

export interface DayResult extends Reckoning {
  /** How often each fault happened. */
  readonly happened: Readonly<Record<string, number>>;
  /** Answers by status; 0: none came. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests to which no answer came, by why. */
  readonly unanswered: Readonly<Record<string, number>>;
  /** How long a phone was without answers after which fault. */
  readonly outages: Readonly<Record<string, Outage>>;
  /** Servers that were killed and started again. */
  readonly restarts: number;
  /** Programs that ended by themselves: their last words. */
  readonly crashes: readonly string[];
  readonly people: number;
}

/** A day of many people in so many seconds, while one thing after the other breaks; then everything is counted. */
export async function runDay(plan: Day): Promise<DayResult> {
  const { size, seed } = plan;
  const machines = await Machines.start(2);
  const [dice, books, ending] = [new Dice(seed), new Books(), new AbortController()];
  setMaxListeners(0, ending.signal);
  try {
    const town = await openTown(machines, size);
    const around: Surroundings = { url: machines.url, books, dice, day: ending.signal };
    const people = peopleOf(town, around);
    const watch = await outageWatch(machines, town);
    const lives = Promise.all([watch.watch(ending.signal), ...people.map((person) => person.live())]);
    const happened = await breakThings(machines, dice, plan, watch);
    ending.abort();
    await lives;
    const reckoning = await reckon(machines, town, books);
    const statuses = Object.fromEntries(books.statuses);
    return {
      ...reckoning,
      happened,
      statuses,
      unanswered: Object.fromEntries(books.unanswered),
      outages: watch.outages,
      restarts: machines.restarts.length,
      crashes: machines.crashes,
      people: people.length,
    };
  } finally {
    ending.abort();
    await machines.stop();
  }
}

async function openTown(machines: Machines, size: TownSize): Promise<Town> {
  const persistence = createPersistence(machines);
  try {
    const town = await settleTown(persistence, dayOf(Date.now() / 1000), size);
    // What a change touches is planned anew and published without anybody's help, so that the end has everything in it.
    const limits = { publishes: true, mostChangedVisits: 1000, protectedHours: 0, frozenMinutes: 0, horizonDays: 0 };
    await persistence.replans.saveSettings(town.office.providerId, limits, 'test');
    await publishDays(machines.url, town.street, [town.today, town.today]);
    await publishDays(machines.url, town.office, [town.first, town.last]);
    return town;
  } finally {
    await persistence.close();
  }
}

async function outageWatch({ url }: Machines, { street, today }: Town): Promise<OutageWatch> {
  const [{ email, password }] = street.carers;
  const visitor = new Visitor(url, undefined, PATIENCE_MS);
  await visitor.logIn(email, password);
  return new OutageWatch(visitor, `/api/v1/my/day?day=${today}`);
}

function peopleOf({ today, first, last, street, office }: Town, around: Surroundings): Person[] {
  const days = [first, last];
  const every = (ids: readonly string[]) => days.flatMap((day) => ids.map((of) => ({ of, day })));
  // Each day of somebody is used once; half of all stay as they are, so that there is something to plan.
  const slots = {
    staff: every(office.file.staff.map(({ id }) => id)).filter((_, n) => n % 4 === 0),
    clients: every(office.file.clients.map(({ id }) => id)).filter((_, n) => n % 4 === 1),
    decisions: office.file.decisions.filter((_, n) => n % 4 === 2).map(({ id }, n) => ({ of: id, day: addDays(first, n % 2) })),
  };
  return [
    ...street.carers.map((account) => new Phone(around, account, today)),
    ...office.coordinators.map((account) => new Coordinator(around, account, { first, last }, slots)),
    new Manager(around, street.manager, today),
  ];
}

async function breakThings(
  machines: Machines,
  dice: Dice,
  { faults, seconds, restSeconds }: Day,
  watch: OutageWatch,
): Promise<Record<string, number>> {
  const happened: Record<string, number> = {};
  const rested = new Map<Fault, number>();
  const end = Date.now() + seconds * 1000;
  const possible = faults.filter(({ name }) => machines.smallDisk || !name.startsWith('disk'));
  // Each kind once before any comes again.
  let unseen = [...possible];
  while (Date.now() < end) {
    await pause(dice.from(200, restSeconds * 1000));
    const ready = unseen.filter((fault) => (rested.get(fault) ?? 0) <= Date.now());
    if (ready.length === 0) continue;
    const fault = dice.of(ready);
    unseen = unseen.filter((other) => other !== fault);
    if (unseen.length === 0) unseen = [...possible];
    watch.begin(fault.name);
    try {
      await fault.happen(machines, dice);
    } catch {
      // What it would break is away already.
      continue;
    }
    rested.set(fault, Date.now() + fault.restSeconds * 1000);
    happened[fault.name] = (happened[fault.name] ?? 0) + 1;
  }
  return happened;
}
