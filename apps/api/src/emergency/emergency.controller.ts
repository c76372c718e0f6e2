import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { emergencyCard, emergencyOpened, emergencyOrder, emergencyReview, emergencyView } from '#contracts';
import type { EmergencyCard, EmergencyOpened, EmergencyOrder, EmergencyReview, EmergencyView } from '#contracts';
import type { Account, AccountOf } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { STAFF } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const accessId = { schema: z.uuid() };
/** Minutes a client's data stay open. */
const OPEN_MINUTES = 60;
/** Those who may open: whoever visits, and whoever answers the office's phone. The administrator reviews and opens nothing. */
const OPENERS = [...STAFF, 'coordinator'] as const;

/** Breaking the glass: the data of a client one does not visit, for a reason and a while, before the eyes of the administrator. */
@ApiTags('emergency')
@For(...OPENERS)
@Controller('api/v1/emergency-accesses')
export class EmergencyController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** The client is found by the whole name alone, so that nobody leafs through clients here. */
  @Post()
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: emergencyOpened })
  async open(
    @Body({ schema: emergencyOrder }) order: EmergencyOrder,
    @CurrentAccount() account: Account,
  ): Promise<EmergencyOpened> {
    const now = this.parts.now();
    const endsAt = new Date(now.getTime() + OPEN_MINUTES * 60_000);
    const opened = await this.parts.emergencies.open(of(account), { ...order, now, endsAt });
    if (opened === 'unknown') throw new ProblemError('request.not_found');
    if (opened === 'several') throw new ProblemError('emergency.several');
    return { id: opened.id, endsAt: endsAt.toISOString() };
  }

  /** One's own; the administrator sees everybody's. */
  @Get()
  @For(...OPENERS, 'administrator')
  @ApiOkResponse({ standardSchema: z.array(emergencyView) })
  list(@CurrentAccount() { id, providerId, role }: Account): Promise<readonly EmergencyView[]> {
    return this.parts.emergencies.list(providerId, role === 'administrator' ? null : id, this.parts.now());
  }

  /** The look is entered under the client, however often somebody looks. */
  @Get(':id/client')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: emergencyCard })
  async client(@Param('id', accessId) id: string, @CurrentAccount() account: Account): Promise<EmergencyCard> {
    const card = await this.parts.emergencies.card(of(account), id, this.parts.now());
    if (card === null) throw new ProblemError('request.not_found');
    return card;
  }

  /** Before its time. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Param('id', accessId) id: string, @CurrentAccount() account: Account): Promise<void> {
    if (!(await this.parts.emergencies.end(of(account), id, this.parts.now()))) throw new ProblemError('request.not_found');
  }

  @Post(':id/review')
  @For('administrator')
  @HttpCode(204)
  @ApiNoContentResponse()
  async review(
    @Param('id', accessId) id: string,
    @Body({ schema: emergencyReview }) { justified, note }: EmergencyReview,
    @CurrentAccount() account: Account,
  ): Promise<void> {
    const reviewed = await this.parts.emergencies.review(of(account), id, { justified, note, now: this.parts.now() });
    if (!reviewed) throw new ProblemError('request.not_found');
  }
}

function of({ providerId, id: accountId }: Account): AccountOf {
  return { providerId, accountId };
}
