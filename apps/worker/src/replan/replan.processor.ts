import { Processor } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { replanJob, type ReplanJob } from '#contracts';
import { REPLAN_QUEUE, WORKER_SETTINGS } from '#jobs';
import { withContext } from '#observability';
import { asProvider } from '#persistence';
import { replanDays } from '#planning';
import { WORKER_PARTS, type WorkerParts } from '../parts.js';
import { QueueWorker } from '../queue-worker.js';

/** Recomputes the days a job names. A job that fails for good leaves its outbox record unsettled, and the relay sends it again once it has rested. */
@Injectable()
@Processor(REPLAN_QUEUE, { ...WORKER_SETTINGS, autorun: false })
export class ReplanProcessor extends QueueWorker {
  constructor(@Inject(WORKER_PARTS) parts: WorkerParts) {
    super(parts);
  }

  override async process(job: Job<unknown>, token?: string): Promise<void> {
    const payload = await this.payloadOf(job, token, replanJob);
    const context = { jobId: job.id ?? '', providerId: payload.providerId };
    await withContext(context, () =>
      this.orHandBack(job, token, () => asProvider(context.providerId, () => this.replan(payload))),
    );
  }

  private async replan(payload: ReplanJob): Promise<void> {
    const { planning, replans, logger, now } = this.parts;
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    const outcomes = await replanDays(payload, { ...planning, replans, now }, this.signal);
    this.parts.metrics?.jobDone({ queue: REPLAN_QUEUE, outcome: 'done' }, (performance.now() - begun) / 1000);
    const { user, system } = process.cpuUsage(cpu);
    const cost = { ms: Math.round(performance.now() - begun), cpuMs: Math.round((user + system) / 1000) };
    logger.info({ from: payload.from, outcomes, ...cost }, 'replan job done');
  }
}
