import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { dutyView, repairedView, repairOrder, repairsOrder, repairsView } from '#contracts';
import type { DutyView, RepairedView, RepairOrder, RepairsOrder, RepairsView } from '#contracts';
import { applyRepair, repairsOf, ShownRepairs, type Account, type MorningParts } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** The bad morning: several ways to repair the plan in force after what has happened, and applying one of them. */
@ApiTags('repairs')
@For(...OFFICE)
@Controller('api/v1/repairs')
export class RepairsController {
  private readonly shown = new ShownRepairs();

  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('duty')
  @ApiOkResponse({ standardSchema: dutyView })
  async duty(@Query({ schema: repairsOrder }) { date }: RepairsOrder, @CurrentAccount() account: Account): Promise<DutyView> {
    return [...(await this.parts.planEdits.onDuty(account.providerId, date))];
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: repairsView })
  repairs(
    @Body({ schema: repairsOrder }) { date }: RepairsOrder,
    @CurrentAccount() { providerId }: Account,
  ): Promise<RepairsView> {
    return repairsOf(this.morning(), { providerId, date });
  }

  @Post('apply')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: repairedView })
  async apply(
    @Body({ schema: repairOrder }) { date, ...chosen }: RepairOrder,
    @CurrentAccount() { providerId }: Account,
  ): Promise<RepairedView> {
    const outcome = await applyRepair(this.morning(), { providerId, date }, chosen);
    if (outcome.status === 'stale') throw new ProblemError('proposal.stale');
    return { plan: outcome.planId };
  }

  private morning(): MorningParts {
    const { providers, replans, travel, solver, now, planEdits: edits } = this.parts;
    return { providers, replans, travel, solver, now, edits, shown: this.shown };
  }
}
