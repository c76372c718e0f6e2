import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { changeOrder, exposedStaffView, recordedChangeView } from '#contracts';
import type { ChangeOrder, ExposedStaffView, RecordedChangeView } from '#contracts';
import { exposedBefore, recordChange, type Account } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { Scope } from '../access/programs.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { OutboxKick } from '../plans/outbox-kick.js';

const recorded = z.object({ id: z.number().int() });

const changeId = { schema: z.coerce.number().int().min(1) };

/** Newest changes a list shows. */
const LISTED = 100;

/** What has happened and may touch plans: recorded here, it makes them recompute themselves. */
@ApiTags('changes')
@For(...OFFICE)
@Controller('api/v1/changes')
export class ChangesController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly kick: OutboxKick,
  ) {}

  @Post()
  @For(...OFFICE, 'integration')
  @Scope('changes.write')
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: recorded })
  async record(
    @Body({ schema: changeOrder }) order: ChangeOrder,
    @CurrentAccount() account: Account,
  ): Promise<z.output<typeof recorded>> {
    const by = { actor: account.id, today: dayOf(this.parts.now().getTime() / 1000) };
    const outcome = await recordChange(this.parts.changes, { providerId: account.providerId, order, by });
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    this.kick.now();
    return { id: outcome.id };
  }

  @Get()
  @ApiOkResponse({ standardSchema: z.array(recordedChangeView) })
  list(@CurrentAccount() account: Account): Promise<readonly RecordedChangeView[]> {
    return this.parts.changes.list(account.providerId, LISTED);
  }

  /** Who was at the home in the two weeks before a contraindication became known. */
  @Get(':id/exposed-staff')
  @ApiOkResponse({ standardSchema: z.array(exposedStaffView) })
  async exposed(@Param('id', changeId) id: number, @CurrentAccount() account: Account): Promise<readonly ExposedStaffView[]> {
    const exposed = await exposedBefore(this.parts.changes, account.providerId, id);
    if (exposed === null) throw new ProblemError('request.not_found');
    return exposed;
  }
}
