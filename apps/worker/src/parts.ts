import type { PlanQueue } from '#jobs';
import type { Logger, Metrics } from '#observability';
import type { GrowthParts, GrowthStore, Outbox, PlanningParts, PlanStore, ReplanStore, ScheduleStore } from '#planning';

/** Injection token of {@link WorkerParts}. */
export const WORKER_PARTS = Symbol('parts of the worker');

/** Everything the jobs use; made once, where the program starts. */
export interface WorkerParts {
  readonly planning: Omit<PlanningParts, 'plans'>;
  readonly plans: PlanStore;
  /** For studies of growth: their ways are always estimated. */
  readonly growthPlanning: Omit<GrowthParts, 'growth'>;
  readonly growth: GrowthStore;
  readonly replans: ReplanStore;
  readonly schedules: ScheduleStore;
  /** The clock; only tests have another than the machine's. */
  readonly now: () => Date;
  readonly outbox: Outbox;
  readonly queue: PlanQueue;
  readonly logger: Logger;
  /** Absent: nothing is measured. */
  readonly metrics?: Metrics;
  readonly redisUrl: string;
  /** Plans searched at the same time. */
  readonly concurrency: number;
}
