import type { TaskRule } from '../model.js';
import { allowedStarts } from '../links/allowed-starts.js';
import { forbids } from '../links/binding-order.js';
import { mirrored, type Span } from '../links/spans.js';
import { taskRuns, type TaskRun } from '../links/task-runs.js';
import type { FieldClass } from '../consent/permissions.js';
import { defaultRule, type RuleBook } from '../rules/rule-book.js';
import { APART_KINDS } from '../rules/rule-kinds.js';
import { occupiesClient, taskOf } from '../tasks/catalogue.js';

/** What a stretch of another provider's visit takes of the client. */
export type BusyClass = 'holds_client' | 'in_home' | 'client_away';

/** Work that others' rules speak of, told without naming the task: each tag stands for tasks that the same rules hold for. */
export type ConflictTag = 'washing' | 'dressing' | 'tube_feeding' | 'meal' | 'infusion';

/**
 * All that one provider tells another about a consenting client (S098-S103):
 * when somebody is busy there, what that takes of the client, and what it
 * conflicts with. Epoch seconds, the end left out.
 */
export interface SharedBusy {
  readonly start: number;
  readonly end: number;
  readonly takes: BusyClass;
  readonly tag: ConflictTag | null;
}

const TAGGED: Readonly<Record<ConflictTag, readonly string[]>> = {
  washing: ['BATH', 'MBATH'],
  dressing: ['WOUND', 'PULCER'],
  tube_feeding: ['ENTERAL'],
  meal: ['FEED'],
  infusion: ['INFUS'],
};

/** Kinds that say when two tasks may be, and nothing of which visit must follow which. */
const APART = new Set(['conflict', 'separate', 'forbid_order', 'min_gap', 'min_gap_sym']);

/** What a planned visit lets another provider know, as far as it may: nothing at all where `busy` may not be told. */
export function sharedBusyOf(
  visit: { readonly tasks: readonly string[]; readonly durationSeconds: number; readonly start: number },
  mayTell: (field: FieldClass) => boolean,
): readonly SharedBusy[] {
  if (!mayTell('busy')) return [];
  const told = taskRuns(visit).map((run): SharedBusy => ({
    start: visit.start + run.start,
    end: visit.start + run.end,
    takes: mayTell('taskClass') ? classOf(run.code) : 'holds_client',
    tag: mayTell('conflictTag') ? tagOf(run.code) : null,
  }));
  return told.reduce<readonly SharedBusy[]>((merged, next) => {
    const last = merged.at(-1);
    const alike = last !== undefined && last.end === next.start && last.takes === next.takes && last.tag === next.tag;
    return alike ? [...merged.slice(0, -1), { ...last, end: next.end }] : [...merged, next];
  }, []);
}

/**
 * The start windows of an own visit, cut to the starts that break no forbidding
 * rule beside what another provider has told: the rules that hold for every task
 * a tag stands for, and the default where both hold the client. A wish for a joint
 * visit is not read from it, since a tag does not say enough. Empty: no start is left.
 */
export function windowsBeside(
  visit: {
    readonly tasks: readonly string[];
    readonly durationSeconds: number;
    readonly windows: readonly { readonly start: number; readonly end: number }[];
  },
  busy: readonly SharedBusy[],
  { flags, book }: { readonly flags: readonly string[]; readonly book: RuleBook },
): readonly { readonly start: number; readonly end: number }[] {
  const own = taskRuns(visit);
  const open = busy.flatMap((other) => own.flatMap((run) => spansBeside(run, other, flags, book)));
  return open
    .reduce(
      (left, spans) =>
        left.flatMap((a) => spans.map((b) => ({ min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) }))).filter(isSpan),
      visit.windows.map(({ start, end }): Span => ({ min: start, max: end })),
    )
    .toSorted((a, b) => a.min - b.min)
    .map(({ min, max }) => ({ start: min, end: max }));
}

/** For each rule between an own task and the other's, the starts of the own visit that keep it. */
function spansBeside(run: TaskRun, other: SharedBusy, flags: readonly string[], book: RuleBook): readonly (readonly Span[])[] {
  const theirs: TaskRun = { code: '', start: 0, end: other.end - other.start };
  const rules = rulesBeside(run.code, other, flags, book);
  return rules.map(({ rule, ownFirst }) => {
    // Differences start(theirs) - start(own); the own start is theirs less the difference.
    const differences = ownFirst ? allowedStarts(rule, run, theirs) : mirrored(allowedStarts(rule, theirs, run));
    return mirrored(differences).map(({ min, max }) => ({ min: min + other.start, max: max + other.start }));
  });
}

interface Beside {
  readonly rule: TaskRule;
  /** Whether the own task is the rule's task a. */
  readonly ownFirst: boolean;
}

function rulesBeside(code: string, { takes, tag }: SharedBusy, flags: readonly string[], book: RuleBook): readonly Beside[] {
  const common = tag === null ? [] : commonRules(code, TAGGED[tag], flags, book);
  const settled = common.some(({ rule }) => APART_KINDS.has(rule.kind));
  const meets = takes === 'client_away' || (takes === 'holds_client' && occupiesClient(taskOf(code)));
  return settled || !meets ? common : [...common, { rule: { ...defaultRule(code, code), kind: 'separate' }, ownFirst: true }];
}

/** The forbidding rules that hold alike between a task and every one of others. */
function commonRules(code: string, others: readonly string[], flags: readonly string[], book: RuleBook): readonly Beside[] {
  const between = others.map((other) =>
    book
      .inForce(code, other, flags)
      .filter((rule) => forbids(rule) && APART.has(rule.kind) && rule.a !== rule.b)
      .map((rule) => ({ rule, ownFirst: rule.a === code })),
  );
  const [first, ...rest] = between;
  return first.filter((one) => rest.every((rules) => rules.some((other) => isAlike(one, other))));
}

function isAlike(x: Beside, y: Beside): boolean {
  return (
    x.ownFirst === y.ownFirst && x.rule.kind === y.rule.kind && x.rule.minGap === y.rule.minGap && x.rule.maxGap === y.rule.maxGap
  );
}

function classOf(code: string): BusyClass {
  const { occupancy } = taskOf(code);
  if (occupancy === 'away_client') return 'client_away';
  return occupiesClient(taskOf(code)) ? 'holds_client' : 'in_home';
}

function tagOf(code: string): ConflictTag | null {
  return (Object.keys(TAGGED) as ConflictTag[]).find((tag) => TAGGED[tag].includes(code)) ?? null;
}

function isSpan({ min, max }: Span): boolean {
  return min <= max;
}
