import { Worker } from 'node:worker_threads';
import type { ProblemInput, Plan } from '#engine';
import type { PlanAdviser, PlanDesk } from '#planning';
import type { AdviceAnswers, AdviceQuestion, AdviceWork, GivenAdvice, OpenedPlan } from './adviser-messages.js';
import { shareMatrices } from './share-matrices.js';

/**
 * Advice in threads of its own: one for questions that somebody waits for, and one, started when first needed, for the
 * searches behind remedies. A thread that fails takes its open plans with it: their questions reject, and the next plan
 * starts a new one.
 */
export function createPlanAdviser(): PlanAdviser {
  const quick = new AdviceThread('answers');
  const slow = new AdviceThread('searches');
  let desks = 0;
  const open = async (problem: ProblemInput, plan: Plan): Promise<PlanDesk | null> => {
    const desk = ++desks;
    const shared = shareMatrices(problem);
    const opening = { kind: 'open', desk, problem: shared, plan } as const;
    const opened: OpenedPlan | null = await quick.ask(opening);
    if (opened === null) return null;
    let searching: Promise<unknown> | null = null;
    return {
      ...opened,
      judge: (moves) => quick.ask({ kind: 'judge', desk, moves }),
      recommend: (visits, wanted) => quick.ask({ kind: 'recommend', desk, visits, wanted }),
      remedies: async (visit, options) => {
        searching ??= slow.ask(opening);
        await searching;
        return slow.ask({ kind: 'remedies', desk, visit, options });
      },
      close: () => {
        for (const thread of searching === null ? [quick] : [quick, slow]) thread.forget(desk);
      },
    };
  };
  return { open, close: async () => void (await Promise.all([quick.end(), slow.end()])) };
}

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };

/** A thread that answers questions in the order they come. */
class AdviceThread {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  constructor(private readonly does: AdviceWork) {}

  ask<K extends AdviceQuestion['kind']>(question: Extract<AdviceQuestion, { kind: K }>): Promise<AdviceAnswers[K]> {
    this.worker ??= this.start();
    const id = ++this.asked;
    const answer = new Promise<AdviceAnswers[K]>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve, reject });
    });
    this.worker.postMessage({ id, question });
    return answer;
  }

  /** Closes a desk; one that has ended with its thread needs no other thread for that. */
  forget(desk: number): void {
    this.worker?.postMessage({ id: ++this.asked, question: { kind: 'close', desk } satisfies AdviceQuestion });
  }

  async end(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL('./adviser-thread.js', import.meta.url), { workerData: this.does });
    // The process may end while nobody asks anything.
    worker.unref();
    worker.on('message', (given: GivenAdvice) => {
      const waiting = this.waiting.get(given.id);
      this.waiting.delete(given.id);
      if ('answer' in given) waiting?.resolve(given.answer as never);
      else waiting?.reject(new Error(given.error));
    });
    const lost = (error: Error): void => {
      if (this.worker === worker) this.worker = null;
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    worker.on('error', lost);
    worker.on('exit', (code) => lost(new Error(`an advising thread ended with code ${code}`)));
    return worker;
  }
}
