export * from './competence/competence.js';
export { PROFESSIONS, type ProfessionFacts } from './competence/professions.js';
export * from './consent/permissions.js';
export * from './contraindications/contraindications.js';
export type { Decision, DecisionChange, MedicalCertificate } from './decisions/decision.js';
export * from './decisions/decision-issues.js';
export { explainDecisionIssue } from './decisions/decision-words.js';
export * from './decisions/timeline.js';
export { careCents } from './funding/cents.js';
export { olderFrom, type ClientSituation } from './funding/client-part.js';
export * from './funding/funding-reasons.js';
export { priceOn, type Funder, type HourPrice } from './funding/hour-price.js';
export type { Means } from './funding/means.js';
export * from './funding/relative-support.js';
export * from './funding/share-of.js';
export type * from './health/episode.js';
export * from './health/groups.js';
export * from './health/manipulations.js';
export * from './health/paid-stoma.js';
export * from './health/rehabilitation-diagnoses.js';
export * from './health/reminders.js';
export * from './health/terms.js';
export type * from './law/law-reason.js';
export { LAW_TEXTS, lawWords } from './law/law-words.js';
export * from './law/readings.js';
export * from './law/standing.js';
export { linksBetween, type VisitLinks } from './links/links-between.js';
export type { PairIssue, PairIssueKind } from './links/pair-issue.js';
export { SOFT_RULE_COST } from './links/rule-costs.js';
export { lawfulOrders, MOST_ORDERS } from './links/lawful-orders.js';
export { orderTasks, type OrderContext } from './links/task-order.js';
export { taskRuns, type TaskRun } from './links/task-runs.js';
export { ordersFor, tasksInOrder, type ChosenOrders } from './links/tasks-in-order.js';
export * from './model.js';
export { minimumWageOn, MINIMUM_WAGES, type MinimumWage } from './municipalities/minimum-wage.js';
export type * from './municipalities/rule-set.js';
export { ruleSetIssues, type RuleSetIssue } from './municipalities/rule-set-issues.js';
export * from './municipalities/rule-sets.js';
export * from './municipalities/sourced.js';
export { clientClass, type ClientClass } from './rules/client-class.js';
export { conditionHolds } from './rules/conditions.js';
export { defaultRule, ruleBook, ruleBooks, type RuleBook, type RuleChanges } from './rules/rule-book.js';
export {
  changeableBounds,
  changedRule,
  ruleChangeFaults,
  type RuleChange,
  type RuleChangeFault,
  type RuleEffect,
} from './rules/rule-change.js';
export type { TaskRuleKind } from './rules/rule-kinds.js';
export { familyOf, findTask, isAddOn, isMainHealthTask, occupiesClient, taskOf } from './tasks/catalogue.js';
export { TASKS } from './tasks/task-data.js';
export { EQUIPMENT_KINDS } from './tasks/task.js';
export type { EquipmentKind, Occupancy, Task, TaskFamily, Words } from './tasks/task.js';
export { weekdaysOf } from './visits/choose-weekdays.js';
export { contentOn, lastingContentOn, patternDays, visitsOf, type VisitOptions } from './visits/visits-of.js';
export { workingTimeBounds, type RestBound, type WorkBound, type WorkingTimeBounds } from './working-time/bounds.js';
export { checkWorkingTime } from './working-time/check-working-time.js';
export { explainWorkingTime, type WorkingTimeFinding } from './working-time/finding.js';
export { LABOUR_LAW } from './working-time/labour-law.js';
export * from './working-time/law-limit.js';
export * from './working-time/work-span.js';
export type { WorkingTimeContext } from './working-time/working-record.js';
export { OBSERVATIONS } from './observations/observation-data.js';
export type * from './observations/observation.js';
export { findObservation, observationsFor, routeObservation, serviceOf, type Routing } from './observations/report.js';
export * from './sharing/shared-busy.js';
export { proposeVisits } from './shaping/propose-visits.js';
export { DAY_PARTS, dayPartOf, RHYTHMS, type DayPart, type Rhythm } from './shaping/rhythm.js';
export type * from './shaping/shaping-order.js';
