import type { TaskRule } from '../model.js';

const SEVERITY: Readonly<Record<TaskRule['severity'], number>> = { hard: 0, soft: 1, default: 2 };
const CONFIDENCE: Readonly<Record<TaskRule['confidence'], number>> = { high: 0, medium: 1, low: 2, default: 3 };

/**
 * Sorts the most binding rule first (negative when `a` binds more): hard before
 * soft before a pair's default, surer before less sure. A default forbids like a
 * hard rule, but says least, so it is named last.
 */
export function compareBinding(a: TaskRule, b: TaskRule): number {
  return SEVERITY[a.severity] - SEVERITY[b.severity] || CONFIDENCE[a.confidence] - CONFIDENCE[b.confidence];
}

/** Hard rules and defaults forbid; soft rules cost. */
export function forbids(rule: TaskRule): boolean {
  return rule.severity !== 'soft';
}
