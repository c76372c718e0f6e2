import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { growthJob, type GrowthJob } from '#contracts';
import { GROWTH_QUEUE, WORKER_SETTINGS } from '#jobs';
import { withContext } from '#observability';
import { asProvider } from '#persistence';
import { studyGrowth } from '#planning';
import { WORKER_PARTS, type WorkerParts } from '../parts.js';
import { QueueWorker } from '../queue-worker.js';

/** Plans a week as if there were more clients; one at a time, beside the plans. */
@Injectable()
@Processor(GROWTH_QUEUE, { ...WORKER_SETTINGS, autorun: false })
export class GrowthProcessor extends QueueWorker {
  constructor(@Inject(WORKER_PARTS) parts: WorkerParts) {
    super(parts);
  }

  override async process(job: Job<unknown>, token?: string): Promise<void> {
    const payload = await this.payloadOf(job, token, growthJob);
    const context = { jobId: job.id ?? '', providerId: payload.providerId };
    await withContext(context, () =>
      this.orHandBack(job, token, () => asProvider(context.providerId, () => this.study(payload))),
    );
  }

  private async study(payload: GrowthJob): Promise<void> {
    const { growthPlanning, growth, logger } = this.parts;
    const begun = performance.now();
    const outcome = await studyGrowth(payload, { ...growthPlanning, growth }, this.signal);
    const ms = Math.round(performance.now() - begun);
    this.parts.metrics?.jobDone({ queue: GROWTH_QUEUE, outcome }, ms / 1000);
    logger.info({ outcome, ms }, 'growth job done');
  }

  /** A job that is out of attempts, or lost its worker too often, fails its study. */
  @OnWorkerEvent('failed')
  override failed(job: Job<unknown> | undefined, error: Error): void {
    super.failed(job, error);
    const payload = growthJob.safeParse(job?.data);
    if (!payload.success || !job?.finishedOn) return;
    const { providerId, growthId } = payload.data;
    this.parts.growth
      .fail(providerId, growthId)
      .catch((cause: unknown) => this.parts.logger.error({ err: cause }, 'failure not recorded; the next start repeats the job'));
  }
}
