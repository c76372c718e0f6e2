import { parentPort, workerData } from 'node:worker_threads';
import { judgeMoves, openPlan, recommend, remediesFor, type MoveVerdict, type PlanSession } from '#engine';
import type { Verdict } from '#planning';
import type { AdviceQuestion, AdviceWork, AskedAdvice, GivenAdvice, OpenedPlan } from './adviser-messages.js';
import { lowerPriority } from './low-priority.js';

if ((workerData as AdviceWork) === 'searches') lowerPriority();

/** The body of an advising thread: keeps plans open and answers one question after the other. */
const desks = new Map<number, PlanSession>();

parentPort!.on('message', ({ id, question }: AskedAdvice) => {
  const say = (given: GivenAdvice): void => parentPort!.postMessage(given);
  try {
    say({ id, answer: answerTo(question) });
  } catch (error) {
    say({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function answerTo(question: AdviceQuestion): unknown {
  if (question.kind === 'open') return open(question);
  if (question.kind === 'close') return desks.delete(question.desk);
  const session = desks.get(question.desk);
  if (session === undefined) throw new Error(`plan ${question.desk} is not open here`);
  if (question.kind === 'judge') {
    const result = judgeMoves(session, question.moves);
    return result.ok ? { ok: true, verdict: slim(result.verdict) } : result;
  }
  if (question.kind === 'remedies') return remediesFor(session, question.visit, question.options);
  return recommend(session, question.visits, question.wanted).map(({ places, verdict }) => ({ places, verdict: slim(verdict) }));
}

function open({ desk, problem, plan }: Extract<AdviceQuestion, { kind: 'open' }>): unknown {
  const opened = openPlan(problem, plan, { holdStarts: true });
  if (!opened.ok) return null;
  desks.set(desk, opened.session);
  const { plan: timed, cost, broken } = opened.session.base;
  return { plan: timed, cost, broken } satisfies OpenedPlan;
}

/** The whole plan stays here: it would be copied for every question. */
function slim({ plan, ...verdict }: MoveVerdict): Verdict {
  return { ...verdict, unserved: plan.unserved };
}
