import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { type Job, WaitingError } from 'bullmq';
import type { WorkerParts } from './parts.js';

/**
 * What every processor of a queue does alike: it begins once the application is up, and a shutdown stops its work and
 * hands the job back to the queue.
 */
export abstract class QueueWorker extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  protected constructor(protected readonly parts: WorkerParts) {
    super();
  }

  /** Ends the work in hand when the application shuts down. */
  protected get signal(): AbortSignal {
    return this.stopping.signal;
  }

  onApplicationBootstrap(): void {
    this.worker.run().catch((error: unknown) => this.parts.logger.error({ err: error }, 'worker loop ended'));
  }

  /** Paused first, or this worker would fetch the job it has just handed back. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.pause(true);
    this.stopping.abort();
  }

  /** Does the work of a job; where the shutdown cut it short, the job waits for another worker. */
  protected async orHandBack(job: Job<unknown>, token: string | undefined, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.signal.aborted) throw error;
      await job.moveToWait(token);
      throw new WaitingError();
    }
  }

  @OnWorkerEvent('failed')
  failed(job: Job<unknown> | undefined, error: Error): void {
    this.parts.logger.error({ err: error, jobId: job?.id, attempts: job?.attemptsMade }, 'job failed');
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
