import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { clientConsentsView, clientPayersView, decisionChecksQuery, decisionCheckView } from '#contracts';
import { externalId, payersQuery, sharingLogView, workingTimeOfDays, workingTimeQuery } from '#contracts';
import type { ClientConsentsView, ClientPayersView, DecisionChecksQuery, DecisionCheckView, PayersQuery } from '#contracts';
import type { SharingLogView, WorkingTimeOfDays, WorkingTimeQuery } from '#contracts';
import { viewClientPayers, viewConsents, viewDecisionChecks, viewSharingLog, workingTimeInForce, type Account } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { MANAGERS, OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const clientId = { schema: externalId };

/** What the law makes of clients' papers: consents and what follows, decisions and their faults, who pays, working time. */
@ApiTags('clients')
@For(...OFFICE)
@Controller('api/v1')
export class ClientLawController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** Every consent of the client, who wrote it down, and what each who looks may know today. */
  @Get('clients/:id/consents')
  @ApiOkResponse({ standardSchema: clientConsentsView })
  async consents(@Param('id', clientId) client: string, @CurrentAccount() { providerId }: Account): Promise<ClientConsentsView> {
    const today = dayOf(this.parts.now().getTime() / 1000);
    return found(await viewConsents(this.parts.clientLaw, { providerId, client }, today));
  }

  /** Who was told what of the client: what the client may ask to read. */
  @Get('clients/:id/sharing-log')
  @ApiOkResponse({ standardSchema: sharingLogView })
  async sharingLog(@Param('id', clientId) client: string, @CurrentAccount() { providerId }: Account): Promise<SharingLogView> {
    return found(await viewSharingLog(this.parts.clientLaw, { providerId, client }));
  }

  /** Who pays for everything the client is given, by account and day, in plain words. */
  @Get('clients/:id/payers')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: clientPayersView })
  async payers(
    @Param('id', clientId) client: string,
    @Query({ schema: payersQuery }) days: PayersQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<ClientPayersView> {
    const outcome = await viewClientPayers(this.parts.ledger, { providerId, client }, days);
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return found(outcome.payers);
  }

  /** Decisions with every rule they break and the remedy, of all clients or of one. */
  @Get('decision-checks')
  @ApiOkResponse({ standardSchema: z.array(decisionCheckView) })
  decisionChecks(
    @Query({ schema: decisionChecksQuery }) { client }: DecisionChecksQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<readonly DecisionCheckView[]> {
    return viewDecisionChecks(this.parts.clientLaw, providerId, client ?? null);
  }

  /** What the law of working time says of the plans in force on the days. */
  @Get('working-time')
  @ApiOkResponse({ standardSchema: workingTimeOfDays })
  async workingTime(
    @Query({ schema: workingTimeQuery }) days: WorkingTimeQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<WorkingTimeOfDays> {
    const outcome = await workingTimeInForce(this.parts.reader, providerId, days);
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return [...outcome.findings];
  }
}

function found<T>(value: T | null): T {
  if (value === null) throw new ProblemError('request.not_found');
  return value;
}
