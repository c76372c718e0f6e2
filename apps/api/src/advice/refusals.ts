import type { Issue } from '#contracts';
import type { EditOutcome, PlanEditStore } from '#planning';
import { ProblemError } from '../http/problem.js';

/** Moves that name what the plan does not have, as issues. */
export function moveIssues(issues: readonly { readonly code: string; readonly path: string }[]): Issue[] {
  return issues.map(({ code, path }) => ({
    ...{ code: 'move.unknown', path, value: code },
    allowed: 'a visit, part, shift and place that the plan has',
    message: 'Read the plan again: what the move names is not in it.',
  }));
}

/** An edit that was not stored, as the problem to answer with; a conflict names what was changed and by whom. */
export async function editRefusal(
  edits: PlanEditStore,
  providerId: string,
  outcome: Exclude<EditOutcome, { status: 'stored' }>,
): Promise<ProblemError> {
  if (outcome.status === 'unknown') return new ProblemError('request.invalid', moveIssues(outcome.issues));
  if (outcome.status === 'not_a_draft') return new ProblemError('edit.not_a_draft');
  if (outcome.status === 'nothing') {
    return new ProblemError(outcome.by === null ? 'edit.nothing_to_turn' : 'edit.of_somebody_else');
  }
  if (outcome.status === 'edited') {
    const people = await edits.people(providerId, [...new Set(outcome.since.map(({ actor }) => actor))]);
    const issues = outcome.since.flatMap(({ kind, actor, visits }) =>
      visits.map((visit) => ({
        ...{ code: 'edit.since', path: visit, value: `${kind} ${people.get(actor) ?? ''}`.trim() },
        allowed: 'the plan as you have seen it',
        message: 'Look at the plan as it is now, then do it again if it still makes sense.',
      })),
    );
    return new ProblemError('edit.conflict', issues);
  }
  const reason = outcome.status === 'reason_needed';
  const issues = outcome.codes.map((code) => ({
    ...{ code: reason ? 'move.wish' : 'move.rule', path: 'moves', value: code },
    allowed: reason ? 'with a reason' : 'never',
    message: reason ? 'Say why this wish is set aside.' : 'Choose another person or time.',
  }));
  return new ProblemError(reason ? 'edit.reason_needed' : 'edit.refused', issues);
}
