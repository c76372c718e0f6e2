import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { hash, verify } from 'argon2';
import type { Request, Response } from 'express';
import { type LogIn, logIn, type SessionView, sessionView } from '#contracts';
import type { Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { Scope } from '../access/programs.js';
import { ShowsNobody } from '../access/looks.js';
import { ROLES } from '../access/roles.js';
import { ProblemError, type ProblemCode } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { LogInLimits } from './log-in-limits.js';
import { openSession } from './open-session.js';
import { newToken, sessionCookie, tokenHash, tokenOf } from './session-cookie.js';
import { SecondFactors } from './second-factor.js';

/** Logging in, who is logged in, logging out. */
@ApiTags('session')
@Controller('api/v1/session')
@For(...ROLES)
@Scope('any')
export class SessionController {
  /** Verified in place of an unknown account's, so that both answers take as long. */
  private readonly nobody = hash(newToken());

  private readonly limits: LogInLimits;
  private readonly factors: SecondFactors;

  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {
    this.limits = new LogInLimits(parts.queue.counts);
    this.factors = new SecondFactors(parts);
  }

  @Post()
  @HttpCode(200)
  @For('everybody')
  @ApiOkResponse({ standardSchema: sessionView })
  async open(
    @Body({ schema: logIn }) { email, password, code }: LogIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const attempt = { email: email.toLowerCase(), address: request.ip ?? '' };
    if (await this.limits.tooMany(attempt)) throw new ProblemError('session.too_many');
    const account = await this.parts.accounts.findByEmail(attempt.email);
    const right = await verify(account?.passwordHash ?? (await this.nobody), password);
    const refusal =
      !account || !right || account.locked || this.isNoPerson(account) ? 'session.wrong' : await this.codeFault(account, code);
    // Who gives the right password and no code yet has guessed nothing.
    if (refusal !== null && refusal !== 'session.code_needed') await this.limits.failed(attempt);
    if (refusal !== null || !account) throw new ProblemError(refusal ?? 'session.wrong');
    await this.limits.succeeded(attempt);
    await openSession(this.parts, account.id, { request, response });
    return viewOf(account);
  }

  private async codeFault({ providerId, id: accountId }: Account, code: string | undefined): Promise<ProblemCode | null> {
    const account = { providerId, accountId };
    const factor = await this.parts.credentials.secondFactor(account);
    if (!factor?.confirmed) return null;
    if (code === undefined) return 'session.code_needed';
    return (await this.factors.use(account, code)) ? null : 'session.code_wrong';
  }

  /** Programs come with a token; the demo's people were made by a trial of the program, and their passwords lie in a file. */
  private isNoPerson({ email, role }: Account): boolean {
    return role === 'integration' || (email.endsWith('@demo.example') && this.parts.settings.demoAccounts !== true);
  }

  @Get()
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: sessionView })
  current(@CurrentAccount() account: Account): SessionView {
    return viewOf(account);
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.parts.accounts.closeSession(tokenHash(token));
    const cookie = sessionCookie(this.parts.settings);
    response.clearCookie(cookie.name, cookie.options);
  }
}

function viewOf({ email, role, providerName, language }: Account): SessionView {
  return { email, role, providerName, language };
}
