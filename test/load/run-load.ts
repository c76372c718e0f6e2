import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { planSummary, type EditingView, type MyDayView, type RouteView } from '#contracts';
import { createPersistence } from '#persistence';
import { dayOf } from '#time';
import { Visitor } from '../e2e/visitor.js';
import { Machines } from '../faults/machines.js';
import type { LogIn } from '../faults/person.js';
import { publishDays, settleTown, type Town } from '../faults/town.js';
import { Dice } from '../property/tiny-problem.js';
import { Measures, type Row } from './measure.js';
import { watchMemory, type MemorySample } from './memory.js';

export interface Load {
  readonly phones: number;
  readonly boards: number;
  /** Of each of the two halves: without a planning run, and with one. */
  readonly seconds: number;
  /** Mean time between two things a phone does; a board acts as often. */
  readonly everyMs: number;
}

export interface LoadResult {
  /** Everybody logs in before the halves. */
  readonly beginning: readonly Row[];
  readonly quiet: readonly Row[];
  /** While plans are searched without a pause. */
  readonly planning: readonly Row[];
  readonly plansMade: number;
  /** Memory over both halves. */
  readonly memory: Readonly<Record<'api' | 'worker', readonly MemorySample[]>>;
  /** Load of the machine before, between and after: others' work included. */
  readonly load: readonly number[];
  /** As Prometheus reads them in the end. */
  readonly metrics: Readonly<Record<'api' | 'worker', string>>;
}

/** Between two looks at memory, seconds; a short run looks more often. */
const MEMORY_EVERY = 10;

/** Phones and boards at work on one machine, first alone, then beside plans that are searched one after the other. */
export async function runLoad({ phones, boards, seconds, everyMs }: Load): Promise<LoadResult> {
  const machines = await Machines.start(1);
  try {
    const persistence = createPersistence(machines);
    const size = { phones, coordinators: boards, planned: Math.max(6, Math.round(phones / 8)) };
    const town = await settleTown(persistence, dayOf(Date.now() / 1000), size);
    await persistence.close();
    await publishDays(machines.url, town.street, [town.today, town.today]);
    const draft = await draftOf(machines.url, town);
    const beginning = await comeIn(machines.url, town, everyMs);
    const memory = { api: [] as MemorySample[], worker: [] as MemorySample[] };
    const memoryEveryMs = 1000 * Math.min(MEMORY_EVERY, seconds / 4);
    const load = [loadavg()[0]];
    const half = async (planning: boolean): Promise<{ rows: Row[]; plans: number }> => {
      const [measures, ending] = [new Measures(), AbortSignal.timeout(seconds * 1000)];
      setMaxListeners(0, ending);
      const dice = new Dice(seconds);
      const about = { measures, ending, dice, everyMs };
      const lives = [
        ...beginning.phones.map((visitor) => phone(about, visitor, town.today)),
        ...beginning.boards.map((visitor) => board(about, visitor, draft)),
        ...(['api', 'worker'] as const).map((program) =>
          watchMemory(machines, program, { everyMs: memoryEveryMs, ending, samples: memory[program] }),
        ),
      ];
      const plans = planning ? await planOn(machines.url, town, { seconds: Math.min(20, seconds / 2), ending }) : 0;
      await Promise.all(lives);
      load.push(loadavg()[0]);
      return { rows: measures.rows(), plans };
    };
    const quiet = await half(false);
    const busy = await half(true);
    const metrics = { api: await machines.metrics('api'), worker: await machines.metrics('worker') };
    const rows = { beginning: beginning.rows, quiet: quiet.rows, planning: busy.rows };
    return { ...rows, plansMade: busy.plans, memory, load, metrics };
  } finally {
    await machines.stop();
  }
}

/** Everybody logs in and looks for the first time, over six turns of a phone; what follows is the day, not its first minute. */
async function comeIn(url: string, { street, office, today }: Town, everyMs: number) {
  const [measures, dice] = [new Measures(), new Dice(1)];
  const logIn = async ({ email, password }: LogIn): Promise<Visitor> => {
    await pause(dice.from(0, 6 * everyMs));
    const visitor = new Visitor(url);
    await measures.time('POST session', () => visitor.logIn(email, password));
    return visitor;
  };
  const phones = street.carers.map(async (account) => {
    const visitor = await logIn(account);
    await measures.time('GET my/day', () => visitor.send('GET', `/api/v1/my/day?day=${today}`));
    return visitor;
  });
  const boards = office.coordinators.map(logIn);
  return { phones: await Promise.all(phones), boards: await Promise.all(boards), rows: measures.rows() };
}

interface About {
  readonly measures: Measures;
  readonly ending: AbortSignal;
  readonly dice: Dice;
  readonly everyMs: number;
}

async function* turns({ ending, dice, everyMs }: About): AsyncGenerator<number> {
  for (let turn = 0; ; turn++) {
    // The first turns of all are spread over as many as the longest round of a phone has.
    await pause(dice.from(0, (turn === 0 ? 5 : 2) * everyMs), undefined, { signal: ending }).catch(() => undefined);
    if (ending.aborted) return;
    yield turn;
  }
}

/** Looks at the day, reports a visit step by step, asks for changes. */
async function phone(about: About, visitor: Visitor, today: string): Promise<void> {
  const { measures } = about;
  let visits: string[] = [];
  for await (const turn of turns(about)) {
    if (turn % 5 === 0) {
      await measures.time('GET my/day', async () => {
        const answer = await visitor.send('GET', `/api/v1/my/day?day=${today}`);
        visits = (answer.body as MyDayView).routes.flatMap((route) => route.stops.flatMap(({ visit }) => visit?.visit ?? []));
        return answer;
      });
    } else if (turn % 5 === 4) await measures.time('GET my/changes', () => visitor.send('GET', '/api/v1/my/changes'));
    else if (visits.length > 0) {
      const kind = ['checked_in', 'note', 'checked_out'][(turn % 5) - 1];
      const visit = visits[Math.floor(turn / 5) % visits.length];
      const event = { id: randomUUID(), visit, kind, at: new Date().toISOString(), ...(kind === 'note' && { note: 'all well' }) };
      await measures.time('POST execution-events', () => visitor.send('POST', '/api/v1/execution-events', { events: [event] }));
    }
  }
}

/** Opens a draft, judges moves as a card is dragged, reads the plan again. */
async function board(about: About, visitor: Visitor, draft: string): Promise<void> {
  const { measures, dice } = about;
  const path = `/api/v1/plans/${draft}`;
  let visits: string[] = [];
  let shifts: string[] = [];
  for await (const turn of turns(about)) {
    if (turn % 8 === 0) {
      await measures.time('GET plans', () => visitor.send('GET', '/api/v1/plans'));
      await measures.time('GET plans/:id/routes', async () => {
        const answer = await visitor.send('GET', `${path}/routes`);
        const stops = (answer.body as RouteView[]).flatMap((route) => route.stops);
        visits = stops.filter(({ kind }) => kind === 'visit').map(({ visit }) => visit);
        return answer;
      });
      await measures.time('GET plans/:id/editing', async () => {
        const answer = await visitor.send('GET', `${path}/editing`);
        shifts = (answer.body as EditingView).shifts.map(({ shift }) => shift);
        return answer;
      });
    } else if (visits.length > 0 && shifts.length > 0) {
      const move = { kind: 'put', visit: dice.of(visits), part: 1, shift: dice.of(shifts), at: { position: 0 } };
      await measures.time('POST plans/:id/moves/judge', () => visitor.send('POST', `${path}/moves/judge`, { moves: [move] }));
    }
  }
}

async function draftOf(url: string, town: Town): Promise<string> {
  await publishDays(url, town.office, [town.first, town.first]);
  const visitor = await coordinatorOf(url, town);
  const order = { from: town.last, to: town.last, seconds: 3, threads: 1 };
  const { id } = await visitor.post('/api/v1/plans', order, planSummary);
  await finished(visitor, id);
  return id;
}

/** One plan after the other, with as many threads as the form asks for by itself. */
async function planOn(
  url: string,
  town: Town,
  { seconds, ending }: { readonly seconds: number; readonly ending: AbortSignal },
): Promise<number> {
  const visitor = await coordinatorOf(url, town);
  for (let made = 0; ;) {
    if (ending.aborted) return made;
    const answer = await visitor.send('POST', '/api/v1/plans', { from: town.first, to: town.first, seconds });
    if (answer.status !== 202) await pause(500);
    else {
      await finished(visitor, planSummary.parse(answer.body).id, ending);
      made++;
    }
  }
}

async function coordinatorOf(url: string, { office }: Town): Promise<Visitor> {
  const visitor = new Visitor(url);
  const [{ email, password }] = office.coordinators;
  await visitor.logIn(email, password);
  return visitor;
}

async function finished(visitor: Visitor, id: string, ending?: AbortSignal): Promise<void> {
  const done = ['draft', 'failed', 'superseded'];
  for (;;) {
    const { status, body } = await visitor.send('GET', `/api/v1/plans/${id}`);
    // On a machine with too much to do it is asked again.
    if (status === 200 && done.includes(planSummary.parse(body).status)) return;
    if (ending?.aborted) return;
    await pause(500);
  }
}
