import { SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { ProgramScope } from '#contracts';

/** Metadata key of {@link Scope}. */
export const SCOPE = 'apgaita:scope';

/** What a program's token must allow for the route; `any` token will do where programs learn who they are. */
export const Scope = (scope: ProgramScope | 'any') => SetMetadata(SCOPE, scope);

/** The token of a program, sent as `Authorization: Bearer`; null where the request brings none. */
export function bearerOf(request: Request): string | null {
  return /^Bearer ([\w-]{20,200})$/i.exec(request.get('authorization') ?? '')?.[1] ?? null;
}
