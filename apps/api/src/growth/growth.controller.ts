import { Body, Controller, Get, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { growthOrder, growthView, type GrowthOrder, type GrowthResult, type GrowthView } from '#contracts';
import { csvOf, growthDraws, growthPeople, growthRanges, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { MANAGERS } from '../access/roles.js';
import { AnswersFile } from '../http/answers-file.js';
import { ProblemError } from '../http/problem.js';
import { WORKBOOK, workbookOf } from '../ledger/documents/sheet-file.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { OutboxKick } from '../plans/outbox-kick.js';

const growthId = { schema: z.uuid() };
/** Newest studies a list shows. */
const LISTED = 20;

/** What falls short with more clients: asking for a study, watching and reading it. It names nobody. */
@ApiTags('growth')
@For(...MANAGERS)
@Controller('api/v1/growth')
export class GrowthController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly kick: OutboxKick,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: growthView })
  async request(@Body({ schema: growthOrder }) order: GrowthOrder, @CurrentAccount() account: Account): Promise<GrowthView> {
    const id = await this.parts.growth.request(account.providerId, order, account.id);
    this.kick.now();
    return this.study(id, account);
  }

  @Get()
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: z.array(growthView) })
  list(@CurrentAccount() { providerId }: Account): Promise<readonly GrowthView[]> {
    return this.parts.growth.list(providerId, LISTED);
  }

  @Get(':id')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: growthView })
  async study(@Param('id', growthId) id: string, @CurrentAccount() { providerId }: Account): Promise<GrowthView> {
    const study = await this.parts.growth.find(providerId, id);
    if (study === null) throw new ProblemError('request.not_found');
    return study;
  }

  /** Every draw, cell by cell. */
  @Get(':id/result.csv')
  @ShowsNobody()
  @AnswersFile('text/csv; charset=utf-8', 'growth.csv')
  async csv(@Param('id', growthId) id: string, @CurrentAccount() account: Account): Promise<string> {
    return csvOf(growthDraws(await this.result(id, account)));
  }

  /** What differs between the draws, and every draw. */
  @Get(':id/result.xlsx')
  @ShowsNobody()
  @AnswersFile(WORKBOOK, 'growth.xlsx')
  async workbook(@Param('id', growthId) id: string, @CurrentAccount() account: Account): Promise<StreamableFile> {
    const result = await this.result(id, account);
    const [professions, districts] = [growthRanges(result, 'profession'), growthRanges(result, 'district')];
    const sheets = { people: growthPeople(result), professions, districts, draws: growthDraws(result) };
    return new StreamableFile(await workbookOf(sheets), { type: WORKBOOK });
  }

  @Post(':id/stop')
  @HttpCode(204)
  @ApiNoContentResponse()
  async stop(@Param('id', growthId) id: string, @CurrentAccount() { providerId }: Account): Promise<void> {
    if (!(await this.parts.growth.stop(providerId, id))) throw new ProblemError('request.not_found');
  }

  private async result(id: string, account: Account): Promise<GrowthResult> {
    const { result } = await this.study(id, account);
    if (result === null) throw new ProblemError('request.not_found');
    return result;
  }
}
