import { Inject, Injectable } from '@nestjs/common';
import { relayOutbox } from '#jobs';
import { API_PARTS, type ApiParts } from '../parts.js';

/**
 * Sends the outbox on its way at once. A request never waits for the queue: if
 * Redis is away, the worker's own relay carries the record later.
 */
@Injectable()
export class OutboxKick {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  now(): void {
    relayOutbox(this.parts.outbox, this.parts.queue).catch((error: unknown) =>
      this.parts.logger.warn({ err: error }, 'outbox not relayed, the worker will'),
    );
  }
}
