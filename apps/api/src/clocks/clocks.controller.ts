import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { clockView, type ClockView } from '#contracts';
import { clocksOf, type Account } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** Everything that ends or is due: terms, decisions, certificates, qualifications, consents. */
@ApiTags('work items')
@For(...OFFICE)
@Controller('api/v1/clocks')
export class ClocksController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(clockView) })
  async list(@CurrentAccount() { providerId }: Account): Promise<readonly ClockView[]> {
    const today = dayOf(this.parts.now().getTime() / 1000);
    return clocksOf(await this.parts.clocks.read(providerId, today), today);
  }
}
