import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { sharedClientView, sharingOrder, type SharedClientView, type SharingOrder } from '#contracts';
import type { Account, Recorder } from '#planning';
import { dayOf } from '#time';
import { z } from 'zod';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { OutboxKick } from '../plans/outbox-kick.js';

const sharedKey = { schema: z.uuid() };

/** Clients for whom another provider cares as well: each tells the other when somebody is there, with consent and no more. */
@ApiTags('clients')
@For(...OFFICE)
@Controller('api/v1/shared-clients')
export class SharingController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly kick: OutboxKick,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(sharedClientView) })
  list(@CurrentAccount() account: Account): Promise<readonly SharedClientView[]> {
    return this.parts.sharing.list(account.providerId);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: sharedClientView })
  async share(
    @Body({ schema: sharingOrder }) { client, key }: SharingOrder,
    @CurrentAccount() { providerId, id }: Account,
  ): Promise<SharedClientView> {
    const shared = await this.parts.sharing.share(providerId, { client, key: key ?? null, ...this.by(id) });
    if (shared === null) throw new ProblemError('request.not_found');
    this.kick.now();
    return shared;
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async stop(@Param('id', sharedKey) key: string, @CurrentAccount() { providerId, id }: Account): Promise<void> {
    if (!(await this.parts.sharing.stop(providerId, key, this.by(id)))) throw new ProblemError('request.not_found');
    this.kick.now();
  }

  private by(actor: string): Recorder {
    return { actor, today: dayOf(this.parts.now().getTime() / 1000) };
  }
}
