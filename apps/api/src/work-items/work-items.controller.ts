import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { assignment, workItemView, type WorkItemView } from '#contracts';
import type { Account, WorkItemAct } from '#planning';
import { CurrentAccount, For, type RequestOfAccount } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { DemandsSeen, seenBy } from '../http/seen.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const itemId = { schema: z.uuid() };
const shown = { schema: z.object({ state: z.enum(['open', 'done']).default('open') }) };

/** What people must do, by due time. Whoever acts on an item names its revision in `If-Match`. */
@ApiTags('work items')
@For(...OFFICE)
@Controller('api/v1/work-items')
export class WorkItemsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(workItemView) })
  list(
    @Query(shown) { state }: z.output<typeof shown.schema>,
    @CurrentAccount() account: Account,
  ): Promise<readonly WorkItemView[]> {
    return this.parts.workItems.list(account.providerId, state, this.parts.now());
  }

  @Post(':id/acknowledge')
  @HttpCode(204)
  @DemandsSeen()
  @ApiNoContentResponse()
  acknowledge(@Param('id', itemId) id: string, @Req() request: RequestOfAccount): Promise<void> {
    return this.act(id, { act: 'acknowledge' }, request);
  }

  @Post(':id/assign')
  @HttpCode(204)
  @DemandsSeen()
  @ApiNoContentResponse()
  assign(
    @Param('id', itemId) id: string,
    @Body({ schema: assignment }) { owner }: z.output<typeof assignment>,
    @Req() request: RequestOfAccount,
  ): Promise<void> {
    return this.act(id, { act: 'assign', owner }, request);
  }

  @Post(':id/done')
  @HttpCode(204)
  @DemandsSeen()
  @ApiNoContentResponse()
  done(@Param('id', itemId) id: string, @Req() request: RequestOfAccount): Promise<void> {
    return this.act(id, { act: 'done' }, request);
  }

  private async act(id: string, act: WorkItemAct, request: RequestOfAccount): Promise<void> {
    const account = request.account as Account;
    const by = { account: account.id, now: this.parts.now(), seen: seenBy(request) };
    const outcome = await this.parts.workItems.act(account.providerId, id, act, by);
    if (outcome === 'not_found') throw new ProblemError('request.not_found');
    if (outcome === 'changed') throw new ProblemError('request.changed');
    if (outcome !== 'ok') throw new ProblemError(`work.${outcome}`);
  }
}
