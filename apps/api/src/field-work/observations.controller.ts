import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  observationQuery,
  observationReports,
  observationsRecorded,
  observationView,
  unansweredView,
  type ObservationsRecorded,
  type ObservationView,
  type UnansweredView,
} from '#contracts';
import { reportObservations, type Account } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE, STAFF } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { OutboxKick } from '../plans/outbox-kick.js';
import { memberOf } from './own-account.js';

/** What staff saw at the homes, and whom of the staff the office has not heard from. */
@ApiTags('field work')
@For(...OFFICE)
@Controller('api/v1')
export class ObservationsController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly kick: OutboxKick,
  ) {}

  /** All of the reports or none; sending them again changes nothing. */
  @Post('observations')
  @For(...STAFF)
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: observationsRecorded })
  async report(
    @Body({ schema: observationReports }) { reports }: z.output<typeof observationReports>,
    @CurrentAccount() account: Account,
  ): Promise<ObservationsRecorded> {
    const [profession] = account.professions;
    const observer = { ...memberOf(account), accountId: account.id, profession };
    const outcome = await reportObservations(this.parts.observations, { observer, reports, now: this.parts.now() });
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    this.kick.now();
    return { recorded: outcome.recorded, repeated: outcome.repeated };
  }

  @Get('observations')
  @ApiOkResponse({ standardSchema: z.array(observationView) })
  list(
    @Query({ schema: observationQuery }) { from, to }: z.output<typeof observationQuery>,
    @CurrentAccount() { providerId }: Account,
  ): Promise<readonly ObservationView[]> {
    return this.parts.observations.list(providerId, from, to);
  }

  /** Changes of published visits, from today on, that somebody has not answered; the soonest visit first. */
  @Get('unanswered-changes')
  @ApiOkResponse({ standardSchema: z.array(unansweredView) })
  unanswered(@CurrentAccount() { providerId }: Account): Promise<readonly UnansweredView[]> {
    return this.parts.fieldWork.unanswered(providerId, dayOf(Math.floor(this.parts.now().getTime() / 1000)));
  }
}
