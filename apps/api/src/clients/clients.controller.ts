import { Body, Controller, Get, HttpCode, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  clientHours,
  clientListItem,
  clientView,
  dwellingOrder,
  externalId,
  patternOrder,
  payersQuery,
  type ClientHours,
  type ClientListItem,
  type ClientView,
  type DwellingOrder,
  type PatternOrder,
  type PayersQuery,
} from '#contracts';
import { changePattern, viewClient, viewClientHours, type Account, type ClientLook, type Recorder } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { OutboxKick } from '../plans/outbox-kick.js';

const ownId = { schema: externalId };

/** Clients as the office works with them, by the provider's own ids. */
@ApiTags('clients')
@For(...OFFICE)
@Controller('api/v1')
export class ClientsController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly kick: OutboxKick,
  ) {}

  @Get('clients')
  @ApiOkResponse({ standardSchema: z.array(clientListItem) })
  list(@CurrentAccount() { providerId }: Account): Promise<readonly ClientListItem[]> {
    return this.parts.clients.list(providerId, this.today());
  }

  @Get('clients/:id')
  @ApiOkResponse({ standardSchema: clientView })
  async page(@Param('id', ownId) client: string, @CurrentAccount() { providerId, role }: Account): Promise<ClientView> {
    const look = { role: role as ClientLook['role'], today: this.today() };
    const page = await viewClient(this.parts, { providerId, client }, look);
    if (page === null) throw new ProblemError('request.not_found');
    return page;
  }

  /** Minutes only: what they cost is the ledger's, for managers. */
  @Get('clients/:id/hours')
  @ApiOkResponse({ standardSchema: clientHours })
  async hours(
    @Param('id', ownId) client: string,
    @Query({ schema: payersQuery }) days: PayersQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<ClientHours> {
    const outcome = await viewClientHours(this.parts, { providerId, client }, { ...days, now: this.parts.now() });
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    if (outcome.hours === null) throw new ProblemError('request.not_found');
    return outcome.hours;
  }

  @Put('clients/:id/dwelling')
  @HttpCode(204)
  @ApiNoContentResponse()
  async changeDwelling(
    @Param('id', ownId) client: string,
    @Body({ schema: dwellingOrder }) order: DwellingOrder,
    @CurrentAccount() account: Account,
  ): Promise<void> {
    const edit = await this.parts.clients.changeDwelling(account.providerId, client, order, this.recorder(account));
    if (edit !== 'ok') throw new ProblemError(edit === 'stale' ? 'client.stale' : 'request.not_found');
    this.kick.now();
  }

  @Put('patterns/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async changePattern(
    @Param('id', ownId) pattern: string,
    @Body({ schema: patternOrder }) order: PatternOrder,
    @CurrentAccount() account: Account,
  ): Promise<void> {
    const wanted = { providerId: account.providerId, pattern, order, by: this.recorder(account) };
    const outcome = await changePattern(this.parts.clients, wanted);
    if (!outcome.ok && outcome.code === 'invalid') throw new ProblemError('request.invalid', outcome.issues);
    if (!outcome.ok) throw new ProblemError(outcome.code === 'stale' ? 'client.stale' : 'request.not_found');
    this.kick.now();
  }

  private recorder({ id }: Account): Recorder {
    return { actor: id, today: this.today() };
  }

  private today(): string {
    return dayOf(Math.floor(this.parts.now().getTime() / 1000));
  }
}
