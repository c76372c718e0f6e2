import type { Request, Response } from 'express';
import type { ApiParts } from '../parts.js';
import { newToken, sessionCookie, tokenHash } from './session-cookie.js';

const DAY_MS = 24 * 3600 * 1000;
/** Of how a browser names itself. */
const LONGEST_DEVICE = 200;

/** Opens a session for the browser of a request and gives it the cookie. */
export async function openSession(
  { accounts, settings }: Pick<ApiParts, 'accounts' | 'settings'>,
  accountId: string,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const token = newToken();
  const lifeMs = settings.sessionDays * DAY_MS;
  const device = (request.get('user-agent') ?? '').slice(0, LONGEST_DEVICE);
  await accounts.openSession(accountId, { tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + lifeMs), device });
  const cookie = sessionCookie(settings);
  response.cookie(cookie.name, token, { ...cookie.options, maxAge: lifeMs });
}
