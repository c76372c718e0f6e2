import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { erasureView, externalId, type ErasureView } from '#contracts';
import type { Account, ErasureOrder } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const clientId = { schema: externalId };
/** Where nothing is set. */
const KEPT_YEARS = 10;

/** Erasing a client's data once they need not be kept any more; looking at it first changes nothing. */
@ApiTags('clients')
@For('administrator')
@Controller('api/v1/clients/:id/erasure')
export class ErasureController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ApiOkResponse({ standardSchema: erasureView })
  async look(@Param('id', clientId) client: string, @CurrentAccount() account: Account): Promise<ErasureView> {
    const view = await this.parts.erasures.look(account.providerId, this.order(client, account));
    if (view === null) throw new ProblemError('request.not_found');
    return view;
  }

  @Post()
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
    const years = this.parts.settings.keptYears ?? KEPT_YEARS;
    return { client, actor, now, today: dayOf(Math.floor(now.getTime() / 1000)), years };
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
