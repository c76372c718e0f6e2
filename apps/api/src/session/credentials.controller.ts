import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { hash, verify } from 'argon2';
import type { Request } from 'express';
import { z } from 'zod';
import {
  openSessionView,
  passwordChange,
  passwordChoice,
  recoveryCodes,
  secondFactorCode,
  secondFactorOffer,
  secondFactorView,
} from '#contracts';
import type {
  OpenSessionView,
  PasswordChange,
  PasswordChoice,
  RecoveryCodes,
  SecondFactorCode,
  SecondFactorOffer,
  SecondFactorView,
} from '#contracts';
import type { Account, AccountOf } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { PEOPLE } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { AnswersSecret } from '../idempotency/keyed-writes.interceptor.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { passwordIssues } from './password-rules.js';
import { tokenHash, tokenOf } from './session-cookie.js';
import { LogInLimits } from './log-in-limits.js';
import { SecondFactors } from './second-factor.js';
import { keyUri } from './totp.js';

const sessionId = { schema: z.uuid() };

/** One's own log-ins: choosing a password by a link, where one is logged in, the second factor. */
@ApiTags('session')
@For(...PEOPLE)
@Controller('api/v1')
export class CredentialsController {
  private readonly factors: SecondFactors;
  private readonly limits: LogInLimits;

  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {
    this.factors = new SecondFactors(parts);
    this.limits = new LogInLimits(parts.queue.counts);
  }

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

  /** One's own new password, by the old one; every other session ends. */
  @Post('session/password-change')
  @HttpCode(204)
  @ApiNoContentResponse()
  async change(
    @Body({ schema: passwordChange }) { current, password }: PasswordChange,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<void> {
    // Whoever finds an open screen may not guess here either.
    await this.guessed(account, request, await verify(account.passwordHash, current), 'session.wrong');
    const issues = passwordIssues(password, account.email);
    if (issues.length > 0) throw new ProblemError('request.invalid', issues);
    await this.parts.credentials.setPassword(of(account), await hash(password), tokenHash(tokenOf(request) ?? ''));
  }

  @Get('sessions')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: z.array(openSessionView) })
  async sessions(@CurrentAccount() account: Account, @Req() request: Request): Promise<readonly OpenSessionView[]> {
    const current = await this.parts.credentials.sessionOf(of(account), tokenHash(tokenOf(request) ?? ''));
    const open = await this.parts.credentials.sessions(of(account));
    return open.map(({ id, device, createdAt, usedAt, expiresAt }) => ({
      ...{ id, device, createdAt: createdAt.toISOString(), usedAt: usedAt.toISOString(), expiresAt: expiresAt.toISOString() },
      current: id === current,
    }));
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Param('id', sessionId) id: string, @CurrentAccount() account: Account): Promise<void> {
    if ((await this.parts.credentials.endSessions(of(account), { id })) === 0) throw new ProblemError('request.not_found');
  }

  @Get('session/second-factor')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: secondFactorView })
  async factor(@CurrentAccount() account: Account): Promise<SecondFactorView> {
    const { credentials } = this.parts;
    const confirmed = (await credentials.secondFactor(of(account)))?.confirmed ?? false;
    return { confirmed, recoveryCodes: await credentials.recoveryCodes(of(account)) };
  }

  /** A new secret; the old one, if any, counts no more. */
  @Post('session/second-factor')
  @HttpCode(200)
  @AnswersSecret()
  @ApiOkResponse({ standardSchema: secondFactorOffer })
  async offer(@CurrentAccount() account: Account): Promise<SecondFactorOffer> {
    const factor = await this.parts.credentials.secondFactor(of(account));
    // Whoever finds an open screen must not put their own in its place.
    if (factor?.confirmed) throw new ProblemError('request.refused');
    const secret = await this.factors.offer(of(account));
    return { secret, uri: keyUri(secret, account.email) };
  }

  /** From now on logging in takes a code; the recovery codes are shown once. Confirming again makes new ones. */
  @Post('session/second-factor/confirmation')
  @HttpCode(200)
  @AnswersSecret()
  @ApiOkResponse({ standardSchema: recoveryCodes })
  async confirm(
    @Body({ schema: secondFactorCode }) { code }: SecondFactorCode,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<RecoveryCodes> {
    await this.guessed(account, request, await this.factors.use(of(account), code), 'session.code_wrong');
    return { codes: await this.factors.newCodes(of(account)) };
  }

  @Post('session/second-factor/removal')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @Body({ schema: secondFactorCode }) { code }: SecondFactorCode,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<void> {
    await this.guessed(account, request, await this.factors.use(of(account), code), 'session.code_wrong');
    await this.parts.credentials.setSecondFactor(of(account), null, account.id);
  }

  /** Counts a wrong password or code of somebody who is logged in like one of a log-in. @throws ProblemError */
  private async guessed(
    { email }: Account,
    request: Request,
    right: boolean,
    refusal: 'session.wrong' | 'session.code_wrong',
  ): Promise<void> {
    const attempt = { email: `own:${email}`, address: request.ip ?? '' };
    if (await this.limits.tooMany(attempt)) throw new ProblemError('session.too_many');
    if (right) return;
    await this.limits.failed(attempt);
    throw new ProblemError(refusal);
  }
}

function of({ providerId, id: accountId }: Account): AccountOf {
  return { providerId, accountId };
}
