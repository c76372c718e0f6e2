import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { legalPractice, legalPracticeOrder, practiceChangeView } from '#contracts';
import type { LegalPracticeOrder, LegalPracticeView, PracticeChangeView } from '#contracts';
import { type Account, wholePractice } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { MANAGERS, OFFICE } from '../access/roles.js';
import { ChangesSettings, ReadsSettings } from '../http/seen.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { OutboxKick } from '../plans/outbox-kick.js';

/** How a provider reads what the law leaves open, and which days it works; a change makes plans recompute themselves. */
@ApiTags('changes')
@For(...OFFICE)
@Controller('api/v1/legal-practice')
export class LegalPracticeController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly kick: OutboxKick,
  ) {}

  @Get()
  @ReadsSettings('legal-practice')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: legalPractice })
  async read(@CurrentAccount() account: Account): Promise<LegalPracticeView> {
    return wholePractice(await this.parts.changes.practice(account.providerId));
  }

  /** Who changed what of it, and why. */
  @Get('changes')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: z.array(practiceChangeView) })
  changes(@CurrentAccount() { providerId }: Account): Promise<readonly PracticeChangeView[]> {
    return this.parts.changes.practiceChanges(providerId);
  }

  @Put()
  @ChangesSettings('legal-practice')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: legalPractice })
  async write(
    @Body({ schema: legalPracticeOrder }) { reason, ...practice }: LegalPracticeOrder,
    @CurrentAccount() account: Account,
  ): Promise<LegalPracticeView> {
    const by = { actor: account.id, today: dayOf(this.parts.now().getTime() / 1000) };
    await this.parts.changes.changePractice(account.providerId, { practice, reason }, by);
    this.kick.now();
    return practice;
  }
}
