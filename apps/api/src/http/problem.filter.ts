import { type ArgumentsHost, BadRequestException, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from '#observability';
import { isDatabaseAway } from '#persistence';
import { PROBLEMS, ProblemError, problemBody, type ProblemCode, refuseAsUnavailable } from './problem.js';

/** Answers every error as problem+json; only bugs are logged, without what was sent. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const body = this.bodyOf(error);
    if (body.status >= 500 && !response.req.socket.destroyed) this.logger.error({ err: error }, 'request failed');
    if (response.headersSent) return void response.end();
    if (body.status === PROBLEMS['request.unavailable'].status) return refuseAsUnavailable(response);
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
  }

  private bodyOf(error: unknown) {
    if (error instanceof ProblemError) return problemBody(error.code, error.issues);
    if (isDatabaseAway(error)) return problemBody('request.unavailable');
    const status = statusOf(error);
    return problemBody(codeOf(status, error), [], status);
  }
}

/** The framework's exceptions and the body parser's errors carry a status; everything else is ours. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function codeOf(status: number, error: unknown): ProblemCode {
  if (status >= 500) return 'request.failed';
  // The framework passes on of the body parser's error only its words.
  if (error instanceof BadRequestException && error.message.includes('JSON')) return 'request.not_json';
  if (status === PROBLEMS['request.not_found'].status) return 'request.not_found';
  if (status === PROBLEMS['request.too_large'].status) return 'request.too_large';
  return 'request.refused';
}
