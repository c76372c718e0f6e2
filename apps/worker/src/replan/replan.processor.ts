import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { replanJob, type ReplanJob } from '#contracts';
import { REPLAN_QUEUE, WORKER_SETTINGS } from '#jobs';
import { withContext } from '#observability';
import { replanDays } from '#planning';
import { WORKER_PARTS, type WorkerParts } from '../parts.js';

/**
 * Recomputes the days a job names. A job that fails for good leaves its outbox record unsettled, and the relay sends it
 * again; shutting down hands the job back to the queue.
 */
@Injectable()
@Processor(REPLAN_QUEUE, { ...WORKER_SETTINGS, autorun: false })
export class ReplanProcessor extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(@Inject(WORKER_PARTS) private readonly parts: WorkerParts) {
    super();
  }

  onApplicationBootstrap(): void {
    this.worker.run().catch((error: unknown) => this.parts.logger.error({ err: error }, 'worker loop ended'));
  }

  /** Paused first, or this worker would fetch the job it has just handed back. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.pause(true);
    this.stopping.abort();
  }

  override async process(job: Job<unknown>, token?: string): Promise<void> {
    const payload = replanJob.safeParse(job.data);
    if (!payload.success) throw new UnrecoverableError('payload is no job of recomputation');
    await withContext({ jobId: job.id ?? '', providerId: payload.data.providerId }, () => this.replan(payload.data, job, token));
  }

  private async replan(payload: ReplanJob, job: Job<unknown>, token: string | undefined): Promise<void> {
    const { planning, replans, logger, now } = this.parts;
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    try {
      const outcomes = await replanDays(payload, { ...planning, replans, now }, this.stopping.signal);
      const { user, system } = process.cpuUsage(cpu);
      const cost = { ms: Math.round(performance.now() - begun), cpuMs: Math.round((user + system) / 1000) };
      logger.info({ from: payload.from, outcomes, ...cost }, 'replan job done');
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
      await job.moveToWait(token);
      throw new WaitingError();
    }
  }

  @OnWorkerEvent('failed')
  failed(job: Job<unknown> | undefined, error: Error): void {
    this.parts.logger.error({ err: error, jobId: job?.id, attempts: job?.attemptsMade }, 'replan job failed');
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
