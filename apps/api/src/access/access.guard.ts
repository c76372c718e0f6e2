import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { becomeProvider } from '#persistence';
import type { Account } from '#planning';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { tokenHash, tokenOf } from '../session/session-cookie.js';
import { type Callers, FOR, type RequestOfAccount } from './for.js';
import { bearerOf, SCOPE } from './programs.js';
import { Looks, SHOWS_NOBODY } from './looks.js';
import { roleOf } from './roles.js';

/** Lets a request pass when its session lasts and its role may call the route; what declares nothing is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly looks: Looks;

  constructor(
    private readonly reflector: Reflector,
    @Inject(API_PARTS) private readonly parts: ApiParts,
  ) {
    this.looks = new Looks(parts.trail, parts.now);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const callers: readonly string[] =
      this.reflector.getAllAndOverride<Callers | undefined>(FOR, [context.getHandler(), context.getClass()]) ?? [];
    if (callers.includes('everybody')) return true;
    const request = context.switchToHttp().getRequest<RequestOfAccount>();
    const { account, scopes } = await this.callerOf(request);
    // Whoever has given up meanwhile asks again: what nobody waits for need not be done.
    if (request.socket.destroyed) throw new ProblemError('request.unavailable');
    if (!callers.includes(roleOf(account))) throw new ProblemError('session.role');
    if (scopes !== null) this.demandScope(context, scopes);
    request.account = account;
    // From here on the database shows this provider's rows, whatever the route asks for.
    becomeProvider(account.providerId);
    if (request.method === 'GET') await this.enterLook(context, account, request);
    return true;
  }

  /** A person by the cookie, or a program by its token; whoever sends a token is a program, whatever cookie comes along. */
  private async callerOf(request: Request): Promise<{ readonly account: Account; readonly scopes: readonly string[] | null }> {
    const { programTokens, accounts, now } = this.parts;
    if (request.get('authorization') !== undefined) {
      const bearer = bearerOf(request);
      const program = bearer === null ? null : await programTokens.find(tokenHash(bearer), now());
      if (program === null) throw new ProblemError('session.token');
      return program;
    }
    const token = tokenOf(request);
    const account = token === null ? null : await accounts.findSession(tokenHash(token));
    if (!account) throw new ProblemError('session.missing');
    return { account, scopes: null };
  }

  private demandScope(context: ExecutionContext, scopes: readonly string[]): void {
    const wanted = this.reflector.getAllAndOverride<string | undefined>(SCOPE, [context.getHandler(), context.getClass()]);
    if (wanted === undefined || (wanted !== 'any' && !scopes.includes(wanted))) throw new ProblemError('session.scope');
  }

  private async enterLook(context: ExecutionContext, account: Account, request: Request): Promise<void> {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(SHOWS_NOBODY, [handler, controller])) return;
    await this.looks.enter(account, request, `${controller.name}.${handler.name}`);
  }
}
