import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { asSeen, ChangedSince } from '#persistence';
import type { Account } from '#planning';
import type { RequestOfAccount } from '../access/for.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { ProblemError } from './problem.js';

const SETTINGS = 'apgaita:settings';

/** Of a route that changes what several people can hold: `If-Match` must name the state they have seen. */
export const DemandsSeen = () =>
  ApiHeader({
    ...{ name: 'If-Match', required: true, schema: { type: 'string' } },
    description: 'The state it was read in, in quotes; `*` overwrites whatever is there.',
  });

/**
 * What `If-Match` says that somebody has seen: a revision, or an id, in quotes. Null for `*`: they overwrite.
 * @throws ProblemError `request.unseen` when it does not say
 */
export function seenBy(request: Request): string | null {
  const seen = request.get('if-match')?.trim();
  if (seen === undefined || seen === '') throw new ProblemError('request.unseen');
  return seen === '*' ? null : seen.replace(/^(?:W\/)?"|"$/g, '');
}

/** Reads come with the revision of the settings as their ETag, changes are made only of the one that `If-Match` names. */
@Injectable()
class SettingsAsSeen implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(API_PARTS) private readonly parts: ApiParts,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<RequestOfAccount>(), http.getResponse<Response>()];
    const { providerId } = request.account as Account;
    const what = this.reflector.get<string>(SETTINGS, context.getHandler());
    const work = (): Promise<unknown> => lastValueFrom(next.handle() as Observable<unknown>, { defaultValue: undefined });
    const present = (): Promise<number> => this.parts.settingsRevisions.read(providerId, what);
    if (request.method === 'GET') {
      // Before the settings themselves: a change in between is then refused, never overlooked.
      response.setHeader('etag', `"${await present()}"`);
      return of(await work());
    }
    const seen = seenBy(request);
    const revision = seen === null ? null : /^\d{1,9}$/.test(seen) ? Number(seen) : -1;
    try {
      const [answer, made] = await asSeen({ providerId, what, revision }, work);
      response.setHeader('etag', `"${made ?? revision ?? (await present())}"`);
      return of(answer);
    } catch (error) {
      throw error instanceof ChangedSince ? new ProblemError('request.changed') : error;
    }
  }
}

const asSettings = (what: string) => applyDecorators(SetMetadata(SETTINGS, what), UseInterceptors(SettingsAsSeen));

/** Of a route that answers with settings: their revision comes as its ETag. */
export const ReadsSettings = (what: string) => asSettings(what);

/** Of a route that changes settings: made only of the revision that `If-Match` names. */
export const ChangesSettings = (what: string) => applyDecorators(asSettings(what), DemandsSeen());
