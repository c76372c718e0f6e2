import type { Request } from 'express';
import { ProblemError } from './problem.js';

/**
 * Refuses a change made of something that somebody has changed since it was read: `If-Match` names the ETag it came with.
 * Whoever sends none overwrites. @throws ProblemError `request.changed`
 */
export function demandUnchanged(request: Request, current: object): void {
  const seen = request.get('if-match');
  if (seen === undefined || seen.trim() === '*') return;
  const etagOf = request.app.get('etag fn') as (body: string, encoding: string) => string;
  const present = etagOf(JSON.stringify(current), 'utf8');
  if (!seen.split(',').some((one) => one.trim() === present)) throw new ProblemError('request.changed');
}
