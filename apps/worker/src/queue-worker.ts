import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { DelayedError, type Job, UnrecoverableError, WaitingError } from 'bullmq';
import type { ZodType } from 'zod';
import { JOB_VERSION } from '#contracts';
import type { WorkerParts } from './parts.js';

/** How long a job of a newer program waits before this one looks at it again. */
const NEWER_WAITS_MS = 5000;

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

  /**
   * A job's payload. That of a later version is left to a worker that knows it: during an upgrade both work side by side.
   * @throws DelayedError or UnrecoverableError, both for the queue
   */
  protected async payloadOf<T>(job: Job<unknown>, token: string | undefined, schema: ZodType<T>): Promise<T> {
    const payload = schema.safeParse(job.data);
    if (payload.success) return payload.data;
    const { version } = Object(job.data) as { version?: unknown };
    if (typeof version !== 'number' || version <= JOB_VERSION) throw new UnrecoverableError('payload is no job of this queue');
    await job.moveToDelayed(Date.now() + NEWER_WAITS_MS, token);
    throw new DelayedError();
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
    const { queueName = 'unknown', processedOn = 0, finishedOn = processedOn } = job ?? {};
    this.parts.metrics?.jobDone({ queue: queueName, outcome: 'failed' }, (finishedOn - processedOn) / 1000);
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
