import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  billingCheckView,
  billingOrder,
  creditOrder,
  invoiceLineView,
  invoiceView,
  type BillingCheckView,
  type BillingOrder,
  type CreditOrder,
  type InvoiceLineView,
  type InvoiceView,
} from '#contracts';
import { checkBilling, giveCredit, runBilling, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { MANAGERS } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const invoiceId = { schema: z.uuid() };
const ofDays = { schema: billingOrder };

/** Invoices of the provider: made by runs, corrected by credits, never changed; for its managers. */
@ApiTags('ledger')
@For(...MANAGERS)
@Controller('api/v1')
export class BillingController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** The invoices that were missing; none when the days are billed as they should be. */
  @Post('billing-runs')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: z.array(invoiceView) })
  async run(
    @Body({ schema: billingOrder }) order: BillingOrder,
    @CurrentAccount() account: Account,
  ): Promise<readonly InvoiceView[]> {
    const { providerId, id: issuedBy } = account;
    const outcome = await runBilling(this.parts.ledger, { ...order, providerId, issuedBy, now: this.parts.now() });
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return outcome.invoices;
  }

  /** What a run would ask of whom, and what it would leave out and why; nothing is written. */
  @Get('billing-runs/check')
  @ApiOkResponse({ standardSchema: billingCheckView })
  async check(@Query(ofDays) days: BillingOrder, @CurrentAccount() { providerId }: Account): Promise<BillingCheckView> {
    const outcome = await checkBilling(this.parts.ledger, providerId, days, this.parts.now());
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return outcome.check;
  }

  @Post('credits')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: invoiceView })
  async credit(@Body({ schema: creditOrder }) order: CreditOrder, @CurrentAccount() account: Account): Promise<InvoiceView> {
    const outcome = await giveCredit(this.parts.ledger, { ...order, providerId: account.providerId, issuedBy: account.id });
    if (!outcome.ok) throw new ProblemError('request.invalid', outcome.issues);
    return outcome.invoice;
  }

  @Get('invoices')
  @ApiOkResponse({ standardSchema: z.array(invoiceView) })
  invoices(@Query(ofDays) period: BillingOrder, @CurrentAccount() account: Account): Promise<readonly InvoiceView[]> {
    return this.parts.ledger.invoices(account.providerId, period);
  }

  @Get('invoices/:id/lines')
  @ApiOkResponse({ standardSchema: z.array(invoiceLineView) })
  async lines(@Param('id', invoiceId) id: string, @CurrentAccount() account: Account): Promise<readonly InvoiceLineView[]> {
    const lines = await this.parts.ledger.lines(account.providerId, id);
    if (lines === null) throw new ProblemError('request.not_found');
    return lines;
  }
}
