import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '../property/tiny-problem.js';
import { Visitor, type Answer } from '../e2e/visitor.js';
import type { Books, Outcome } from './books.js';

/** A phone or browser gives up on an answer after so long. */
export const PATIENCE_MS = 15_000;

/** What everybody has in common. */
export interface Surroundings {
  readonly url: string;
  readonly books: Books;
  readonly dice: Dice;
  /** Aborted at the end of the day. */
  readonly day: AbortSignal;
}

export interface LogIn {
  readonly email: string;
  readonly password: string;
}

/** Somebody with an account, who goes on whatever the programs do. */
export abstract class Person {
  private readonly visitor: Visitor;
  private loggedIn = false;

  constructor(
    protected readonly around: Surroundings,
    private readonly account: LogIn,
    /** Mean time between two things they do. */
    private readonly everyMs: number,
  ) {
    this.visitor = new Visitor(around.url, undefined, PATIENCE_MS);
  }

  /** One thing they do; given up quietly where the programs cannot. */
  protected abstract act(): Promise<void>;

  /** What is still to be done once the day is over. */
  protected finish(): Promise<void> {
    return Promise.resolve();
  }

  async live(): Promise<void> {
    const { day, dice } = this.around;
    while (!day.aborted) {
      await pause(dice.from(this.everyMs / 10, this.everyMs * 2), undefined, { signal: day }).catch(() => undefined);
      if (!day.aborted) await this.act();
    }
    await this.finish();
  }

  /** Sends, under a key where one is given; logs in before where it must. Null: no answer. */
  protected async send(method: string, path: string, body?: unknown, key?: string): Promise<Answer | null> {
    if (!this.loggedIn && !(await this.logIn())) return null;
    const answer = await this.ask(method, path, body, key === undefined ? {} : { 'idempotency-key': key });
    if (answer?.status === 401) this.loggedIn = false;
    return answer;
  }

  private async logIn(): Promise<boolean> {
    const { email, password } = this.account;
    const answer = await this.ask('POST', '/api/v1/session', { email, password });
    return (this.loggedIn = answer?.status === 200);
  }

  private async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer | null> {
    try {
      const answer = await this.visitor.send(method, path, body, headers);
      this.around.books.count(answer.status);
      return answer;
    } catch (error) {
      this.around.books.unanswerable(error);
      return null;
    }
  }
}

export function outcomeOf(answer: Answer | null): Outcome {
  const { code } = Object(answer?.body) as { readonly code?: string };
  // What was sent before under the same key: still at work, or done.
  if (code === 'idempotency.at_work') return 'unknown';
  if (code === 'idempotency.done') return 'acknowledged';
  if (answer === null || answer.status >= 500 || answer.status === 401 || answer.status === 429) return 'unknown';
  return answer.status < 300 ? 'acknowledged' : 'refused';
}
