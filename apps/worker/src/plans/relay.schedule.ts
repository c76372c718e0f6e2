import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { refillQueue, relayOutbox } from '#jobs';
import { WORKER_PARTS, type WorkerParts } from '../parts.js';

/** How often the outbox is looked at beside the kicks of the API, milliseconds. */
const LOOK_EVERY_MS = 3000;
/** A change nobody has looked at so long after it was sent has lost its job for good, milliseconds; longer than all attempts take. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;
/** How often such are looked for, milliseconds. */
const LOOK_FOR_FORGOTTEN_MS = 60_000;

/** Keeps queue and outbox agreed: at the start, and every few seconds whatever happens to Redis. */
@Injectable()
export class RelaySchedule implements OnApplicationBootstrap {
  private busy = false;

  constructor(@Inject(WORKER_PARTS) private readonly parts: WorkerParts) {}

  /** A plan left without a job by a crash gets one; plans that still have theirs are not doubled. */
  async onApplicationBootstrap(): Promise<void> {
    await this.agree(() => this.parts.outbox.reopenUnfinished());
  }

  @Interval(LOOK_EVERY_MS)
  async look(): Promise<void> {
    await this.agree(() => refillQueue(this.parts.outbox, this.parts.queue));
  }

  @Interval(LOOK_FOR_FORGOTTEN_MS)
  async lookForForgotten(): Promise<void> {
    await this.agree(() => this.parts.outbox.reopenUnfinished(new Date(Date.now() - FORGOTTEN_AFTER_MS)));
  }

  private async agree(reopen: () => Promise<number>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const reopened = await reopen();
      const sent = await relayOutbox(this.parts.outbox, this.parts.queue);
      if (sent > 0) this.parts.logger.info({ reopened, sent }, 'outbox relayed');
    } catch (error) {
      this.parts.logger.warn({ err: error }, 'outbox not relayed; trying again');
    } finally {
      this.busy = false;
    }
  }
}
