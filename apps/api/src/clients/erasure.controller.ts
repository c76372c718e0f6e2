import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { dueErasureView, erasureView, externalId, type DueErasureView, type ErasureView } from '#contracts';
import type { Account, ErasureOrder } from '#planning';
import { addMonths, dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const clientId = { schema: externalId };
/** Where nothing is set. */
const KEPT_YEARS = 10;
/** How far the list of those to be erased looks ahead. */
const DUE_WITHIN_MONTHS = 12;

/** Erasing a client's data once they need not be kept any more; looking at it first changes nothing. */
@ApiTags('clients')
@For('administrator')
@Controller('api/v1')
export class ErasureController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** Who must be erased when: those whose care has ended, by the day from which their data need not be kept. */
  @Get('erasures')
  @ApiOkResponse({ standardSchema: z.array(dueErasureView) })
  due(@CurrentAccount() { providerId }: Account): Promise<readonly DueErasureView[]> {
    const within = addMonths(dayOf(Math.floor(this.parts.now().getTime() / 1000)), DUE_WITHIN_MONTHS);
    return this.parts.erasures.due(providerId, { day: within, years: this.years });
  }

  @Get('clients/:id/erasure')
  @ApiOkResponse({ standardSchema: erasureView })
  async look(@Param('id', clientId) client: string, @CurrentAccount() account: Account): Promise<ErasureView> {
    const view = await this.parts.erasures.look(account.providerId, this.order(client, account));
    if (view === null) throw new ProblemError('request.not_found');
    return view;
  }

  @Post('clients/:id/erasure')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: erasureView })
  async erase(@Param('id', clientId) client: string, @CurrentAccount() account: Account): Promise<ErasureView> {
    const view = await this.parts.erasures.erase(account.providerId, this.order(client, account));
    if (view === null) throw new ProblemError('request.not_found');
    if (!view.erased) throw new ProblemError('client.kept', [tooEarly(view.from)]);
    return view;
  }

  private order(client: string, { id: actor }: Account): ErasureOrder {
    const now = this.parts.now();
    return { client, actor, now, today: dayOf(Math.floor(now.getTime() / 1000)), years: this.years };
  }

  private get years(): number {
    return this.parts.settings.keptYears ?? KEPT_YEARS;
  }
}

function tooEarly(from: string | null) {
  return {
    code: 'client.kept',
    path: 'id',
    allowed: from === null ? 'a client whose decisions and visit patterns have all ended' : `from ${from} on`,
    message: 'Wait until then; consents can be withdrawn at once.',
  };
}
