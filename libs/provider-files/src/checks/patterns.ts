import type { Check, CheckedRow, Context } from './context.js';

type Pattern = CheckedRow<'patterns'>;

/** Days, windows, pause and owner of every visit pattern. */
export const soundPatterns: Check = (context) => {
  for (const pattern of context.rows('patterns')) {
    checkDays(context, pattern);
    checkWindows(context, pattern);
    checkPause(context, pattern);
    checkOwner(context, pattern);
  }
};

function checkDays(context: Context, pattern: Pattern): void {
  const { weekdays, timesPerWeek, minDaysBetween, everyWeeks } = pattern.values;
  const { raw } = pattern.row;
  const hasTimes = raw['timesPerWeek'] !== undefined && raw['timesPerWeek'] !== null;
  // A field with an issue of its own is there all the same.
  const hasDays = weekdays === undefined ? true : weekdays.length > 0;
  if (hasDays === hasTimes) {
    const detail = hasDays ? 'It has both.' : 'It has neither.';
    context.issue('pattern.days', pattern, 'weekdays', { allowed: 'weekdays or timesPerWeek, exactly one', detail });
  }
  if (timesPerWeek === undefined || minDaysBetween === undefined || everyWeeks === undefined) return;
  const most = mostVisits(minDaysBetween, everyWeeks);
  if (timesPerWeek <= most) return;
  const allowed = `at most ${most} times a week with ${minDaysBetween} days between`;
  context.issue('pattern.spacing', pattern, 'timesPerWeek', { allowed });
}

/**
 * Most visits of a week whose dates differ by at least `days`: the last at most six days after the first, and
 * when every week has visits, the first of the next week `days` after the last of this one.
 */
function mostVisits(days: number, everyWeeks: number): number {
  return everyWeeks === 1 ? Math.floor(7 / days) : Math.floor(6 / days) + 1;
}

function checkWindows(context: Context, pattern: Pattern): void {
  for (const { from, to } of pattern.values.windows ?? []) {
    if (from === '24:00') {
      context.issue('time.start_at_24', pattern, 'windows', { allowed: 'beginnings from 00:00 to 23:59' });
    } else if (to < from) {
      context.issue('time.order', pattern, 'windows', {
        allowed: 'windows that end when they begin or later',
        detail: `${from}-${to}.`,
      });
    }
  }
}

function checkPause(context: Context, pattern: Pattern): void {
  if (pattern.values.pausedTo === undefined || (pattern.row.raw['pausedFrom'] ?? undefined) !== undefined) return;
  context.issue('pattern.pause', pattern, 'pausedFrom', { allowed: 'a first day of the pause' });
}

/** A pattern belongs to a decision, an episode, or neither (private), and to the client of it. */
function checkOwner(context: Context, pattern: Pattern): void {
  const { client, decision, episode } = pattern.values;
  if (decision !== undefined && episode !== undefined) {
    return context.issue('pattern.owner', pattern, 'decision', { allowed: 'a decision or an episode, not both' });
  }
  const granted = decision === undefined ? undefined : context.byId('decisions').get(decision)?.values.client;
  if (context.differ(client, granted)) {
    context.issue('reference.other_client', pattern, 'decision', { allowed: `a decision of client ${client}` });
  }
  const referral = episode === undefined ? undefined : context.byId('episodes').get(episode)?.values.referral;
  const referred = referral === undefined ? undefined : context.byId('referrals').get(referral)?.values.client;
  if (context.differ(client, referred)) {
    context.issue('reference.other_client', pattern, 'episode', { allowed: `an episode of client ${client}` });
  }
}
