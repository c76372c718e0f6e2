import { Controller, Get, Header, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ledgerQuery, ledgerView, payersQuery, payersView } from '#contracts';
import type { LedgerQuery, LedgerView, PayersQuery, PayersView } from '#contracts';
import { exportedLedger, ledgerCsv, viewLedger, viewPayers, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { MANAGERS } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const asked = { schema: ledgerQuery };

/** Granted, planned, delivered and billed, with the causes between them: for managers of the provider; for programs without names and health facts. */
@ApiTags('ledger')
@For(...MANAGERS, 'integration')
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

  /** The same rows without names and without causes that tell of somebody's health. */
  @Get('ledger.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="ledger.csv"')
  @ApiProduces('text/csv')
  async csv(@Query(asked) query: LedgerQuery, @CurrentAccount() account: Account): Promise<string> {
    const { rows } = await this.ledger(query, account);
    return ledgerCsv(rows);
  }
}
