import { parentPort, workerData } from 'node:worker_threads';
import { solve } from '#engine';
import { lowerPriority } from './low-priority.js';
import type { ThreadMessage, ThreadTask } from './messages.js';

/** The body of one search thread: solves its task and reports to the thread that started it. */
const task = workerData as ThreadTask;
const say = (message: ThreadMessage): void => parentPort!.postMessage(message);

const { problem, yields, ...options } = task;
if (yields) lowerPriority();
const result = solve(problem, {
  ...options,
  now: () => performance.now() / 1000,
  onProgress: (progress) => say({ kind: 'progress', progress }),
});
say(result.ok ? { kind: 'solved', solution: result.solution } : { kind: 'refused', issues: result.issues });
