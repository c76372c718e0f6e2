import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { hash } from 'argon2';
import type { Request } from 'express';
import { z } from 'zod';
import { openSessionView, passwordChoice, secondFactorCode, secondFactorOffer } from '#contracts';
import type { OpenSessionView, PasswordChoice, SecondFactorCode, SecondFactorOffer } from '#contracts';
import type { Account, AccountOf } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { PEOPLE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { passwordIssues } from './password-rules.js';
import { tokenHash, tokenOf } from './session-cookie.js';
import { keyUri, newSecret, stepOf } from './totp.js';

const sessionId = { schema: z.uuid() };

/** One's own log-ins: choosing a password by a link, where one is logged in, the second factor. */
@ApiTags('session')
@For(...PEOPLE)
@Controller('api/v1')
export class CredentialsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** Uses a link up. Every session of the account ends. */
  @Post('session/password')
  @HttpCode(204)
  @For('everybody')
  @ApiNoContentResponse()
  async choose(@Body({ schema: passwordChoice }) { secret, password }: PasswordChoice): Promise<void> {
    const { credentials, now } = this.parts;
    const link = await credentials.findLink(tokenHash(secret), now());
    if (!link) throw new ProblemError('password.link');
    const issues = passwordIssues(password, link.email);
    if (issues.length > 0) throw new ProblemError('request.invalid', issues);
    if (!(await credentials.useLink(tokenHash(secret), await hash(password), now()))) throw new ProblemError('password.link');
  }

  @Get('sessions')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: z.array(openSessionView) })
  async sessions(@CurrentAccount() account: Account, @Req() request: Request): Promise<readonly OpenSessionView[]> {
    const current = await this.parts.credentials.sessionOf(of(account), tokenHash(tokenOf(request) ?? ''));
    const open = await this.parts.credentials.sessions(of(account));
    return open.map(({ id, device, createdAt, expiresAt }) => ({
      ...{ id, device, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
      current: id === current,
    }));
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Param('id', sessionId) id: string, @CurrentAccount() account: Account): Promise<void> {
    if ((await this.parts.credentials.endSessions(of(account), { id })) === 0) throw new ProblemError('request.not_found');
  }

  /** A new secret; the old one, if any, counts no more. */
  @Post('session/second-factor')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: secondFactorOffer })
  async offer(@CurrentAccount() account: Account): Promise<SecondFactorOffer> {
    const factor = await this.parts.credentials.secondFactor(of(account));
    // Whoever finds an open screen must not put their own in its place.
    if (factor?.confirmed) throw new ProblemError('request.refused');
    const secret = newSecret();
    await this.parts.credentials.setSecondFactor(of(account), secret);
    return { secret, uri: keyUri(secret, account.email) };
  }

  /** From now on logging in takes a code. */
  @Post('session/second-factor/confirmation')
  @HttpCode(204)
  @ApiNoContentResponse()
  async confirm(@Body({ schema: secondFactorCode }) body: SecondFactorCode, @CurrentAccount() account: Account): Promise<void> {
    await this.useCode(account, body);
  }

  @Post('session/second-factor/removal')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@Body({ schema: secondFactorCode }) body: SecondFactorCode, @CurrentAccount() account: Account): Promise<void> {
    await this.useCode(account, body);
    await this.parts.credentials.setSecondFactor(of(account), null);
  }

  private async useCode(account: Account, { code }: SecondFactorCode): Promise<void> {
    const { credentials, now } = this.parts;
    const factor = await credentials.secondFactor(of(account));
    const step = factor && stepOf(code, factor.secret, now());
    if (step === null || !(await credentials.useStep(of(account), step))) throw new ProblemError('session.code_wrong');
  }
}

function of({ providerId, id: accountId }: Account): AccountOf {
  return { providerId, accountId };
}
