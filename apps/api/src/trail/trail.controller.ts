import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { clientTrailView, externalId, trailQuery, trailVerdictView } from '#contracts';
import type { ClientTrailView, TrailQuery, TrailVerdictView } from '#contracts';
import type { Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const clientId = { schema: externalId };

/** Who looked at a client's data or changed them, for the administrator and for the client who asks (S099). */
@ApiTags('trail')
@For('administrator')
@Controller('api/v1')
export class TrailController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('clients/:id/trail')
  @ApiOkResponse({ standardSchema: clientTrailView })
  async client(
    @Param('id', clientId) id: string,
    @Query({ schema: trailQuery }) { from, to }: TrailQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<ClientTrailView> {
    const trail = await this.parts.trail.ofClient(providerId, { client: id, from, to });
    if (trail === null) throw new ProblemError('request.not_found');
    return trail;
  }

  /** Computes the chain of the whole trail again. */
  @Get('trail/verification')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: trailVerdictView })
  async verify(@CurrentAccount() { providerId }: Account): Promise<TrailVerdictView> {
    return this.parts.trail.verify(providerId);
  }
}
