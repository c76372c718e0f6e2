import { createHash, randomBytes } from 'node:crypto';
import type { CookieOptions, Request } from 'express';
import type { ApiSettings } from '../parts.js';

const NAME = 'apgaita_session';

/** A new session's secret: 32 random bytes, of which storage keeps only the hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The session's token of a request; null when it brings none. */
export function tokenOf(request: Request): string | null {
  return cookieOf(request, NAME);
}

/** The value of a cookie of a request; null when it brings none of the name. */
export function cookieOf(request: Request, wanted: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === wanted && value) return value;
  }
  return null;
}

/** Name and properties of the cookie; scripts cannot read it and other sites cannot send it. */
export function sessionCookie({ cookieSecure }: ApiSettings): { readonly name: string; readonly options: CookieOptions } {
  return { name: NAME, options: { httpOnly: true, sameSite: 'strict', secure: cookieSecure, path: '/' } };
}
