import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { externalId, staffListItem, staffView, type StaffListItem, type StaffView } from '#contracts';
import { viewStaff, type Account, type StaffLook } from '#planning';
import { dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

/** Members of staff as the office works with them, by the provider's own ids. */
@ApiTags('staff')
@For(...OFFICE)
@Controller('api/v1/staff')
export class StaffController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(staffListItem) })
  list(@CurrentAccount() { providerId }: Account): Promise<readonly StaffListItem[]> {
    return this.parts.staff.list(providerId, this.today());
  }

  /** With the shifts of the coming two weeks, and the work and rest the plans in force make of them. */
  @Get(':id')
  @ApiOkResponse({ standardSchema: staffView })
  async page(
    @Param('id', { schema: externalId }) staff: string,
    @CurrentAccount() { providerId, role }: Account,
  ): Promise<StaffView> {
    const look = { role: role as StaffLook['role'], today: this.today() };
    const page = await viewStaff(this.parts, { providerId, staff }, look);
    if (page === null) throw new ProblemError('request.not_found');
    return page;
  }

  private today(): string {
    return dayOf(Math.floor(this.parts.now().getTime() / 1000));
  }
}
