import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EditingView, MyDayView, PlanSummary } from '#contracts';
import { addDays } from '#time';
import type { Answer } from '../e2e/visitor.js';
import { outcomeOf, Person, type LogIn, type Surroundings } from './person.js';

/** An entry of a phone's queue: sent until the server has it, and now and then once more. */
interface Entry {
  readonly kind: 'event' | 'observation';
  readonly body: { readonly id: string };
}

const REPORT_EVERY_MS = 4000;
const OFFICE_EVERY_MS = 6000;

/** Somebody on the way with a phone: reports visits of today, keeps what no answer came to, and sends some of it twice. */
export class Phone extends Person {
  private queue: Entry[] = [];
  private visits: string[] = [];
  private next = 0;

  constructor(
    around: Surroundings,
    account: LogIn,
    private readonly today: string,
  ) {
    super(around, account, REPORT_EVERY_MS);
  }

  protected async act(): Promise<void> {
    const { dice } = this.around;
    if (this.visits.length === 0 || dice.oneIn(10)) await this.readDay();
    if (this.visits.length === 0) return;
    this.report();
    // Without a network what was reported waits.
    if (!dice.oneIn(4)) await this.upload();
  }

  protected override async finish(): Promise<void> {
    for (let time = 0; this.queue.length > 0 && time < 60; time++) {
      await this.upload();
      if (this.queue.length > 0) await pause(2000);
    }
  }

  private async readDay(): Promise<void> {
    const answer = await this.send('GET', `/api/v1/my/day?day=${this.today}`);
    if (answer?.status !== 200) return;
    const { routes } = answer.body as MyDayView;
    this.visits = routes.flatMap(({ stops }) => stops.flatMap(({ visit }) => (visit ? [visit.visit] : [])));
  }

  private report(): void {
    const visit = this.visits[Math.floor(this.next / 3) % this.visits.length];
    const common = { id: randomUUID(), visit, at: new Date().toISOString() };
    const step = this.next++ % 3;
    const event = step === 0 ? { kind: 'checked_in' } : step === 1 ? { kind: 'note', note: 'all well' } : { kind: 'checked_out' };
    this.queue.push({ kind: 'event', body: { ...common, ...event } });
    if (this.around.dice.oneIn(8)) {
      const seen = { ...common, id: randomUUID(), code: 'D4', isNew: true, clientInformed: true };
      this.queue.push({ kind: 'observation', body: seen });
    }
  }

  private async upload(): Promise<void> {
    const { dice, books } = this.around;
    const [first] = this.queue;
    if (!first) return;
    const batch = this.queue.filter(({ kind }) => kind === first.kind).slice(0, 40);
    const bodies = batch.map(({ body }) => body);
    const send = (): Promise<Answer | null> =>
      first.kind === 'event'
        ? this.send('POST', '/api/v1/execution-events', { events: bodies })
        : this.send('POST', '/api/v1/observations', { reports: bodies });
    const answers = dice.oneIn(6) ? await Promise.all([send(), send()]) : [await send()];
    const outcomes = answers.map(outcomeOf);
    for (const { id } of bodies) for (const outcome of outcomes) books.note(first.kind, id, outcome);
    // What a clock that jumped back refuses is not lost: the phone keeps it, and here sends it again.
    if (outcomes.includes('acknowledged')) this.queue = this.queue.filter((entry) => !batch.includes(entry));
  }
}

/** A day of somebody or something that a coordinator has not used yet. */
interface Slot {
  readonly of: string;
  readonly day: string;
}

/** A coordinator: records changes, asks for plans, edits and publishes them. */
export class Coordinator extends Person {
  constructor(
    around: Surroundings,
    account: LogIn,
    private readonly days: { readonly first: string; readonly last: string },
    private readonly slots: { readonly staff: Slot[]; readonly clients: Slot[]; readonly decisions: Slot[] },
  ) {
    super(around, account, OFFICE_EVERY_MS);
  }

  protected act(): Promise<void> {
    const acts = [() => this.absence(), () => this.away(), () => this.suspend(), () => this.edit(), () => this.edit()];
    return this.around.dice.of([...acts, () => this.plan(), () => this.publish()])();
  }

  private absence(): Promise<void> {
    const slot = this.slots.staff.pop();
    if (!slot) return Promise.resolve();
    const id = `ILL-${slot.of}-${slot.day}`;
    const absence = { id, staff: slot.of, from: slot.day, to: slot.day, kind: 'sick' };
    return this.untilKnown('absence', id, { kind: 'staff_absent', absence });
  }

  private away(): Promise<void> {
    const slot = this.slots.clients.pop();
    if (!slot) return Promise.resolve();
    const order = { kind: 'client_away', client: slot.of, from: slot.day, to: slot.day, reason: 'away' };
    return this.untilKnown('away', `${slot.of} ${slot.day}`, order);
  }

  private suspend(): Promise<void> {
    const slot = this.slots.decisions.pop();
    if (!slot) return Promise.resolve();
    const id = `SUS-${slot.of}`;
    const change = { id, decision: slot.of, decidedOn: addDays(this.days.first, -1), from: slot.day, to: slot.day };
    return this.untilKnown('decision', id, { kind: 'decision_suspended', ...change, reason: 'asked' });
  }

  /** Sends a change again until there is an answer, as somebody does who sees an error on the screen. */
  private async untilKnown(kind: 'absence' | 'away' | 'decision', id: string, order: object): Promise<void> {
    const key = randomUUID();
    for (let time = 0; time < 40; time++) {
      const outcome = outcomeOf(await this.send('POST', '/api/v1/changes', order, key));
      this.around.books.note(kind, id, outcome);
      if (outcome !== 'unknown') return;
      await pause(1500);
    }
  }

  private async plan(): Promise<void> {
    const { first, last } = this.days;
    const answer = await this.send('POST', '/api/v1/plans', { from: first, to: last, seconds: 2, threads: 1 });
    const id = answer?.status === 202 ? (answer.body as PlanSummary).id : randomUUID();
    this.around.books.note('plan', id, outcomeOf(answer));
  }

  private async drafts(): Promise<PlanSummary[]> {
    const answer = await this.send('GET', '/api/v1/plans');
    return answer?.status === 200 ? (answer.body as PlanSummary[]).filter(({ status }) => status === 'draft') : [];
  }

  private async publish(): Promise<void> {
    const [newest] = await this.drafts();
    if (newest) await this.send('POST', `/api/v1/plans/${newest.id}/publish`);
  }

  /** Pins a visit of the newest draft, or takes that back. */
  private async edit(): Promise<void> {
    const [plan] = await this.drafts();
    if (!plan) return;
    const path = `/api/v1/plans/${plan.id}`;
    const editing = await this.send('GET', `${path}/editing`);
    const routes = await this.send('GET', `${path}/routes`);
    if (editing?.status !== 200 || routes?.status !== 200) return;
    const { revision } = editing.body as EditingView;
    const stops = (routes.body as { stops: { kind: string; visit: string }[] }[]).flatMap((route) => route.stops);
    const visits = stops.filter(({ kind }) => kind === 'visit');
    if (visits.length === 0) return;
    const { visit } = this.around.dice.of(visits);
    const answer = await this.send('POST', `${path}/pins`, { visit, person: true, time: false, reason: 'promised', revision });
    this.around.books.note('edit', `${plan.id} ${revision + 1}`, outcomeOf(answer));
  }
}

/** A manager: bills what was delivered, over and over. */
export class Manager extends Person {
  constructor(
    around: Surroundings,
    account: LogIn,
    private readonly today: string,
  ) {
    super(around, account, OFFICE_EVERY_MS);
  }

  protected async act(): Promise<void> {
    await this.send('POST', '/api/v1/billing-runs', { from: this.today, to: this.today });
    await this.send('GET', `/api/v1/ledger?from=${this.today}&to=${this.today}`);
  }
}
