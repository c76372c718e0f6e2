import { createHash, randomUUID } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Inject,
  Injectable,
  type NestInterceptor,
  RequestMethod,
  SetMetadata,
  type Type,
} from '@nestjs/common';
import { INTERCEPTORS_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { asKeyedWrite } from '#persistence';
import type { KeyedRequest } from '#planning';
import type { RequestOfAccount } from '../access/for.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';

const ANSWERS_SECRET = 'apgaita:answers-secret';

/** Of a write: its answer is shown once and kept nowhere; sent again under its key it is refused as done. */
export const AnswersSecret = () => SetMetadata(ANSWERS_SECRET, true);

/** Hours a key is known for. */
const KEY_HOURS = 24;
const KEY = /^[\w.:-]{8,100}$/;

/**
 * A write that carries `Idempotency-Key` is done once: sent again by the same caller within a day it gets the same answer.
 * One that is refused lets go of its key. The transaction that does the write says so in the same commit (`asKeyedWrite`). Keys count for the caller alone; writes without one are done as often as they come.
 */
@Injectable()
export class KeyedWrites implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(API_PARTS) private readonly parts: ApiParts,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = this.keyed(http.getRequest<RequestOfAccount>());
    if (request === null) return next.handle();
    const secret =
      this.reflector.getAllAndOverride<boolean | undefined>(ANSWERS_SECRET, [context.getHandler(), context.getClass()]) ?? false;
    const now = this.parts.now();
    const known = await this.parts.keyedAnswers.begin(request, now, new Date(now.getTime() - KEY_HOURS * 3600_000));
    if (known.state === 'other_request') throw new ProblemError('idempotency.other_request');
    if (known.state === 'at_work') throw new ProblemError('idempotency.at_work');
    if (known.state === 'done' || (known.state === 'answered' && secret)) throw new ProblemError('idempotency.done');
    const response = http.getResponse<Response>();
    if (known.state === 'answered') {
      response.setHeader('idempotency-replayed', 'true');
      return of(known.body === null ? undefined : (JSON.parse(known.body) as unknown));
    }
    return of(await this.answer(request, { response, next, secret }));
  }

  private async answer(
    request: KeyedRequest,
    { response, next, secret }: { readonly response: Response; readonly next: CallHandler; readonly secret: boolean },
  ): Promise<unknown> {
    let answer: unknown;
    try {
      answer = await asKeyedWrite(request, () =>
        lastValueFrom(next.handle() as Observable<unknown>, { defaultValue: undefined }),
      );
    } catch (error) {
      // A refusal is known; what broke may have been done all the same, which the commit itself knows.
      const refused = error instanceof HttpException && error.getStatus() < 500;
      await this.parts.keyedAnswers.forget(request, !refused).catch(() => undefined);
      throw error;
    }
    const body = answer === undefined || secret ? null : JSON.stringify(answer);
    await this.parts.keyedAnswers.keep(request, response.statusCode, body);
    return answer;
  }

  private keyed(request: RequestOfAccount): KeyedRequest | null {
    const key = request.get('idempotency-key');
    const { account } = request;
    if (key === undefined || account === undefined) return null;
    // An import reads its own body; importing again changes nothing.
    if (request.body === undefined && request.get('content-type') !== undefined) return null;
    if (!KEY.test(key)) throw new ProblemError('request.invalid', [malformed()]);
    const { providerId, id: callerId } = account;
    return { providerId, callerId, key, requestHash: hashOf(request), claim: randomUUID() };
  }
}

/**
 * The same controllers, whose writes take keys. Reads have no interceptor: a stream of events that is refused must be
 * refused before it begins.
 */
export function takeKeys(controllers: Type[]): Type[] {
  for (const { prototype } of controllers as { prototype: Record<string, object> }[]) {
    for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
      const handler = prototype[name];
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      const known = (Reflect.getMetadata(INTERCEPTORS_METADATA, handler) ?? []) as unknown[];
      if (method === undefined || method === RequestMethod.GET || known.includes(KeyedWrites)) continue;
      Reflect.defineMetadata(INTERCEPTORS_METADATA, [KeyedWrites, ...known], handler);
    }
  }
  return controllers;
}

function hashOf(request: Request): string {
  // Passwords and codes: a plain hash of them, kept for a day, would be there for guessing.
  const body: unknown = request.path.startsWith('/api/v1/session/') ? null : request.body;
  return createHash('sha256')
    .update(`${request.method} ${request.originalUrl}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');
}

function malformed() {
  return {
    code: 'request.invalid',
    path: 'Idempotency-Key',
    allowed: '8 to 100 letters, digits and . : _ -, as in a UUID',
    message: 'Correct this value and send the request again.',
  };
}
