import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { payersQuery, qualityView, type PayersQuery, type QualityView } from '#contracts';
import { viewQuality, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { MANAGERS } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** Figures of how well care was given; they name nobody. */
@ApiTags('quality')
@For(...MANAGERS)
@Controller('api/v1/quality')
export class QualityController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: qualityView })
  async quality(
    @Query({ schema: payersQuery }) days: PayersQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<QualityView> {
    const outcome = await viewQuality(this.parts.quality, providerId, days, this.parts.now());
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return outcome.quality;
  }
}
