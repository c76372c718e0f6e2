import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Account } from '#planning';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { tokenHash, tokenOf } from './session-cookie.js';

const ACCESS = 'access';

/** Opens a route to everybody, or to every account whatever its role, or only to those who manage; without it a route is the planning office's. */
export const Access = (to: 'everybody' | 'everyAccount' | 'managers') => SetMetadata(ACCESS, to);

type WithAccount = Request & { account?: Account };

/** The account behind the request; the guard has put it there. */
export const CurrentAccount = createParamDecorator((_: unknown, context: ExecutionContext): Account => {
  const { account } = context.switchToHttp().getRequest<WithAccount>();
  if (!account) throw new Error('a route open to everybody asks for the account');
  return account;
});

/** Lets a request pass when its session and role may use the route; routes are closed unless they say otherwise. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(API_PARTS) private readonly parts: ApiParts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<string | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (access === 'everybody') return true;
    const request = context.switchToHttp().getRequest<WithAccount>();
    const token = tokenOf(request);
    const account = token ? await this.parts.accounts.findSession(tokenHash(token)) : null;
    if (!account) throw new ProblemError('session.missing');
    if (access !== 'everyAccount' && account.role === 'staff') throw new ProblemError('session.role');
    if (access === 'managers' && account.role === 'coordinator') throw new ProblemError('session.role');
    request.account = account;
    return true;
  }
}
