import { explainWorkingTime } from '#care';
import type { BrokenRuleView } from '#contracts';
import type { BrokenRule, RuleCode } from '#engine';
import type { RuleWords } from '../plans/view-plan.js';
import { linkId } from '../problem/link-input.js';
import type { StaffFinding } from '../working-time/working-time-ports.js';
import type { OpenPlan } from './open-plans.js';

/** Rules whose figures are instants; those of the others are seconds or amounts. */
const BY_INSTANT: ReadonlySet<string> = new Set<RuleCode>([
  'window_missed',
  'window_too_early',
  'start_before_arrival',
  'shift_end_exceeded',
  'horizon_exceeded',
  'pin_start',
]);

/** Where a rule comes from that is no task rule: the provider's own data, or the law. */
const SOURCES: Partial<Readonly<Record<RuleCode, string>>> = {
  skill_missing: 'S011–S020',
  limit_exceeded: 'DL 131',
  rest_too_short: 'DL 142',
  free_time_too_short: 'DL 143',
  break_missing: 'DL 145',
  break_outside_window: 'DL 145',
  break_after_last_visit: 'DL 145',
};

/** A broken rule of the engine as people read it: names for ids, instants for seconds, the task rule behind a link, the person behind a pin. */
export function brokenRuleView(open: OpenPlan, broken: BrokenRule, words: RuleWords): BrokenRuleView {
  const { code, visit, part, staff } = broken;
  const figure = (value: number | undefined): BrokenRuleView['found'] => {
    if (value === undefined) return null;
    return BY_INSTANT.has(code) ? new Date((value + open.epoch) * 1000).toISOString() : value;
  };
  const client = visit === undefined ? undefined : open.visits.get(visit)?.clientId;
  const behind = taskRule(open, broken);
  const said = behind === null ? undefined : words(behind);
  return {
    code,
    visit: visit ?? null,
    client: client === undefined ? null : (open.names.get(client) ?? null),
    staff: staff === undefined ? null : (open.names.get(staff) ?? null),
    found: figure(broken.found),
    allowed: figure(broken.allowed),
    skill: broken.skill ?? null,
    rule: behind,
    source: said?.source ?? SOURCES[code] ?? '',
    words: null,
    pin: code.startsWith('pin_') ? pinOf(open, visit, part) : null,
  };
}

/** The rule of the rule book that binds a broken link most; null for the halves of one visit. */
function taskRule({ stored }: OpenPlan, { link }: BrokenRule): string | null {
  return stored.links.find((known) => linkId(known) === link)?.rules[0] ?? null;
}

function pinOf({ stored, people }: OpenPlan, visit?: string, part?: string): BrokenRuleView['pin'] {
  const pin = stored.pins.find(({ visitKey, part: number }) => visitKey === visit && String(number) === part);
  return pin === undefined ? null : { by: people.get(pin.pinnedBy) ?? '', reason: pin.reason };
}

const NOTHING = {
  visit: null,
  client: null,
  staff: null,
  found: null,
  allowed: null,
  skill: null,
  rule: null,
  words: null,
  pin: null,
};

/** What the law of working time has against a plan. */
export function workingTimeRule({ names }: Pick<OpenPlan, 'names'>, finding: StaffFinding): BrokenRuleView {
  const { staffId, code, source, actualMinutes, limitMinutes } = finding;
  return {
    ...{ ...NOTHING, code, source, words: explainWorkingTime(finding), staff: names.get(staffId) ?? null },
    ...{ found: 60 * actualMinutes, allowed: 60 * limitMinutes },
  };
}

/** A visit that has begun, or a start that is past. */
export function pastRule(open: Pick<OpenPlan, 'visits' | 'names'>, visit: string): BrokenRuleView {
  const client = open.visits.get(visit)?.clientId ?? '';
  return { ...NOTHING, code: 'in_the_past', source: '', visit, client: open.names.get(client) ?? null };
}
