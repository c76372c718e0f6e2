import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  changeAnswer,
  myChangeView,
  myDayQuery,
  myDayView,
  myTimeQuery,
  myTimeView,
  swapRequest,
  type ChangeAnswer,
  type MyChangeView,
  type MyDayView,
  type MyTimeView,
  type SwapRequest,
} from '#contracts';
import { myChanges, myDay, myTime, type Account } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { STAFF } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { memberOf } from './own-account.js';

/** Hours in which the office answers a request for a swap. */
const SWAP_HOURS = 24;

/** One's own work as published: the day, what changed, one's time. */
@ApiTags('field work')
@For(...STAFF)
@Controller('api/v1/my')
export class MyController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('day')
  @ApiOkResponse({ standardSchema: myDayView })
  async day(
    @Query({ schema: myDayQuery }) { day }: z.output<typeof myDayQuery>,
    @CurrentAccount() account: Account,
  ): Promise<MyDayView> {
    const query = { ...memberOf(account), day, today: this.today(), now: this.parts.now() };
    const view = await myDay(this.parts.fieldWork, query, this.parts.ruleWords);
    if (view === null) throw new ProblemError('request.not_found');
    return view;
  }

  @Get('changes')
  @ApiOkResponse({ standardSchema: z.array(myChangeView) })
  changes(@CurrentAccount() account: Account): Promise<readonly MyChangeView[]> {
    const query = { ...memberOf(account), today: this.today(), now: this.parts.now() };
    return myChanges(this.parts.fieldWork, query);
  }

  /** Accepted, or a question to the office; the last answer stands. */
  @Post('changes/answers')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answer(@Body({ schema: changeAnswer }) answer: ChangeAnswer, @CurrentAccount() account: Account): Promise<void> {
    const outcome = await this.parts.fieldWork.answer(memberOf(account), answer, this.parts.now());
    if (outcome === 'unknown') throw new ProblemError('request.not_found');
  }

  @Get('time')
  @ApiOkResponse({ standardSchema: myTimeView })
  async time(
    @Query({ schema: myTimeQuery }) days: z.output<typeof myTimeQuery>,
    @CurrentAccount() account: Account,
  ): Promise<MyTimeView> {
    const outcome = await myTime(this.parts.fieldWork, { ...memberOf(account), ...days });
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return outcome.time;
  }

  /** Asks the office for somebody to take the work of a day. */
  @Post('swap-requests')
  @HttpCode(204)
  @ApiNoContentResponse()
  async swap(@Body({ schema: swapRequest }) { id, day }: SwapRequest, @CurrentAccount() account: Account): Promise<void> {
    const { providerId, staffId } = memberOf(account);
    const dueAt = Math.floor(this.parts.now().getTime() / 1000) + SWAP_HOURS * 3600;
    const about = { subjectKind: 'staff', subjectId: staffId, clientId: null, staffId, about: day, dueAt };
    await this.parts.fieldWork.addWork(providerId, { ...about, key: `swap:${id}`, kind: 'swap_request' });
  }

  private today(): string {
    return dayOf(Math.floor(this.parts.now().getTime() / 1000));
  }
}
