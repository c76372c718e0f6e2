import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { relayOutbox } from '#jobs';
import { runSchedules } from '#planning';
import { RIGA } from '#time';
import { WORKER_PARTS, type WorkerParts } from '../parts.js';

const IN_RIGA = { timeZone: RIGA, waitForCompletion: true } as const;

/** The day's runs. Each looks at what is due and not done yet, so that whoever comes first, and whenever, does it once. */
@Injectable()
export class DailySchedules implements OnApplicationBootstrap {
  constructor(@Inject(WORKER_PARTS) private readonly parts: WorkerParts) {}

  /** What was missed while no worker ran. */
  async onApplicationBootstrap(): Promise<void> {
    await this.run();
  }

  @Cron('0 15 2 * * *', IN_RIGA)
  horizon(): Promise<void> {
    return this.run();
  }

  @Cron('0 0,5 6 * * *', IN_RIGA)
  morning(): Promise<void> {
    return this.run();
  }

  private async run(): Promise<void> {
    const { schedules, outbox, queue, logger, now } = this.parts;
    try {
      const runs = await runSchedules(schedules, now());
      if (runs === 0) return;
      logger.info({ runs }, 'schedules run');
      await relayOutbox(outbox, queue);
    } catch (error) {
      logger.error({ err: error }, 'schedules not run; the next time or start catches up');
    }
  }
}
