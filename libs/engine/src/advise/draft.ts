import { Insertion } from '../moves/recreate/insertion.js';
import { Trial } from '../moves/recreate/trial.js';
import type { ProblemData } from '../model/problem-data.js';
import { Random } from '../random/random.js';
import { Edits } from '../state/edits.js';
import { reroute } from '../state/reroute.js';
import { SearchPlan } from '../state/search-plan.js';
import { decode } from '../state/solution.js';
import type { Hold, HeldStarts } from './hold-starts.js';
import { setHold } from './hold-starts.js';
import { withOwnStarts } from './relaxed-data.js';

/** What a question changes of a plan. */
export interface DraftChange {
  /** The plan's decisions as the question has them. */
  readonly code: Int32Array;
  /** Routes whose order differs from the plan's. */
  readonly routes: readonly number[];
  /** Nodes held otherwise than the plan holds them; null: not at all. */
  readonly holds: ReadonlyMap<number, Hold | null>;
  /** Starts that the question fixes. */
  readonly fixed: ReadonlyMap<number, number>;
}

/**
 * A plan set up for questions: each changes it a little, and then it is again
 * as it was. Nothing is set up twice.
 */
export class Draft {
  readonly edits: Edits;
  readonly trial: Trial;
  private inserting: Insertion | null = null;
  private readonly own: ProblemData;

  private constructor(
    private readonly data: ProblemData,
    private readonly held: HeldStarts,
    private readonly hold: Hold,
  ) {
    this.own = withOwnStarts(data);
    this.edits = new Edits(new SearchPlan(this.own));
    this.trial = new Trial(this.edits);
    for (const node of held.keys()) this.setHold(node, hold);
  }

  /**
   * @param held starts of the plan that are held as `hold` says while nothing else is asked
   * @returns null when the plan cannot be timed
   */
  static of(
    data: ProblemData,
    code: Int32Array,
    { held, hold }: { readonly held: HeldStarts; readonly hold: Hold },
  ): Draft | null {
    const draft = new Draft(data, held, hold);
    if (!decode(draft.edits, code)) return null;
    draft.edits.plan.keep();
    return draft;
  }

  /** Nothing is drawn: no place is skipped. */
  get insertion(): Insertion {
    return (this.inserting ??= new Insertion(this.edits, new Random(1), 0));
  }

  /**
   * What the plan would be under a change.
   * @param look must not keep the plan: it goes back to what it was
   * @returns null when the change cannot be timed
   */
  ask<T>({ code, routes, holds, fixed }: DraftChange, look: (edits: Edits) => T): T | null {
    const applyTimes = (): void => {
      for (const [node, hold] of holds) this.setHold(node, hold);
      for (const [node, start] of fixed) this.fix(node, start);
    };
    const retimed = [...holds.keys(), ...fixed.keys()];
    try {
      return reroute(this.edits, { code, routes, retimed, applyTimes }) ? look(this.edits) : null;
    } finally {
      for (const node of fixed.keys()) this.setHold(node, null);
      for (const node of retimed) if (this.held.has(node)) this.setHold(node, this.hold);
      if (this.inserting) this.inserting.broken = false;
      this.edits.plan.restore();
    }
  }

  private setHold(node: number, hold: Hold | null): void {
    setHold(this.own, this.data, { node, hold, start: this.held.get(node) });
  }

  private fix(node: number, start: number): void {
    this.own.earliest[node] = start;
    this.own.due[node] = start;
    this.own.several[node] = 0;
  }
}
