import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { externalId } from '#contracts';
import type { Account, ClientExport } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { MANAGERS } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const clientId = { schema: externalId };
const clientExport = z.object({ clientId: z.uuid(), lists: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))) });

/** What a client may ask for: all that is kept about them. */
@ApiTags('clients')
@For(...MANAGERS)
@Controller('api/v1/clients')
export class ClientExportController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** By the provider's own id. Who asked for it stands in the trail. */
  @Get(':id/export')
  @Header('content-disposition', 'attachment; filename="client.json"')
  @ApiOkResponse({ standardSchema: clientExport })
  async export(@Param('id', clientId) id: string, @CurrentAccount() { providerId, id: actor }: Account): Promise<ClientExport> {
    const found = await this.parts.clientExports.exportOf(providerId, id);
    if (found === null) throw new ProblemError('request.not_found');
    const subject = ['client', found.clientId] as const;
    await this.parts.trail.add({ providerId, actor, action: 'client.exported', subject, detail: {} });
    return found;
  }
}
