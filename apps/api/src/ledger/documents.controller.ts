import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  documentQuery,
  invoiceDocumentView,
  type ClaimServiceView,
  type DocumentQuery,
  type InvoiceDocumentView,
} from '#contracts';
import { claimServices, csvOf, invoiceDocument, viewClaims, viewPayers, type Account, type IssuedInvoice } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { MANAGERS } from '../access/roles.js';
import { AnswersFile } from '../http/answers-file.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { documentCells, lineCells, serviceCells } from './documents/invoice-cells.js';
import { invoicePdf } from './documents/invoice-pdf.js';
import { WORKBOOK, workbookOf } from './documents/sheet-file.js';

const invoiceId = { schema: z.uuid() };
const asked = { schema: documentQuery };

/** What an invoice says, on the screen and as a file: a statement, a claim list, or a client's invoice with its reasons. */
@ApiTags('ledger')
@For(...MANAGERS)
@Controller('api/v1/invoices/:id')
export class DocumentsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('document')
  @ApiOkResponse({ standardSchema: invoiceDocumentView })
  document(@Param('id', invoiceId) id: string, @CurrentAccount() account: Account): Promise<InvoiceDocumentView> {
    return this.read(id, account);
  }

  @Get('document.pdf')
  @AnswersFile('application/pdf', 'invoice.pdf')
  async pdf(
    @Param('id', invoiceId) id: string,
    @Query(asked) query: DocumentQuery,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    return new StreamableFile(await invoicePdf(await this.read(id, account), query), { type: 'application/pdf' });
  }

  @Get('document.xlsx')
  @AnswersFile(WORKBOOK, 'invoice.xlsx')
  async workbook(@Param('id', invoiceId) id: string, @CurrentAccount() account: Account): Promise<StreamableFile> {
    const document = await this.read(id, account);
    const lines = (await this.parts.ledger.lines(account.providerId, id)) ?? [];
    const services = document.kind === 'claim' ? { services: serviceCells(document.services) } : {};
    const file = await workbookOf({ document: documentCells(document), ...services, lines: lineCells(lines) });
    return new StreamableFile(file, { type: WORKBOOK });
  }

  @Get('document.csv')
  @AnswersFile('text/csv; charset=utf-8', 'invoice.csv')
  async csv(@Param('id', invoiceId) id: string, @CurrentAccount() account: Account): Promise<string> {
    return csvOf(documentCells(await this.read(id, account)));
  }

  private async read(id: string, { providerId }: Account): Promise<InvoiceDocumentView> {
    const invoice = await this.parts.ledger.issued(providerId, id);
    if (invoice === null) throw new ProblemError('request.not_found');
    const document = invoiceDocument(invoice);
    if (document.kind === 'claim' && invoice.services === null) {
      return { ...document, services: [...(await this.services(providerId, invoice))] };
    }
    if (document.kind !== 'invoice') return document;
    const accounts = [...new Set(invoice.lines.map(({ accountId }) => accountId))];
    const last = { from: invoice.to, to: invoice.to };
    const told = await Promise.all(accounts.map((account) => viewPayers(this.parts.ledger, { providerId, account }, last)));
    const spans = told.flatMap((one) => (one.ok && one.payers ? one.payers.spans : []));
    return { ...document, reasons: spans.flatMap(({ reasons }) => reasons.map(({ words }) => words)) };
  }

  /** What was given at the visits that are asked for, by the list of today: for claims issued before their codes were kept. */
  private async services(providerId: string, { from, to, lines }: IssuedInvoice): Promise<readonly ClaimServiceView[]> {
    const asked = new Set(lines.flatMap(({ visit, corrects }) => (corrects === null && visit !== null ? [visit] : [])));
    const told = await viewClaims(this.parts.ledger, providerId, { from, to });
    return told.ok ? claimServices(told.claims.lines.filter(({ visit }) => asked.has(visit))) : [];
  }
}
