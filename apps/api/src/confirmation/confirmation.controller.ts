import { Body, Controller, Get, HttpCode, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  confirmationLimits,
  confirmationOrder,
  confirmationsMade,
  exceptionsQuery,
  exceptionsView,
  type ConfirmationLimitsView,
  type ConfirmationOrder,
  type ConfirmationsMade,
  type ExceptionsQuery,
  type ExceptionsView,
} from '#contracts';
import { viewExceptions, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { MANAGERS, OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { ChangesSettings, ReadsSettings } from '../http/seen.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** Records of visits outside the provider's limits, which nobody bills before somebody has acknowledged them. */
@ApiTags('confirmation')
@For(...OFFICE)
@Controller('api/v1')
export class ConfirmationController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('exceptions')
  @ApiOkResponse({ standardSchema: exceptionsView })
  async exceptions(
    @Query({ schema: exceptionsQuery }) query: ExceptionsQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<ExceptionsView> {
    const outcome = await viewExceptions(this.parts.confirmations, providerId, query, this.parts.now());
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return outcome.exceptions;
  }

  /** One or many at once; one that has changed since it was looked at is left out. */
  @Post('confirmations')
  @HttpCode(200)
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: confirmationsMade })
  async acknowledge(
    @Body({ schema: confirmationOrder }) { visits, note }: ConfirmationOrder,
    @CurrentAccount() { providerId, id: by }: Account,
  ): Promise<ConfirmationsMade> {
    const wanted = { providerId, by, now: this.parts.now(), visits, note };
    return { acknowledged: await this.parts.confirmations.acknowledge(wanted) };
  }

  @Get('confirmation-limits')
  @ReadsSettings('confirmation-limits')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: confirmationLimits })
  limits(@CurrentAccount() { providerId }: Account): Promise<ConfirmationLimitsView> {
    return this.parts.confirmations.limits(providerId);
  }

  @Put('confirmation-limits')
  @ChangesSettings('confirmation-limits')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: confirmationLimits })
  async setLimits(
    @Body({ schema: confirmationLimits }) limits: ConfirmationLimitsView,
    @CurrentAccount() { providerId, id }: Account,
  ): Promise<ConfirmationLimitsView> {
    await this.parts.confirmations.setLimits(providerId, limits, id);
    return limits;
  }
}
