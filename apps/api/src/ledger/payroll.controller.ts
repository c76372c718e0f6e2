import { Body, Controller, Get, Inject, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  hourCostsView,
  payersQuery,
  payModelView,
  payrollView,
  type HourCostsView,
  type PayersQuery,
  type PayModelView,
  type PayrollView,
} from '#contracts';
import { csvOf, payrollCells, viewPayroll, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { MANAGERS } from '../access/roles.js';
import { AnswersFile } from '../http/answers-file.js';
import { ProblemError } from '../http/problem.js';
import { ChangesSettings, ReadsSettings } from '../http/seen.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { WORKBOOK, workbookOf } from './documents/sheet-file.js';

const ofDays = { schema: payersQuery };

/** Hours to pay by the pay model the provider has chosen. */
@ApiTags('payroll')
@For(...MANAGERS)
@Controller('api/v1')
export class PayrollController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('payroll')
  @ApiOkResponse({ standardSchema: payrollView })
  async payroll(@Query(ofDays) days: PayersQuery, @CurrentAccount() { providerId }: Account): Promise<PayrollView> {
    const outcome = await viewPayroll(this.parts.payroll, providerId, days);
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return outcome.payroll;
  }

  @Get('payroll.xlsx')
  @AnswersFile(WORKBOOK, 'payroll.xlsx')
  async workbook(@Query(ofDays) days: PayersQuery, @CurrentAccount() account: Account): Promise<StreamableFile> {
    return new StreamableFile(await workbookOf({ payroll: payrollCells(await this.payroll(days, account)) }), { type: WORKBOOK });
  }

  @Get('payroll.csv')
  @AnswersFile('text/csv; charset=utf-8', 'payroll.csv')
  async csv(@Query(ofDays) days: PayersQuery, @CurrentAccount() account: Account): Promise<string> {
    return csvOf(payrollCells(await this.payroll(days, account)));
  }

  @Get('pay-model')
  @ReadsSettings('pay-model')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: payModelView })
  async model(@CurrentAccount() { providerId }: Account): Promise<PayModelView> {
    return { model: await this.parts.payroll.model(providerId) };
  }

  @Put('pay-model')
  @ChangesSettings('pay-model')
  @ApiOkResponse({ standardSchema: payModelView })
  async setModel(
    @Body({ schema: payModelView }) { model }: PayModelView,
    @CurrentAccount() { providerId, id }: Account,
  ): Promise<PayModelView> {
    await this.parts.payroll.setModel(providerId, model, id);
    return { model };
  }

  @Get('hour-costs')
  @ReadsSettings('hour-costs')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: hourCostsView })
  async hourCosts(@CurrentAccount() { providerId }: Account): Promise<HourCostsView> {
    const costs = await this.parts.payroll.hourCosts(providerId);
    return { costs: [...costs].map(([profession, cents]) => ({ profession, cents })) };
  }

  @Put('hour-costs')
  @ChangesSettings('hour-costs')
  @ApiOkResponse({ standardSchema: hourCostsView })
  async setHourCosts(
    @Body({ schema: hourCostsView }) { costs }: HourCostsView,
    @CurrentAccount() account: Account,
  ): Promise<HourCostsView> {
    const named = new Map(costs.map(({ profession, cents }) => [profession, cents]));
    await this.parts.payroll.setHourCosts(account.providerId, named, account.id);
    return this.hourCosts(account);
  }
}
