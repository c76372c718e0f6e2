import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { externalId, lawBookView, ruleChangeOrder, ruleChangeView, ruleView } from '#contracts';
import type { LawBookView, RuleChangeOrder, RuleChangeView, RuleView } from '#contracts';
import { setRuleChange, viewLaw, viewRules, type Account } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For, type RequestOfAccount } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { DemandsSeen, seenBy } from '../http/seen.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { OutboxKick } from '../plans/outbox-kick.js';

const changeId = { schema: z.uuid() };
const ofClient = { schema: z.object({ client: externalId.optional() }) };
const withEnded = { schema: z.object({ ended: z.enum(['true', 'false']).default('false') }) };
const changed = z.object({ id: z.uuid() });

/** The task rules, and what a provider changes of them, with who and why. */
@ApiTags('rules')
@For(...OFFICE)
@Controller('api/v1/rules')
export class RulesController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly kick: OutboxKick,
  ) {}

  /** As they hold for a client, by the provider's own id, or for all clients without changes of their own. */
  @Get()
  @ApiOkResponse({ standardSchema: z.array(ruleView) })
  async book(
    @Query(ofClient) { client }: z.output<typeof ofClient.schema>,
    @CurrentAccount() account: Account,
  ): Promise<readonly RuleView[]> {
    return viewRules(await this.parts.ruleChanges.list(account.providerId), client ?? null);
  }

  /** The law's figures, how the provider reads what it leaves open, and municipalities' rules, with dates and sources. */
  @Get('law')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: lawBookView })
  async law(@CurrentAccount() { providerId }: Account): Promise<LawBookView> {
    const [practice, ruleSets] = await Promise.all([
      this.parts.changes.practice(providerId),
      this.parts.ruleChanges.ruleSets(providerId),
    ]);
    return viewLaw(practice, ruleSets, dayOf(this.parts.now().getTime() / 1000));
  }

  @Get('changes')
  @ApiOkResponse({ standardSchema: z.array(ruleChangeView) })
  changes(
    @Query(withEnded) { ended }: z.output<typeof withEnded.schema>,
    @CurrentAccount() account: Account,
  ): Promise<readonly RuleChangeView[]> {
    return this.parts.ruleChanges.list(account.providerId, { ended: ended === 'true' });
  }

  /** `If-Match` names the change that stood when somebody looked, or `none`. */
  @Put('changes')
  @DemandsSeen()
  @ApiOkResponse({ standardSchema: changed })
  async change(
    @Body({ schema: ruleChangeOrder }) order: RuleChangeOrder,
    @Req() request: RequestOfAccount,
  ): Promise<z.output<typeof changed>> {
    const account = request.account as Account;
    const wanted = { providerId: account.providerId, order, by: { ...this.recorder(account), seen: seenBy(request) } };
    const outcome = await setRuleChange(this.parts.ruleChanges, wanted);
    if (!outcome.ok) {
      throw outcome.changed ? new ProblemError('request.changed') : new ProblemError('request.invalid', outcome.issues);
    }
    this.kick.now();
    return { id: outcome.id };
  }

  /** The rule is then as the book says; the change stays in the history. */
  @Delete('changes/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Param('id', changeId) id: string, @CurrentAccount() account: Account): Promise<void> {
    const ended = await this.parts.ruleChanges.end(account.providerId, id, this.recorder(account));
    if (!ended) throw new ProblemError('request.not_found');
    this.kick.now();
  }

  private recorder({ id }: Account): { readonly actor: string; readonly today: string } {
    return { actor: id, today: dayOf(this.parts.now().getTime() / 1000) };
  }
}
