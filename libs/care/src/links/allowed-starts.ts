import type { TaskRule } from '../model.js';
import type { Span } from './spans.js';
import type { TaskRun } from './task-runs.js';

/** "Together" means that two tasks start within ten minutes of each other. */
export const TOGETHER_SECONDS = 600;

/**
 * The differences `start of b's visit - start of a's visit`, in seconds, that
 * keep a rule between one run of its task a and one of its task b. The bounds
 * follow the kinds as {@link TaskRuleKind} words them; gaps run from a's end to
 * b's start.
 */
export function allowedStarts(rule: TaskRule, a: TaskRun, b: TaskRun): readonly Span[] {
  const shortest = (rule.minGap ?? 0) * 60;
  const longest = rule.maxGap === null ? Infinity : rule.maxGap * 60;
  switch (rule.kind) {
    case 'conflict':
    case 'separate':
      return eitherWay(a, b, 0, Infinity);
    case 'must_overlap':
    case 'should_overlap':
      return [{ min: a.start - b.start - TOGETHER_SECONDS, max: a.start - b.start + TOGETHER_SECONDS }];
    case 'precede':
    case 'requires_after':
      return [{ min: a.end + shortest - b.start, max: a.end + longest - b.start }];
    case 'forbid_order':
      return [{ min: -Infinity, max: a.start - b.start }];
    case 'min_gap':
      if (rule.a === rule.b) return eitherWay(a, b, shortest, longest);
      return [
        { min: -Infinity, max: a.start - b.start - 1 },
        { min: a.end + shortest - b.start, max: Infinity },
      ];
    case 'min_gap_sym':
      return eitherWay(a, b, shortest, Infinity);
    case 'max_gap':
      return [{ min: a.start - longest - b.end, max: a.end + longest - b.start }];
    default:
      throw new RangeError(`rule ${rule.id} of kind '${rule.kind}' is not about the times of two tasks`);
  }
}

/** One after the other, in either order, with a pause between the two bounds. */
function eitherWay(a: TaskRun, b: TaskRun, shortest: number, longest: number): readonly Span[] {
  return [
    { min: a.start - longest - b.end, max: a.start - shortest - b.end },
    { min: a.end + shortest - b.start, max: a.end + longest - b.start },
  ];
}
