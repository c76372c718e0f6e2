import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type ProviderView, providerView } from '#contracts';
import { viewProvider, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** The provider one plans for. */
@ApiTags('provider')
@For(...OFFICE)
@Controller('api/v1/provider')
export class ProviderController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: providerView })
  async own(@CurrentAccount() account: Account): Promise<ProviderView> {
    const view = await viewProvider(this.parts.providers, account.providerId, this.parts.now());
    if (!view) throw new ProblemError('request.not_found');
    const { url: tiles = null, attribution = '' } = this.parts.settings.mapTiles ?? {};
    return { ...view, map: { tiles, attribution } };
  }
}
