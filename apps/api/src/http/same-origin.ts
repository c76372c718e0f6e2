import type { NextFunction, Request, Response } from 'express';
import { problemBody } from './problem.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site makes a browser send. Browsers name where a
 * request comes from; programs that name nothing carry no cookie of a person's
 * browser either and pass.
 */
export function sameOriginOnly(request: Request, response: Response, next: NextFunction): void {
  if (READING.has(request.method) || isOwn(request)) return next();
  const body = problemBody('request.foreign_origin');
  response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
}

function isOwn(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}
