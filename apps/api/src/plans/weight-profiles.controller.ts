import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { weightProfileOrder, weightProfileView } from '#contracts';
import type { WeightProfileOrder, WeightProfileView } from '#contracts';
import { viewProfiles, type Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const profileId = { schema: z.uuid() };

/** How plans are weighed: the program's profiles and the provider's own. */
@ApiTags('plans')
@For(...OFFICE)
@Controller('api/v1/weight-profiles')
export class WeightProfilesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: z.array(weightProfileView) })
  list(@CurrentAccount() { providerId }: Account): Promise<readonly WeightProfileView[]> {
    return viewProfiles(this.parts.plans, providerId);
  }

  /** A profile of the same name is replaced; plans made with it keep the weights they were made with. */
  @Post()
  @ApiCreatedResponse({ standardSchema: weightProfileView })
  async save(
    @Body({ schema: weightProfileOrder }) order: WeightProfileOrder,
    @CurrentAccount() { providerId, id: actor }: Account,
  ): Promise<WeightProfileView> {
    const id = await this.parts.plans.saveProfile(providerId, order, actor);
    return { id, own: true, ...order };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async drop(@Param('id', profileId) id: string, @CurrentAccount() { providerId, id: actor }: Account): Promise<void> {
    if (!(await this.parts.plans.dropProfile(providerId, id, actor))) throw new ProblemError('request.not_found');
  }
}
