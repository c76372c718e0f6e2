import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { planJob, type PlanJob } from '#contracts';
import { PLAN_QUEUE, WORKER_SETTINGS } from '#jobs';
import { withContext } from '#observability';
import { planDays } from '#planning';
import { WORKER_PARTS, type WorkerParts } from '../parts.js';
import { progressWriter } from './progress-writer.js';

/** Plans the days a job names. Shutting down stops the search and hands the job back to the queue. */
@Injectable()
@Processor(PLAN_QUEUE, { ...WORKER_SETTINGS, autorun: false })
export class PlanProcessor extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(@Inject(WORKER_PARTS) private readonly parts: WorkerParts) {
    super();
  }

  onApplicationBootstrap(): void {
    this.worker.concurrency = this.parts.concurrency;
    this.worker.run().catch((error: unknown) => this.parts.logger.error({ err: error }, 'worker loop ended'));
  }

  /** Paused first, or this worker would fetch the job it has just handed back. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.pause(true);
    this.stopping.abort();
  }

  override async process(job: Job<unknown>, token?: string): Promise<void> {
    const payload = planJob.safeParse(job.data);
    if (!payload.success) throw new UnrecoverableError('payload is no plan job');
    const { providerId, planId } = payload.data;
    await withContext({ jobId: job.id ?? '', providerId, planId }, () => this.plan(payload.data, job, token));
  }

  private async plan(payload: PlanJob, job: Job<unknown>, token: string | undefined): Promise<void> {
    const { planning, plans, logger } = this.parts;
    const progress = progressWriter(async (current) => {
      await Promise.all([job.updateProgress(current), plans.progress(payload.planId, current)]);
    }, logger);
    try {
      const watch = { signal: this.stopping.signal, onProgress: progress.note };
      const { status, ...figures } = await planDays(payload, { ...planning, plans }, watch);
      logger.info({ outcome: status, ...figures }, 'plan job done');
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
      await job.moveToWait(token);
      throw new WaitingError();
    } finally {
      await progress.flushed();
    }
  }

  /** A job that is out of attempts, or lost its worker too often, fails its plan. */
  @OnWorkerEvent('failed')
  failed(job: Job<unknown> | undefined, error: Error): void {
    this.parts.logger.error({ err: error, jobId: job?.id, attempts: job?.attemptsMade }, 'plan job failed');
    const payload = planJob.safeParse(job?.data);
    if (!payload.success || !job?.finishedOn) return;
    this.parts.plans
      .fail(payload.data.planId, 'plan.job_failed')
      .catch((cause: unknown) => this.parts.logger.error({ err: cause }, 'failure not recorded; the next start repeats the job'));
  }

  @OnWorkerEvent('stalled')
  stalled(jobId: string): void {
    this.parts.logger.warn({ jobId }, 'job lost its worker and waits again');
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.parts.logger.warn({ err: error }, 'queue connection');
  }
}
