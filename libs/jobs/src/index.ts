export type { Counts } from './counts.js';
export { createPlanQueue, type PlanQueue, type PlanQueueSettings } from './plan-queue.js';
export { relayOutbox, resendLost } from './outbox-relay.js';
export {
  GROWTH_QUEUE,
  PLAN_JOB_SETTINGS,
  PLAN_QUEUE,
  QUEUE_SETTINGS,
  REPLAN_JOB_SETTINGS,
  REPLAN_QUEUE,
  WORKER_SETTINGS,
} from './queue-settings.js';
