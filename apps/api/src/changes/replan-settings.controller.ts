import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { replanSettings, type ReplanSettings } from '#contracts';
import type { Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { MANAGERS, OFFICE } from '../access/roles.js';
import { ChangesSettings, ReadsSettings } from '../http/seen.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** How far a provider lets its plans change on their own. */
@ApiTags('changes')
@For(...OFFICE)
@Controller('api/v1/replan-settings')
export class ReplanSettingsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ReadsSettings('replan-settings')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: replanSettings })
  read(@CurrentAccount() account: Account): Promise<ReplanSettings> {
    return this.parts.replans.settings(account.providerId);
  }

  @Put()
  @ChangesSettings('replan-settings')
  @For(...MANAGERS)
  @ApiOkResponse({ standardSchema: replanSettings })
  async write(
    @Body({ schema: replanSettings }) settings: ReplanSettings,
    @CurrentAccount() account: Account,
  ): Promise<ReplanSettings> {
    await this.parts.replans.saveSettings(account.providerId, settings, account.id);
    return settings;
  }
}
