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

/**
 * What `If-Match` says that somebody has seen: a revision, or an id, in quotes. Null: they do not say, and overwrite.
 */
export function seenBy(request: Request): string | null {
  const seen = request.get('if-match')?.trim();
  return seen === undefined || seen === '*' ? null : seen.replace(/^"|"$/g, '');
}
