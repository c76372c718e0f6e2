import { HttpException } from '@nestjs/common';
import type { Response } from 'express';
import type { ErrorCode, Issue, Problem } from '#contracts';

/** Every problem the API answers with, by stable code. */
export const PROBLEMS = {
  'request.invalid': { status: 400, title: 'The request is not as it should be.' },
  'request.not_json': { status: 400, title: 'The body is not JSON.' },
  'session.missing': { status: 401, title: 'Log in first.' },
  'session.wrong': { status: 401, title: 'E-mail or password is wrong.' },
  'session.too_many': { status: 429, title: 'Too many attempts have failed. Wait a quarter of an hour.' },
  'session.code_needed': { status: 401, title: 'The code of the second factor is needed as well.' },
  'session.code_wrong': { status: 401, title: 'The code is wrong or was used already.' },
  'password.link': { status: 410, title: 'The link was used, replaced or has run out.' },
  'account.taken': { status: 409, title: 'This e-mail address has an account already.' },
  'session.token': { status: 401, title: 'The token is unknown, was revoked or has run out.' },
  'session.scope': { status: 403, title: 'The token does not allow that.' },
  'idempotency.at_work': { status: 409, title: 'The same request is at work, or was cut off.' },
  'idempotency.done': { status: 409, title: 'The same request was done; its answer is lost.' },
  'idempotency.other_request': { status: 422, title: 'The key belongs to another request.' },
  'request.unseen': { status: 428, title: 'Say which state you have seen.' },
  'request.changed': { status: 412, title: 'Somebody has changed it since.' },
  'emergency.several': { status: 409, title: 'Several clients bear this name.' },
  'client.kept': { status: 409, title: 'The data must still be kept.' },
  'identity.domain_taken': { status: 409, title: 'The domain is another provider’s.' },
  'account.own': { status: 409, title: 'Nobody changes the role or lock of their own account.' },
  'account.changed': { status: 409, title: 'Somebody has changed the account since.' },
  'factor.no_key': { status: 409, title: 'This server has no key to seal the secret with.' },
  'session.role': { status: 403, title: 'This account may not do that.' },
  'request.foreign_origin': { status: 403, title: 'The request comes from another site.' },
  'request.not_found': { status: 404, title: 'There is no such thing here.' },
  'plan.not_a_draft': { status: 409, title: 'Only a draft can be published.' },
  'plan.finished': { status: 409, title: 'The search has ended already.' },
  'plan.overlap': { status: 409, title: 'Somebody would be in two places at once.' },
  'proposal.stale': { status: 409, title: 'The proposal has changed since.' },
  'client.stale': { status: 409, title: 'Somebody else has changed it in the meantime.' },
  'edit.conflict': { status: 409, title: 'Somebody else has edited the plan in the meantime.' },
  'edit.not_a_draft': { status: 409, title: 'Only a draft can be edited.' },
  'edit.nothing_to_turn': { status: 409, title: 'There is nothing to take back or to do again.' },
  'edit.of_somebody_else': { status: 409, title: 'The last edit is a colleague’s.' },
  'edit.refused': { status: 422, title: 'A hard rule stands against it.' },
  'edit.reason_needed': { status: 422, title: 'It sets a wish aside: say why.' },
  'plan.working_time': { status: 409, title: 'The plan would break the law of working time.' },
  'work.already_done': { status: 409, title: 'Somebody has done it already.' },
  'work.no_such_owner': { status: 422, title: 'Nobody here logs in with that e-mail.' },
  'request.too_large': { status: 413, title: 'The body is too large.' },
  'import.invalid': { status: 422, title: 'The file was not imported: some rows are not as they should be.' },
  'request.refused': { status: 400, title: 'The request cannot be answered.' },
  'request.unavailable': { status: 503, title: 'The request cannot be served just now.' },
  'request.failed': { status: 500, title: 'Something went wrong on our side.' },
} as const satisfies Partial<Record<ErrorCode, { readonly status: number; readonly title: string }>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An expected refusal on its way out; the filter turns it into problem+json. */
export class ProblemError extends HttpException {
  constructor(
    readonly code: ProblemCode,
    readonly issues: readonly Issue[] = [],
  ) {
    super(PROBLEMS[code].title, PROBLEMS[code].status);
  }
}

/** RFC 9457 body; `status` overrides the code's own for refusals of the framework (405, 415 ...). */
export function problemBody(code: ProblemCode, issues: readonly Issue[] = [], status: number = PROBLEMS[code].status): Problem {
  return { type: `urn:apgaita:problem:${code}`, title: PROBLEMS[code].title, status, code, issues: [...issues] };
}

/** Seconds after which to ask again: about what a restart of the database takes. */
const RETRY_AFTER = 2;

/** Answers that nothing can be done just now, and when to ask again. */
export function refuseAsUnavailable(response: Response): void {
  const body = problemBody('request.unavailable');
  response.set('retry-after', String(RETRY_AFTER));
  response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
}
