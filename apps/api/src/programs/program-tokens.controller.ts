import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { programScope, programTokenMade, programTokenOrder, programTokenView } from '#contracts';
import type { ProgramTokenMade, ProgramTokenOrder, ProgramTokenView } from '#contracts';
import type { Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { ProblemError } from '../http/problem.js';
import { AnswersSecret } from '../idempotency/keyed-writes.interceptor.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { newToken, tokenHash } from '../session/session-cookie.js';

const tokenId = { schema: z.uuid() };
const DAY_MS = 24 * 3600_000;

/** By what other programs of the provider come in. */
@ApiTags('programs')
@For('administrator')
@Controller('api/v1/program-tokens')
export class ProgramTokensController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: z.array(programTokenView) })
  async list(@CurrentAccount() { providerId }: Account): Promise<readonly ProgramTokenView[]> {
    const now = this.parts.now();
    return (await this.parts.programTokens.list(providerId)).map(
      ({ id, name, scopes, createdAt, expiresAt, usedAt, revokedAt }) => ({
        ...{ id, name, scopes: scopes.map((scope) => programScope.parse(scope)) },
        ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
        ...{ usedAt: usedAt?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null },
        usable: revokedAt === null && expiresAt > now,
      }),
    );
  }

  /** The token is answered once; only its hash is kept. */
  @Post()
  @HttpCode(201)
  @AnswersSecret()
  @ApiCreatedResponse({ standardSchema: programTokenMade })
  async make(
    @Body({ schema: programTokenOrder }) { name, scopes, days }: ProgramTokenOrder,
    @CurrentAccount() { providerId, id: createdBy }: Account,
  ): Promise<ProgramTokenMade> {
    const token = `apgaita_${newToken()}`;
    const expiresAt = new Date(this.parts.now().getTime() + days * DAY_MS);
    const kept = { name, scopes: [...new Set(scopes)], tokenHash: tokenHash(token), createdBy, expiresAt };
    const { id } = await this.parts.programTokens.make(providerId, kept);
    return { id, token, expiresAt: expiresAt.toISOString() };
  }

  /** Good no more from the next request on. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@Param('id', tokenId) id: string, @CurrentAccount() { providerId, id: actor }: Account): Promise<void> {
    const revoked = await this.parts.programTokens.revoke(providerId, id, { actor, now: this.parts.now() });
    if (!revoked) throw new ProblemError('request.not_found');
  }
}
