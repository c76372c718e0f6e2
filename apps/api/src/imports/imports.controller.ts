import { Controller, Get, HttpCode, Inject, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { type ImportView, importView, type Issue } from '#contracts';
import { importProvider, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { Scope } from '../access/programs.js';
import { ShowsNobody } from '../access/looks.js';
import { OFFICE } from '../access/roles.js';
import { AnswersFile } from '../http/answers-file.js';
import { ProblemError } from '../http/problem.js';
import { readBody } from '../http/read-body.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** The largest file taken, in bytes; a workbook of 20,000 rows has about two million. */
const LARGEST_FILE = 32 * 1024 * 1024;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const dryRun = { schema: z.object({ dryRun: z.enum(['true', 'false']).default('false') }) };

/** The way in for a provider's own data. */
@ApiTags('imports')
@For(...OFFICE)
@Controller('api/v1/imports')
export class ImportsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** The file is the body: a workbook, a zip of CSV files, or JSON. Everything or nothing is written. */
  @Post()
  @For(...OFFICE, 'integration')
  @Scope('imports.write')
  @HttpCode(200)
  @ApiConsumes(XLSX, 'application/zip', 'application/json')
  @ApiBody({ description: 'The file itself, at most 32 MB', schema: {} })
  @ApiOkResponse({ standardSchema: importView })
  async import(
    @Req() request: Request,
    @Query(dryRun) query: z.output<typeof dryRun.schema>,
    @CurrentAccount() account: Account,
  ): Promise<ImportView> {
    const type = (request.get('content-type') ?? '').split(';', 1)[0].trim().toLowerCase();
    const read = await this.parts.files.read(await readBody(request, LARGEST_FILE), type);
    if (!read.ok) throw new ProblemError('import.invalid', read.issues);
    const own = await this.parts.providers.overview(account.providerId);
    if (own?.code !== read.file.provider.code) throw new ProblemError('import.invalid', [otherProvider(read.file.provider.code)]);
    const dry = query.dryRun === 'true';
    const outcome = await importProvider(this.parts.providers, read.file, { dryRun: dry });
    if (!outcome.ok) throw new ProblemError('import.invalid', outcome.issues);
    return { dryRun: dry, counts: { ...outcome.counts }, issues: [], warnings: [...read.warnings] };
  }

  @Get('template')
  @ShowsNobody()
  @AnswersFile(XLSX, 'provider.xlsx')
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await this.parts.files.template());
  }
}

/** An account writes its own provider's data and nobody else's; what that provider is called is not said. */
function otherProvider(code: string): Issue {
  return {
    code: 'provider.other',
    path: 'provider.code',
    value: code.slice(0, 80),
    allowed: 'the code of the provider you are logged in for',
    message: 'Log in for that provider, or correct the code.',
  };
}
