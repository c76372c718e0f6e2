import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { externalId, isoDate, proposalAcceptance, proposalAccepted, proposalView } from '#contracts';
import type { ProposalAcceptance, ProposalAccepted, ProposalView } from '#contracts';
import { acceptProposal, viewProposal, type Account } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { OutboxKick } from '../plans/outbox-kick.js';

const decisionId = { schema: externalId };
const fromDay = { schema: z.object({ from: isoDate }) };

/** How the hours of a decision become visits. */
@ApiTags('decisions')
@For(...OFFICE)
@Controller('api/v1/decisions')
export class ProposalController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly kick: OutboxKick,
  ) {}

  @Get(':id/proposal')
  @ApiOkResponse({ standardSchema: proposalView })
  async proposal(
    @Param('id', decisionId) decision: string,
    @Query(fromDay) { from }: z.output<typeof fromDay.schema>,
    @CurrentAccount() { providerId }: Account,
  ): Promise<ProposalView> {
    const view = await viewProposal(this.parts.shaping, { providerId, decision, from });
    if (view === null) throw new ProblemError('request.not_found');
    return view;
  }

  @Post(':id/proposal')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: proposalAccepted })
  async accept(
    @Param('id', decisionId) decision: string,
    @Body({ schema: proposalAcceptance }) { from, fingerprint }: ProposalAcceptance,
    @CurrentAccount() { providerId, id }: Account,
  ): Promise<ProposalAccepted> {
    const by = { actor: id, today: dayOf(this.parts.now().getTime() / 1000) };
    const outcome = await acceptProposal(this.parts.shaping, { providerId, decision, from, fingerprint, by });
    if (!outcome.ok) throw new ProblemError(outcome.code === 'stale' ? 'proposal.stale' : 'request.not_found');
    this.kick.now();
    return { patterns: [...outcome.patterns] };
  }
}
