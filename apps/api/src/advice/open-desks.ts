import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type AdviceParts, OpenPlans } from '#planning';
import { API_PARTS, type ApiParts } from '../parts.js';

/** The plans this process keeps open for advice, and what advice uses; closes both when the API ends. */
@Injectable()
export class OpenDesks implements OnModuleDestroy {
  readonly parts: AdviceParts;
  readonly plans: OpenPlans;

  constructor(@Inject(API_PARTS) { providers, planEdits: edits, travel, adviser, now }: ApiParts) {
    this.parts = { providers, edits, travel, adviser, now };
    this.plans = new OpenPlans(this.parts);
  }

  async onModuleDestroy(): Promise<void> {
    this.plans.close();
    await this.parts.adviser.close();
  }
}
