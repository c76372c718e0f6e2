import type { TaskRule, Visit } from '../model.js';
import { TASKS } from '../tasks/task-data.js';
import { defaultRule, ruleBook } from '../rules/rule-book.js';

/** A rule that two visits at given starts break; `from` has its task a, `to` its task b. */
export interface Broken {
  readonly rule: TaskRule;
  readonly from: string;
  readonly to: string;
}

interface Doing {
  readonly visit: Visit;
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the rules word for word over two visits, x at 0 and y at a difference,
 * all starts inside the windows: an oracle for tests that shares nothing with the
 * algebra of links but the rule table and the catalogue.
 */
export function rawRules(x: Visit, y: Visit, flags: readonly string[]): (difference: number) => readonly Broken[] {
  const inForce = ruleBook().rules.filter(
    ({ a, b, condition }) =>
      [a, b].every((code) => has(x, code) || has(y, code)) &&
      (condition.startsWith('unless ') ? !flags.includes(condition.slice(7)) : condition === '' || flags.includes(condition)),
  );
  const joint = (code: string): boolean =>
    x.patternId !== y.patternId &&
    x.staffCount + y.staffCount === 2 &&
    has(x, code) &&
    has(y, code) &&
    inForce.some((rule) => rule.kind === 'must_overlap' && rule.a === code && rule.b === code);
  const pairs = [x, y].flatMap((from) => {
    const to = from === x ? y : x;
    return from.tasks.flatMap((a) =>
      to.tasks.flatMap((b) => {
        const rules = inForce.filter((rule) => rule.a === a && rule.b === b);
        const standard = defaultRule(a, b);
        if (standard.a === a && standard.kind === 'separate' && !saysMore(inForce, a, b, joint)) rules.push(standard);
        return rules.filter((rule) => rule.a !== rule.b || from === x).map((rule) => ({ rule, from, to }));
      }),
    );
  });
  return (difference) => {
    const doings = [...doingsOf(x, 0), ...doingsOf(y, difference)];
    const find = (visit: Visit, code: string): Doing => doings.find((one) => one.visit === visit && one.code === code) as Doing;
    return pairs
      .filter(({ rule, from, to }) => isBroken(rule, find(from, rule.a), find(to, rule.b), joint))
      .map(({ rule, from, to }) => ({ rule, from: from.key, to: to.key }));
  };
}

function isBroken(rule: TaskRule, a: Doing, b: Doing, joint: (code: string) => boolean): boolean {
  const shortest = (rule.minGap ?? 0) * 60;
  const longest = (rule.maxGap ?? Infinity) * 60;
  const wait = b.start - a.end;
  const [earlier, later] = a.start <= b.start ? [a, b] : [b, a];
  const pause = later.start - earlier.end;
  const repeat = rule.a === rule.b;
  switch (rule.kind) {
    case 'conflict':
    case 'separate':
      return overlapping(a, b);
    case 'forbid_order':
      return b.start > a.start;
    case 'must_overlap':
    case 'should_overlap': {
      const binds = repeat ? joint(rule.a) : !has(a.visit, rule.b) && !has(b.visit, rule.a);
      return binds && Math.abs(a.start - b.start) > 600;
    }
    case 'precede':
      if (rule.maxGap === null) return !has(b.visit, rule.a) && wait < shortest;
      return !has(a.visit, rule.b) && !has(b.visit, rule.a) && (wait < shortest || wait > longest);
    case 'requires_after':
      return !has(a.visit, rule.b) && (wait < shortest || wait > longest);
    case 'min_gap':
      if (repeat) return !joint(rule.a) && (pause < shortest || pause > longest);
      return b.start >= a.start && wait < shortest;
    case 'min_gap_sym':
      return pause < shortest;
    case 'max_gap':
      return !joint(rule.a) && pause > longest;
    default:
      return false;
  }
}

/** Whether explicit rules settle if two tasks may overlap, so that the default says nothing. */
function saysMore(inForce: readonly TaskRule[], a: string, b: string, joint: (code: string) => boolean): boolean {
  if (a === b) return joint(a);
  return inForce.some(
    (rule) =>
      ((rule.a === a && rule.b === b) || (rule.a === b && rule.b === a)) &&
      ['conflict', 'separate', 'parallel_ok', 'should_overlap', 'must_overlap', 'same_visit'].includes(rule.kind),
  );
}

function doingsOf(visit: Visit, start: number): readonly Doing[] {
  const weights = visit.tasks.map((code) => TASKS.find((task) => task.code === code)?.minutes.typical ?? 0);
  const total = weights.reduce((a, b) => a + b);
  const edges = [0, ...weights.map((_, i) => weights.slice(0, i + 1).reduce((a, b) => a + b))];
  const at = edges.map((edge) => start + Math.round((visit.durationSeconds * edge) / total));
  return visit.tasks.map((code, i) => ({ visit, code, start: at[i], end: at[i + 1] }));
}

function has(visit: Visit, code: string): boolean {
  return visit.tasks.includes(code);
}

function overlapping(a: Doing, b: Doing): boolean {
  return a.start < b.end && b.start < a.end;
}
