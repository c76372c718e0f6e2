import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { becomeProvider } from '#persistence';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { tokenHash, tokenOf } from '../session/session-cookie.js';
import { type Callers, FOR, type RequestOfAccount } from './for.js';
import { roleOf } from './roles.js';

/** Lets a request pass when its session lasts and its role may call the route; what declares nothing is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(API_PARTS) private readonly parts: ApiParts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const callers: readonly string[] =
      this.reflector.getAllAndOverride<Callers | undefined>(FOR, [context.getHandler(), context.getClass()]) ?? [];
    if (callers.includes('everybody')) return true;
    const request = context.switchToHttp().getRequest<RequestOfAccount>();
    const token = tokenOf(request);
    const account = token === null ? null : await this.parts.accounts.findSession(tokenHash(token));
    if (!account) throw new ProblemError('session.missing');
    if (!callers.includes(roleOf(account))) throw new ProblemError('session.role');
    request.account = account;
    // From here on the database shows this provider's rows, whatever the route asks for.
    becomeProvider(account.providerId);
    return true;
  }
}
