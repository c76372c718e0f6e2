import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Account } from '#planning';
import type { Role } from './roles.js';

/** Metadata key of what {@link For} declares. */
export const FOR = 'apgaita:for';

/** Who may call a route: these roles, or everybody, also without logging in. */
export type Callers = readonly Role[] | readonly ['everybody'];

/**
 * Says who may call a route; on a controller, who may call those of its routes that say nothing themselves. A route for
 * which nothing is said keeps the API from starting.
 */
export const For = (...callers: Callers) => SetMetadata(FOR, callers);

/** A request whose account the guard has found. */
export type RequestOfAccount = Request & { account?: Account };

/** The account behind the request: its id, provider, role, staff member and professions; the guard has put it there. */
export const CurrentAccount = createParamDecorator((_: unknown, context: ExecutionContext): Account => {
  const { account } = context.switchToHttp().getRequest<RequestOfAccount>();
  if (!account) throw new Error('a route open to everybody asks for the account');
  return account;
});
