import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { hash, verify } from 'argon2';
import type { Request, Response } from 'express';
import { type LogIn, logIn, type SessionView, sessionView } from '#contracts';
import type { Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ROLES } from '../access/roles.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { newToken, sessionCookie, tokenHash, tokenOf } from './session-cookie.js';

const DAY_MS = 24 * 3600 * 1000;

/** Logging in, who is logged in, logging out. */
@ApiTags('session')
@Controller('api/v1/session')
@For(...ROLES)
export class SessionController {
  /** Verified in place of an unknown account's, so that both answers take as long. */
  private readonly nobody = hash(newToken());

  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post()
  @HttpCode(200)
  @For('everybody')
  @ApiOkResponse({ standardSchema: sessionView })
  async open(@Body({ schema: logIn }) body: LogIn, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const account = await this.parts.accounts.findByEmail(body.email.toLowerCase());
    const right = await verify(account?.passwordHash ?? (await this.nobody), body.password);
    if (!account || !right) throw new ProblemError('session.wrong');
    const token = newToken();
    const lifeMs = this.parts.settings.sessionDays * DAY_MS;
    await this.parts.accounts.openSession(account.id, tokenHash(token), new Date(Date.now() + lifeMs));
    const cookie = sessionCookie(this.parts.settings);
    response.cookie(cookie.name, token, { ...cookie.options, maxAge: lifeMs });
    return viewOf(account);
  }

  @Get()
  @ApiOkResponse({ standardSchema: sessionView })
  current(@CurrentAccount() account: Account): SessionView {
    return viewOf(account);
  }

  @Delete()
  @HttpCode(204)
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
