import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  eventsRecorded,
  executionEvents,
  executionEventView,
  executionQuery,
  type EventsRecorded,
  type ExecutionEvents,
  type ExecutionEventView,
  type ExecutionQuery,
} from '#contracts';
import { recordEvents, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { PEOPLE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** What happened at the homes: staff report their own visits, the office everybody's. */
@ApiTags('execution')
@For(...PEOPLE)
@Controller('api/v1/execution-events')
export class ExecutionController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** All of the events or none; sending them again changes nothing. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: eventsRecorded })
  async record(
    @Body({ schema: executionEvents }) { events }: ExecutionEvents,
    @CurrentAccount() account: Account,
  ): Promise<EventsRecorded> {
    const { providerId, id: accountId, staffId, role } = account;
    const reporter = { accountId, staffId, office: role !== 'staff' };
    const outcome = await recordEvents(this.parts.events, { providerId, reporter, events, now: this.parts.now() });
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return { recorded: outcome.recorded, repeated: outcome.repeated };
  }

  /** Of the visits of the days; staff see their own reports. */
  @Get()
  @ApiOkResponse({ standardSchema: z.array(executionEventView) })
  list(
    @Query({ schema: executionQuery }) { from, to, visit }: ExecutionQuery,
    @CurrentAccount() { providerId, role, staffId }: Account,
  ): Promise<readonly ExecutionEventView[]> {
    if (role === 'staff' && staffId === null) return Promise.resolve([]);
    const staff = role === 'staff' ? staffId : null;
    return this.parts.events.list(providerId, { from, to, visit: visit ?? null, staff });
  }
}
