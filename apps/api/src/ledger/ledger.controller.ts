import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { forecastView, ledgerGroup, ledgerGroupsQuery, ledgerQuery, ledgerView, ledgerVisitView } from '#contracts';
import { claimsQuery, claimsView, ledgerOverview, ledgerOverviewQuery, payersQuery, payersView } from '#contracts';
import type { LedgerOverview, LedgerOverviewQuery } from '#contracts';
import type { ForecastView, Issue, LedgerGroupsQuery, LedgerGroupView, LedgerVisitView } from '#contracts';
import type { ClaimsQuery, ClaimsView, LedgerQuery, LedgerView, PayersQuery, PayersView } from '#contracts';
import {
  exportedLedger,
  ledgerCsv,
  viewAccountVisits,
  viewClaims,
  viewForecast,
  viewGroups,
  viewLedger,
  viewOverview,
  viewPayers,
  type Account,
} from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { Scope } from '../access/programs.js';
import { MANAGERS } from '../access/roles.js';
import { AnswersFile } from '../http/answers-file.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const asked = { schema: ledgerQuery };

/** Granted, planned, delivered and billed, with the causes between them: for managers of the provider; for programs without names and health facts. */
@ApiTags('ledger')
@For(...MANAGERS, 'integration')
@Scope('ledger.read')
@Controller('api/v1')
export class LedgerController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('ledger')
  @ApiOkResponse({ standardSchema: ledgerView })
  async ledger(@Query(asked) query: LedgerQuery, @CurrentAccount() account: Account): Promise<LedgerView> {
    const outcome = await viewLedger(this.parts.ledger, account.providerId, query, this.parts.now());
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return account.role === 'integration' ? exportedLedger(outcome.ledger) : outcome.ledger;
  }

  /** Who pays for a decision's, an episode's or a client's own care on the days, and why, in plain words. */
  @Get('ledger/:id/payers')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: payersView })
  async payers(
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: payersQuery }) days: PayersQuery,
    @CurrentAccount() account: Account,
  ): Promise<PayersView> {
    const outcome = await viewPayers(this.parts.ledger, { providerId: account.providerId, account: id }, days);
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    if (outcome.payers === null) throw new ProblemError('request.not_found');
    return outcome.payers;
  }

  /** The rows put together by funder, municipality, district or kind of account. */
  @Get('ledger/groups')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: z.array(ledgerGroup) })
  async groups(
    @Query({ schema: ledgerGroupsQuery }) query: LedgerGroupsQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<readonly LedgerGroupView[]> {
    return valueOf(await viewGroups(this.parts.ledger, providerId, query, this.parts.now()));
  }

  /** The ledger of some days with its groups and its forecast, from one look at the facts. */
  @Get('ledger/overview')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: ledgerOverview })
  async overview(
    @Query({ schema: ledgerOverviewQuery }) query: LedgerOverviewQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<LedgerOverview> {
    return valueOf(await viewOverview(this.parts.ledger, providerId, query, this.parts.now()));
  }

  /** How the days will end by what is known now, and which decisions run out. */
  @Get('ledger/forecast')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: forecastView })
  async forecast(
    @Query({ schema: payersQuery }) days: PayersQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<ForecastView> {
    return valueOf(await viewForecast(this.parts.ledger, providerId, days, this.parts.now()));
  }

  /** The visits behind an account's row. */
  @Get('ledger/:id/visits')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: z.array(ledgerVisitView) })
  async visits(
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: payersQuery }) days: PayersQuery,
    @CurrentAccount() { providerId }: Account,
  ): Promise<readonly LedgerVisitView[]> {
    const visits = valueOf(await viewAccountVisits(this.parts.ledger, { providerId, account: id, now: this.parts.now() }, days));
    if (visits === null) throw new ProblemError('request.not_found');
    return visits;
  }

  /** What the state may be asked to pay for: every task done at visits of episodes, its code, and what stands in the way. */
  @Get('claims')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: claimsView })
  async claims(@Query({ schema: claimsQuery }) days: ClaimsQuery, @CurrentAccount() account: Account): Promise<ClaimsView> {
    const outcome = await viewClaims(this.parts.ledger, account.providerId, days);
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return outcome.claims;
  }

  /** The same rows without names and without causes that tell of somebody's health. */
  @Get('ledger.csv')
  @AnswersFile('text/csv; charset=utf-8', 'ledger.csv')
  async csv(@Query(asked) query: LedgerQuery, @CurrentAccount() account: Account): Promise<string> {
    const { rows } = await this.ledger(query, account);
    return ledgerCsv(rows);
  }
}

/** What was asked for, or a 400 with everything wrong with the question. */
function valueOf<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] },
): T {
  if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
  return outcome.value;
}
