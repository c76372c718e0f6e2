import { findTask, patternDays, refusalsOf } from '#care';
import type { Issue, PatternOrder } from '#contracts';
import { earlierDay, laterDay } from '#time';
import { issueOf } from '../changes/change-issues.js';
import type { Recorder } from '../changes/change-ports.js';
import type { ClientStore } from './client-ports.js';

export type PatternOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'not_found' | 'stale' }
  | { readonly ok: false; readonly code: 'invalid'; readonly issues: readonly Issue[] };

/** Changes the visits of a pattern on one day or from a day on; everything wrong with the change comes back at once. */
export async function changePattern(
  clients: Pick<ClientStore, 'pattern' | 'changePattern'>,
  {
    providerId,
    pattern,
    order,
    by,
  }: { readonly providerId: string; readonly pattern: string; readonly order: PatternOrder; readonly by: Recorder },
): Promise<PatternOutcome> {
  const found = await clients.pattern(providerId, pattern);
  if (found === null) return { ok: false, code: 'not_found' };
  const issues = [...dayIssues(found.pattern, order, by.today), ...taskIssues(found, order)];
  if (issues.length > 0) return { ok: false, code: 'invalid', issues };
  const written = await clients.changePattern(providerId, pattern, order, by);
  return written === 'ok' ? { ok: true } : { ok: false, code: written };
}

type Found = NonNullable<Awaited<ReturnType<ClientStore['pattern']>>>;

/** What has been stays as it was; a change of one visit needs a visit on that day. */
function dayIssues(pattern: Found['pattern'], { from, scope }: PatternOrder, today: string): Issue[] {
  const first = laterDay(today, pattern.validFrom);
  if (from < first || earlierDay(from, pattern.validTo) !== from) {
    const allowed = `${first} to ${pattern.validTo ?? 'any later day'}`;
    return [issueOf({ code: 'date.order', path: 'from', value: from, allowed })];
  }
  if (scope !== 'this' || patternDays(pattern, from, from).length === 1) return [];
  return [issueOf({ code: 'pattern.days', path: 'from', value: from, allowed: 'a day on which the pattern has a visit' })];
}

function taskIssues({ pattern, granted }: Found, { content }: PatternOrder): Issue[] {
  const { tasks } = content;
  const known = tasks.filter((task) => findTask(task) !== undefined);
  const path = 'content.tasks';
  return [
    ...tasks
      .filter((task) => !known.includes(task))
      .map((value) => issueOf({ code: 'task.unknown', path, value, allowed: 'a code of the task catalogue' })),
    ...refusalsOf(pattern.profession, known).map(({ reason }) =>
      issueOf({ code: 'task.profession', path, value: pattern.profession, allowed: reason.en }),
    ),
    ...(granted === null ? [] : known.filter((task) => !granted.includes(task))).map((value) =>
      issueOf({ code: 'task.not_granted', path, value, allowed: (granted ?? []).join(', ') }),
    ),
  ];
}
