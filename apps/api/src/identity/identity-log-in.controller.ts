import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { identityStartQuery } from '#contracts';
import { For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { openSession } from '../session/open-session.js';
import { cookieOf } from '../session/session-cookie.js';
import { ATTEMPT_MINUTES, CALLBACK, IdentityLogIn } from './identity-log-in.js';

const COOKIE = 'apgaita_organisation';

/** Logging in at one's organisation. Both answers lead a browser on; what failed is told by the page it lands on. */
@ApiTags('session')
@For('everybody')
@Controller('api/v1/session/organisation')
export class IdentityLogInController {
  private readonly logIn: IdentityLogIn;

  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {
    this.logIn = new IdentityLogIn(parts);
  }

  /** Leads to the log-in of the organisation whose domain it is. */
  @Get()
  @ShowsNobody()
  @ApiFoundResponse()
  async begin(
    @Query({ schema: identityStartQuery }) { domain }: z.output<typeof identityStartQuery>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const provider = await this.parts.identities.ofDomain(domain);
    if (provider === null) return this.back(response, 'unknown');
    const redirectUri = `${request.protocol}://${request.get('host')}${CALLBACK}`;
    const begun = await this.logIn.begin(provider, redirectUri).catch((error: unknown) => this.noted(error));
    if (begun === null) return this.back(response, 'away');
    // The organisation's server sends the browser back from another site, so that a strict cookie would stay behind.
    const secure = this.parts.settings.cookieSecure;
    const maxAge = ATTEMPT_MINUTES * 60_000;
    response.cookie(COOKIE, begun.sealed, { httpOnly: true, sameSite: 'lax', secure, path: CALLBACK, maxAge });
    response.redirect(begun.url.href);
  }

  /** Where the organisation sends the browser back to. */
  @Get('callback')
  @ShowsNobody()
  @ApiFoundResponse()
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.clearCookie(COOKIE, { path: CALLBACK });
    const begun = this.logIn.opened(cookieOf(request, COOKIE));
    const provider = begun && (await this.parts.identities.ofDomain(begun.domain));
    if (!begun || !provider) return this.back(response, 'late');
    const query = request.originalUrl.split('?', 2)[1] ?? '';
    const identity = await this.logIn.finish(provider, begun, query).catch((error: unknown) => this.noted(error));
    if (identity === null) return this.back(response, 'refused');
    const account = await this.parts.identities.accountOf(provider.providerId, identity);
    if (account === null) return this.back(response, 'nobody');
    await openSession(this.parts, account.id, { request, response });
    response.redirect('/');
  }

  private back(response: Response, why: 'unknown' | 'away' | 'late' | 'refused' | 'nobody'): void {
    response.redirect(`/?organisation=${why}`);
  }

  /** What went wrong with somebody else's server is theirs to know: the code, never the address or the claims. */
  private noted(error: unknown): null {
    const { code, name } = error as { readonly code?: string; readonly name?: string };
    this.parts.logger.warn({ code: code ?? name }, 'log-in at an organisation failed');
    return null;
  }
}
