import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { planJob, type PlanJob } from '#contracts';
import { PLAN_QUEUE, WORKER_SETTINGS } from '#jobs';
import { withContext } from '#observability';
import { asProvider } from '#persistence';
import { planDays } from '#planning';
import { WORKER_PARTS, type WorkerParts } from '../parts.js';
import { QueueWorker } from '../queue-worker.js';
import { progressWriter } from './progress-writer.js';

/** Plans the days a job names. */
@Injectable()
@Processor(PLAN_QUEUE, { ...WORKER_SETTINGS, autorun: false })
export class PlanProcessor extends QueueWorker {
  constructor(@Inject(WORKER_PARTS) parts: WorkerParts) {
    super(parts);
  }

  override onApplicationBootstrap(): void {
    this.worker.concurrency = this.parts.concurrency;
    super.onApplicationBootstrap();
  }

  override async process(job: Job<unknown>, token?: string): Promise<void> {
    const payload = await this.payloadOf(job, token, planJob);
    const { providerId, planId } = payload;
    const context = { jobId: job.id ?? '', providerId, planId };
    await withContext(context, () =>
      this.orHandBack(job, token, () => asProvider(context.providerId, () => this.plan(payload, job))),
    );
  }

  private async plan(payload: PlanJob, job: Job<unknown>): Promise<void> {
    const { planning, plans, logger } = this.parts;
    const begun = performance.now();
    const enough = new AbortController();
    const progress = progressWriter(async (current) => {
      const [answer] = await Promise.all([plans.progress(payload.planId, current), job.updateProgress(current)]);
      if (answer === 'enough') enough.abort();
    }, logger);
    try {
      const watch = { signal: this.signal, enough: enough.signal, onProgress: progress.note };
      const { status, ...figures } = await planDays(payload, { ...planning, plans }, watch);
      this.parts.metrics?.jobDone({ queue: PLAN_QUEUE, outcome: status }, (performance.now() - begun) / 1000);
      logger.info({ outcome: status, ...figures }, 'plan job done');
    } finally {
      await progress.flushed();
    }
  }

  /** A job that is out of attempts, or lost its worker too often, fails its plan. */
  @OnWorkerEvent('failed')
  override failed(job: Job<unknown> | undefined, error: Error): void {
    super.failed(job, error);
    const payload = planJob.safeParse(job?.data);
    if (!payload.success || !job?.finishedOn) return;
    this.parts.plans
      .fail(payload.data.planId, 'plan.job_failed')
      .catch((cause: unknown) => this.parts.logger.error({ err: cause }, 'failure not recorded; the next start repeats the job'));
  }
}
