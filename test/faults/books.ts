/** What became of a request: 2xx, 4xx, or nobody knows (no answer, or 5xx). */
export type Outcome = 'acknowledged' | 'refused' | 'unknown';

/** One thing somebody did, under the id by which it is found again. */
export interface Deed {
  readonly kind: DeedKind;
  readonly id: string;
  outcome: Outcome;
  /** How often it was sent. */
  sent: number;
}

export type DeedKind = 'event' | 'observation' | 'absence' | 'away' | 'decision' | 'plan' | 'edit' | 'credit';

/** The books of everybody: what they did, and what the programs answered. */
export class Books {
  readonly deeds = new Map<string, Deed>();
  readonly statuses = new Map<number, number>();
  /** Why no answer came, counted: the code of the system, or that patience ended. */
  readonly unanswered = new Map<string, number>();

  /** Notes an answer for a deed; an acknowledgement is never taken back. */
  note(kind: DeedKind, id: string, outcome: Outcome): void {
    const deed = this.deeds.get(`${kind} ${id}`) ?? { kind, id, outcome, sent: 0 };
    deed.sent++;
    // After an answer that got lost a refusal only says that it is there already.
    if (deed.outcome !== 'acknowledged' && !(deed.outcome === 'unknown' && outcome === 'refused')) deed.outcome = outcome;
    if (outcome === 'acknowledged') deed.outcome = outcome;
    this.deeds.set(`${kind} ${id}`, deed);
  }

  count(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }

  /** Counts a request to which no answer came. */
  unanswerable(error: unknown): void {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    const why = name === 'TimeoutError' ? name : (cause?.code ?? name);
    this.count(0);
    this.unanswered.set(why, (this.unanswered.get(why) ?? 0) + 1);
  }

  of(kind: DeedKind, outcome?: Outcome): Deed[] {
    return [...this.deeds.values()].filter((deed) => deed.kind === kind && (outcome === undefined || deed.outcome === outcome));
  }
}
