import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import {
  comparisonView,
  differenceView,
  isoDate,
  planOrder,
  planSummary,
  publicationView,
  publishOrder,
  routeView,
  unservedView,
  weekRouteView,
  workingTimeView,
} from '#contracts';
import type {
  ComparisonView,
  DifferenceView,
  PlanOrder,
  PlanSummary,
  PublicationView,
  PublishOrder,
  RouteView,
  UnservedView,
  WeekRouteView,
  WorkingTimeView,
} from '#contracts';
import {
  comparePlans,
  publishPlan,
  requestPlan,
  viewPublication,
  viewRoutes,
  viewUnserved,
  viewWorkingTime,
  type Account,
} from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { AnswersText } from '../http/answers-file.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { OutboxKick } from './outbox-kick.js';
import { planEvents } from './plan-events.js';

const planId = { schema: z.uuid() };
const withPlan = { schema: z.object({ with: z.uuid() }) };
const ofDay = { schema: z.object({ date: isoDate.optional() }) };
type OfDay = z.output<typeof ofDay.schema>;

/** Newest plans a list shows. */
const LISTED = 50;

/** Asking for plans, watching them, reading and publishing them; always the session's provider's. */
@ApiTags('plans')
@For(...OFFICE)
@Controller('api/v1/plans')
export class PlansController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly kick: OutboxKick,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: planSummary })
  async request(@Body({ schema: planOrder }) order: PlanOrder, @CurrentAccount() account: Account): Promise<PlanSummary> {
    const { providerId, id: requestedBy } = account;
    const outcome = await requestPlan(this.parts.plans, { providerId, requestedBy, order });
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    this.kick.now();
    return this.summary(outcome.plan.id, account);
  }

  @Get()
  @ApiOkResponse({ standardSchema: z.array(planSummary) })
  list(@CurrentAccount() account: Account): Promise<readonly PlanSummary[]> {
    return this.parts.reader.summaries(account.providerId, LISTED);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: planSummary })
  async summary(@Param('id', planId) id: string, @CurrentAccount() account: Account): Promise<PlanSummary> {
    return found(await this.parts.reader.summary(account.providerId, id));
  }

  @Get(':id/routes')
  @ApiOkResponse({ standardSchema: z.array(routeView) })
  async routes(
    @Param('id', planId) id: string,
    @Query(ofDay) { date }: OfDay,
    @CurrentAccount() account: Account,
  ): Promise<readonly RouteView[]> {
    const part = { providerId: account.providerId, planId: id, date: date ?? null };
    return found(await viewRoutes(this.parts.reader, part, this.parts.ruleWords));
  }

  @Get(':id/unserved')
  @ApiOkResponse({ standardSchema: z.array(unservedView) })
  async unserved(
    @Param('id', planId) id: string,
    @Query(ofDay) { date }: OfDay,
    @CurrentAccount() account: Account,
  ): Promise<readonly UnservedView[]> {
    const part = { providerId: account.providerId, planId: id, date: date ?? null };
    return found(await viewUnserved(this.parts.reader, part));
  }

  /** Who has how much on which day. */
  @Get(':id/week')
  @ApiOkResponse({ standardSchema: z.array(weekRouteView) })
  async week(@Param('id', planId) id: string, @CurrentAccount() account: Account): Promise<readonly WeekRouteView[]> {
    return found(await this.parts.reader.week(account.providerId, id));
  }

  /** What the law of working time says of the plan's routes; empty where nothing calls for attention. */
  @Get(':id/working-time')
  @ApiOkResponse({ standardSchema: z.array(workingTimeView) })
  async workingTime(@Param('id', planId) id: string, @CurrentAccount() account: Account): Promise<readonly WorkingTimeView[]> {
    return found(await viewWorkingTime(this.parts.reader, { providerId: account.providerId, planId: id }));
  }

  /** What a recomputed draft does to the plan it is based on, each with its cause; nothing for other plans. */
  @Get(':id/differences')
  @ApiOkResponse({ standardSchema: z.array(differenceView) })
  async differences(@Param('id', planId) id: string, @CurrentAccount() account: Account): Promise<readonly DifferenceView[]> {
    return found(await this.parts.replans.differences(account.providerId, id));
  }

  /** The plan beside another, `with`, over the days both have. */
  @Get(':id/comparison')
  @ApiOkResponse({ standardSchema: comparisonView })
  async comparison(
    @Param('id', planId) id: string,
    @Query(withPlan) { with: otherId }: z.output<typeof withPlan.schema>,
    @CurrentAccount() { providerId }: Account,
  ): Promise<ComparisonView> {
    return found(await comparePlans(this.parts, { providerId, planId: id, otherId }));
  }

  /** Who would be told what if the plan were published now. */
  @Get(':id/publication')
  @ApiOkResponse({ standardSchema: publicationView })
  async publication(@Param('id', planId) id: string, @CurrentAccount() { providerId }: Account): Promise<PublicationView> {
    return found(await viewPublication(this.parts, { providerId, planId: id }));
  }

  @Post(':id/publish')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: planSummary })
  async publish(
    @Param('id', planId) id: string,
    @Body({ schema: publishOrder }) order: PublishOrder,
    @CurrentAccount() account: Account,
  ): Promise<PlanSummary> {
    const wanted = { providerId: account.providerId, planId: id, publishedBy: account.id, reason: order?.reason };
    const outcome = await publishPlan(this.parts, wanted);
    if (outcome === 'not_found') throw new ProblemError('request.not_found');
    if (outcome !== 'published') throw new ProblemError(`plan.${outcome}`);
    return this.summary(id, account);
  }

  /** The search ends within a second and the best plan it has found becomes the draft. */
  @Post(':id/stop')
  @HttpCode(204)
  @ApiNoContentResponse()
  async stop(@Param('id', planId) id: string, @CurrentAccount() account: Account): Promise<void> {
    await this.summary(id, account);
    if (!(await this.parts.plans.stopEarly(account.providerId, id, account.id))) throw new ProblemError('plan.finished');
  }

  /** Server-sent events `progress` with a plan summary, until the plan is no longer waiting or running. */
  @Sse(':id/events')
  @AnswersText('text/event-stream')
  async events(@Param('id', planId) id: string, @CurrentAccount() account: Account): Promise<Observable<MessageEvent>> {
    await this.summary(id, account);
    return planEvents(() => this.parts.reader.summary(account.providerId, id));
  }
}

function found<T>(value: T | null): T {
  if (value === null) throw new ProblemError('request.not_found');
  return value;
}
