import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ledgerQuery, type LedgerQuery } from '#contracts';
import { ledgerCells, viewLedger, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { MANAGERS } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { AnswersFile } from '../http/answers-file.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { WORKBOOK, workbookOf } from './documents/sheet-file.js';

const asked = { schema: ledgerQuery };

/** The ledger as a workbook: the rows of the CSV, numbers as numbers, without names and health facts. */
@ApiTags('ledger')
@For(...MANAGERS)
@Controller('api/v1')
export class LedgerWorkbookController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('ledger.xlsx')
  @AnswersFile(WORKBOOK, 'ledger.xlsx')
  async workbook(@Query(asked) query: LedgerQuery, @CurrentAccount() account: Account): Promise<StreamableFile> {
    const outcome = await viewLedger(this.parts.ledger, account.providerId, query, this.parts.now());
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return new StreamableFile(await workbookOf({ ledger: ledgerCells(outcome.ledger.rows) }), { type: WORKBOOK });
  }
}
