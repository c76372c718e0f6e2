import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { dataIssueView, type DataIssueView } from '#contracts';
import { dataIssues, type Account } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** What is missing or wrong in the data of the coming week. */
@ApiTags('provider')
@For(...OFFICE)
@Controller('api/v1/data-issues')
export class DataIssuesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(dataIssueView) })
  list(@CurrentAccount() { providerId }: Account): Promise<readonly DataIssueView[]> {
    return dataIssues(this.parts, providerId, dayOf(this.parts.now().getTime() / 1000));
  }
}
