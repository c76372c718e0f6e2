import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { relayOutbox, resendLost } from '#jobs';
import { WORKER_PARTS, type WorkerParts } from '../parts.js';

/** How often the outbox is looked at beside the kicks of the API, milliseconds. */
const LOOK_EVERY_MS = 3000;

/** Keeps queue and outbox agreed: at the start, and every few seconds whatever happens to Redis. */
@Injectable()
export class RelaySchedule implements OnApplicationBootstrap {
  private busy = false;

  constructor(@Inject(WORKER_PARTS) private readonly parts: WorkerParts) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
  }

  @Interval(LOOK_EVERY_MS)
  async look(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { outbox, queue, logger } = this.parts;
    try {
      const resent = await resendLost(outbox, queue);
      const sent = await relayOutbox(outbox, queue);
      if (resent + sent > 0) logger.info({ resent, sent }, 'outbox relayed');
    } catch (error) {
      logger.warn({ err: error }, 'outbox not relayed; trying again');
    } finally {
      this.busy = false;
    }
  }
}
