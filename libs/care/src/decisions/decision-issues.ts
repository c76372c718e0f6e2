import { addWorkingDays, LATVIA, type IsoDay, type WorkingCalendar } from '#time';
import { ruleSetOn, levelHint } from '../municipalities/rule-sets.js';
import type { MunicipalRuleSet } from '../municipalities/rule-set.js';
import { inForce } from '../municipalities/sourced.js';
import { familyOf, findTask } from '../tasks/catalogue.js';
import type { Decision, MedicalCertificate } from './decision.js';

/** A decision that does not keep to a rule: code, rule and figures, no names. `hard`: no visit may hang on it; else somebody should look. */
export interface DecisionIssue {
  readonly code: DecisionIssueCode;
  /** Number of the rule. */
  readonly rule: string;
  readonly severity: 'hard' | 'warning';
  readonly params: Readonly<Record<string, string | number>>;
}

/** Every way a decision can break a rule: the rule, and whether visits may still hang on it. */
export const DECISION_RULES = {
  'decision.not_provided': ['S132', 'hard'],
  'decision.form_not_offered': ['S142', 'hard'],
  'decision.task_unknown': ['S051', 'hard'],
  'decision.task_not_social': ['S001', 'hard'],
  'decision.task_not_offered': ['S104', 'hard'],
  'decision.contraindication': ['S039', 'hard'],
  'decision.contraindication_unanswered': ['S039', 'warning'],
  'decision.certificate_missing': ['S037', 'warning'],
  'decision.certificate_not_valid': ['S037', 'warning'],
  'decision.severity_missing': ['S038', 'warning'],
  'decision.decider_missing': ['S037', 'warning'],
  'decision.rules_unknown': ['S053', 'warning'],
  'decision.rules_of_other_day': ['S053', 'warning'],
  'decision.end_missing': ['S057', 'warning'],
  'decision.end_of_permanent': ['S057', 'warning'],
  'decision.barthel_missing': ['S067', 'warning'],
  'decision.barthel_suggests': ['S067', 'warning'],
  'decision.level_unknown': ['S137', 'warning'],
  'decision.level_exceeded': ['S137', 'warning'],
  'decision.level_task': ['S104', 'warning'],
  'decision.late': ['S137', 'warning'],
  'decision.change_outside': ['S052', 'warning'],
  'decision.replaces_later': ['S052', 'warning'],
} as const satisfies Readonly<Record<string, readonly [rule: string, severity: DecisionIssue['severity']]>>;

export type DecisionIssueCode = keyof typeof DECISION_RULES;

/** What decisions are judged by. */
export interface DecisionContext {
  readonly ruleSets: readonly MunicipalRuleSet[];
  /** The decision replaced, where there is one. */
  readonly replaced: Decision | null;
  readonly calendar?: WorkingCalendar;
}

/**
 * Every rule a decision breaks. Age, status, pension and employment are not
 * looked at: they bar nobody (S056). Care the client pays alone needs neither
 * certificate nor means test (S061, S138).
 */
export function decisionIssues(decision: Decision, context: DecisionContext): readonly DecisionIssue[] {
  const set = decision.rules === null ? null : ruleSetOn(context.ruleSets, decision.rules, decision.decidedOn);
  return [
    ...paperIssues(decision),
    ...taskIssues(decision, set),
    ...(set === null ? [issue('decision.rules_unknown', { day: decision.decidedOn })] : ruleSetIssues(decision, set)),
    ...levelIssues(decision, set),
    ...dateIssues(decision, context.replaced),
    ...lateness(decision, set, context.calendar ?? LATVIA),
  ];
}

/** Certificate, contraindications and who decided (S037-S039, S067). */
function paperIssues({ form, certificate, decidedBy, decidedOn, barthel }: Decision): readonly DecisionIssue[] {
  if (form === 'self_paid') return certificate === null ? [] : contraindications(certificate);
  return [
    ...when(decidedBy === null, issue('decision.decider_missing')),
    ...when(barthel === null, issue('decision.barthel_missing')),
    ...(certificate === null ? [issue('decision.certificate_missing')] : certificateIssues(certificate, decidedOn)),
  ];
}

function certificateIssues(certificate: MedicalCertificate, decidedOn: IsoDay): readonly DecisionIssue[] {
  const { issuedOn: validFrom, validTo, severity } = certificate;
  return [
    ...when(!inForce({ validFrom, validTo }, decidedOn), issue('decision.certificate_not_valid', { day: decidedOn })),
    ...when(severity === null, issue('decision.severity_missing')),
    ...contraindications(certificate),
  ];
}

/** One issue a yes, one an answer not given. The params never say which: that is a fact of health. */
function contraindications({ tuberculosis, acuteInfection, sexuallyTransmitted }: MedicalCertificate): readonly DecisionIssue[] {
  const answers = [tuberculosis, acuteInfection, sexuallyTransmitted];
  return [
    ...when(answers.includes(true), issue('decision.contraindication')),
    ...when(answers.includes(null), issue('decision.contraindication_unanswered')),
  ];
}

function taskIssues({ tasks }: Decision, set: MunicipalRuleSet | null): readonly DecisionIssue[] {
  return tasks.flatMap((code) => {
    const task = findTask(code);
    if (task === undefined) return [issue('decision.task_unknown', { task: code })];
    if (familyOf(task) !== 'social') return [issue('decision.task_not_social', { task: code })];
    const offered = set === null || set.tasks.length === 0 || set.tasks.includes(code);
    return when(!offered, issue('decision.task_not_offered', { task: code }));
  });
}

function ruleSetIssues({ form, ruleSet }: Decision, set: MunicipalRuleSet): readonly DecisionIssue[] {
  return [
    ...when(!set.providesHomeCare && form !== 'self_paid', issue('decision.not_provided', { rules: set.id })),
    ...when(!set.forms.includes(form), issue('decision.form_not_offered', { rules: set.id, form })),
    ...when(
      ruleSet !== null && ruleSet !== set.id,
      issue('decision.rules_of_other_day', { named: ruleSet ?? '', rules: set.id }),
    ),
  ];
}

function levelIssues(decision: Decision, set: MunicipalRuleSet | null): readonly DecisionIssue[] {
  const { careLevel, barthel, tasks } = decision;
  if (set === null || set.levels.length === 0 || careLevel === null) return [];
  const level = set.levels.find((one) => one.level === careLevel);
  if (level === undefined) return [issue('decision.level_unknown', { level: careLevel, rules: set.id })];
  const most = level.upToMinutesPerWeek;
  const hint = barthel === null ? null : levelHint(set, barthel);
  const beyond = level.tasks.length === 0 ? [] : tasks.filter((task) => !level.tasks.includes(task));
  return [
    ...when(exceeds(decision, most), issue('decision.level_exceeded', { level: careLevel, most: most ?? 0 })),
    ...beyond.map((task) => issue('decision.level_task', { level: careLevel, task })),
    ...when(
      hint !== null && hint.level !== careLevel,
      issue('decision.barthel_suggests', { level: careLevel, suggested: hint?.level ?? 0 }),
    ),
  ];
}

/** A grant per month is the same as one per week when 12 of it are 52 of the other. */
function exceeds({ grantedMinutes, grantedPer }: Decision, mostPerWeek: number | null): boolean {
  if (mostPerWeek === null) return false;
  return grantedPer === 'week' ? grantedMinutes > mostPerWeek : grantedMinutes * 12 > mostPerWeek * 52;
}

function dateIssues(decision: Decision, replaced: Decision | null): readonly DecisionIssue[] {
  const { permanent, validFrom, validTo, changes } = decision;
  const outside = changes.filter(({ from }) => from < validFrom || (validTo !== null && from > validTo));
  return [
    ...when(!permanent && validTo === null, issue('decision.end_missing')),
    ...when(permanent && validTo !== null, issue('decision.end_of_permanent', { to: validTo ?? '' })),
    ...outside.map(({ kind, from }) => issue('decision.change_outside', { kind, from })),
    ...when(replaced !== null && replaced.validFrom >= validFrom, issue('decision.replaces_later', { from: validFrom })),
  ];
}

/** The last working day to decide on, counted from the last document (S137); null where no document or rule says one. */
export function decisionDue(
  { documentsOn }: Pick<Decision, 'documentsOn'>,
  set: MunicipalRuleSet | null,
  calendar: WorkingCalendar = LATVIA,
): IsoDay | null {
  const days = set?.decisionWithinWorkingDays ?? null;
  return documentsOn === null || days === null ? null : addWorkingDays(documentsOn, days, calendar);
}

/** Decided later than that. */
function lateness(decision: Decision, set: MunicipalRuleSet | null, calendar: WorkingCalendar): readonly DecisionIssue[] {
  const due = decisionDue(decision, set, calendar);
  if (due === null || decision.decidedOn <= due) return [];
  return [issue('decision.late', { due, decided: decision.decidedOn, days: set?.decisionWithinWorkingDays ?? 0 })];
}

function issue(code: DecisionIssueCode, params: DecisionIssue['params'] = {}): DecisionIssue {
  const [rule, severity] = DECISION_RULES[code];
  return { code, rule, severity, params };
}

function when(holds: boolean, value: DecisionIssue): readonly DecisionIssue[] {
  return holds ? [value] : [];
}
