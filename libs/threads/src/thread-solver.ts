import { Worker } from 'node:worker_threads';
import {
  meetingBytes,
  planCodeLength,
  requestStop,
  validateProblem,
  type ProblemInput,
  type ProblemIssue,
  type SearchProgress,
  type Solution,
} from '#engine';
import type { PlanSolver, SolvedPlan, SolveRequest } from '#planning';
import type { ThreadMessage, ThreadTask } from './messages.js';
import { shareMatrices } from './share-matrices.js';

/** The problem itself is wrong; carries every issue. */
export class ProblemRefused extends Error {
  constructor(readonly issues: readonly ProblemIssue[]) {
    super(`the problem has ${issues.length} issues; the first: ${issues[0]?.path} ${issues[0]?.message}`);
    this.name = 'ProblemRefused';
  }
}

/**
 * Runs the engine in worker threads that share one buffer. The caller's
 * thread stays free; aborting the signal ends the search with the best plan
 * so far. With `iterations` and no `seconds` the answer repeats for the same
 * problem, seed and number of threads.
 *
 * @param settings `yields`: the threads give way to whatever answers people on the same machine; absent: they do not
 * @throws ProblemRefused when the problem does not compile
 */
export function createThreadSolver({ yields = false }: { readonly yields?: boolean } = {}): PlanSolver {
  return { solve: (problem, request) => solveInThreads(problem, request, yields) };
}

async function solveInThreads(problem: ProblemInput, request: SolveRequest, yields: boolean): Promise<SolvedPlan> {
  const issues = validateProblem(problem);
  if (issues.length > 0) throw new ProblemRefused(issues);
  const threads = Math.max(1, request.threads);
  const buffer = new SharedArrayBuffer(meetingBytes(threads, planCodeLength(problem)));
  const shared = shareMatrices(problem);
  const latest: (SearchProgress | null)[] = Array.from({ length: threads }, () => null);
  const stop = (): void => requestStop(buffer);
  request.signal?.addEventListener('abort', stop, { once: true });
  if (request.signal?.aborted) stop();
  try {
    const runs = latest.map((_, thread) =>
      runThread({ ...taskOf(shared, request, thread), meeting: { thread, threads, buffer }, yields }, stop, (progress) => {
        latest[thread] = progress;
        if (request.onProgress) request.onProgress(combined(latest));
      }),
    );
    return pick(await Promise.all(runs));
  } finally {
    request.signal?.removeEventListener('abort', stop);
  }
}

function taskOf(problem: ProblemInput, request: SolveRequest, thread: number): Omit<ThreadTask, 'meeting' | 'yields'> {
  return {
    problem,
    // Threads walk different paths; thread 0 walks the one a single thread would.
    seed: request.seed + thread * 7919,
    ...(request.seconds === undefined ? {} : { seconds: request.seconds }),
    ...(request.iterations === undefined ? {} : { iterations: request.iterations }),
    ...(request.warmStart ? { warmStart: request.warmStart } : {}),
  };
}

function runThread(task: ThreadTask, stop: () => void, onProgress: (progress: SearchProgress) => void): Promise<Solution> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./engine-thread.js', import.meta.url), { workerData: task });
    const fail = (error: Error): void => {
      // The others must not wait for a thread that is gone.
      stop();
      reject(error);
    };
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'solved') resolve(message.solution);
      else fail(new ProblemRefused(message.issues));
    });
    worker.on('error', fail);
    worker.on('exit', (code) => {
      if (code !== 0) fail(new Error(`a search thread ended with code ${code}`));
    });
  });
}

/** The cheapest plan, the lowest thread on ties; iterations and evaluations of all threads. */
function pick(solutions: readonly Solution[]): SolvedPlan {
  let best = solutions[0];
  for (const s of solutions) if (s.cost.total < best.cost.total) best = s;
  return {
    plan: best.plan,
    cost: best.cost,
    unserved: best.unserved,
    iterations: solutions.reduce((sum, s) => sum + s.iterations, 0),
    evaluated: solutions.reduce((sum, s) => sum + s.evaluated, 0),
    seconds: Math.max(...solutions.map((s) => s.seconds)),
  };
}

function combined(latest: readonly (SearchProgress | null)[]): SearchProgress {
  const known = latest.filter((p): p is SearchProgress => p !== null);
  const best = known.reduce((a, b) => (b.cost < a.cost ? b : a));
  return { ...best, iterations: known.reduce((sum, p) => sum + p.iterations, 0), share: Math.min(...known.map((p) => p.share)) };
}
