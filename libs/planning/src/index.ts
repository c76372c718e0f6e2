export * from './ports.js';
export * from './changes/change-ports.js';
export type * from './clients/client-ports.js';
export { SEEN_DAYS, viewClient, viewClientHours, type ClientLook } from './clients/view-client.js';
export { changePattern, type PatternOutcome } from './clients/change-pattern.js';
export type * from './staff/staff-ports.js';
export { viewStaff, type StaffLook } from './staff/view-staff.js';
export type * from './clocks/clock-ports.js';
export { clocksOf } from './clocks/clocks.js';
export { exposedBefore } from './changes/exposed-staff.js';
export { recordChange, type ChangeOutcome } from './changes/record-change.js';
export type * from './advice/adviser-port.js';
export type * from './advice/edit-ports.js';
export { candidatesFor, remediesFor } from './advice/candidates.js';
export { applyMoves, setPin, turnEdit, type EditContext, type EditOutcome } from './advice/edit-plan.js';
export { judgeMove, type JudgeContext, type JudgeOutcome } from './advice/judge-move.js';
export { OpenPlans, type AdviceParts, type OpenPlan } from './advice/open-plans.js';
export { viewEditing } from './advice/view-editing.js';
export * from './replan/replan-ports.js';
export { applyRepair, repairsOf, ShownRepairs, type Morning, type MorningParts } from './morning/repairs.js';
export { mayPublish } from './replan/may-publish.js';
export { replanDays } from './replan/replan-days.js';
export type { ReplanOutcome, ReplanParts } from './replan/replanning.js';
export * from './schedules/schedule-ports.js';
export { expiryChecks, LOOK_AHEAD_DAYS, LOOK_BACK_DAYS } from './schedules/expiry-checks.js';
export { horizonPlans, runSchedules, SCHEDULE_TIMES } from './schedules/run-schedules.js';
export { termChecks } from './schedules/term-checks.js';
export * from './work-items/work-item-ports.js';
export { lawContext, lawOf, type LawData, type LegalPractice, wholePractice } from './law/law-data.js';
export type { BarredVisit, OwedVisits } from './law/owed-visits.js';
export { planFigures, secondsByFunder } from './plans/figures.js';
export { planDays, type PlanningOutcome, type PlanningParts, type PlanningWatch } from './plans/plan-days.js';
export { preparePlan, type PreparedPlan } from './plans/prepare-plan.js';
export type { ChangedVisit } from './compare/changed-visits.js';
export { comparePlans, type CompareParts } from './compare/compare-plans.js';
export type * from './compare/compare-ports.js';
export { viewPublication, type PublicationParts } from './compare/publication.js';
export { KNOWN_PROFILES, pricesFor, USUAL_WEIGHTS } from './weights/weigh.js';
export { viewProfiles, type WeightProfile, type WeightProfileStore } from './weights/weight-profiles.js';
export { publishPlan, type PublishOutcome } from './plans/publish-plan.js';
export { LONGEST_PLAN_DAYS, requestPlan, type PlanOrdered, type RequestOutcome } from './plans/request-plan.js';
export {
  viewRoutes,
  viewUnserved,
  viewWorkingTime,
  workingTimeInForce,
  type PlanPart,
  type RuleWords,
} from './plans/view-plan.js';
export { buildProblem, modesOf, staffOnDuty, type BuiltProblem, type ProblemParts } from './problem/build-problem.js';
export { placesOf, type Places } from './problem/places.js';
export * from './problem/prices.js';
export type { Practises } from './problem/skill-names.js';
export { growthDraws, growthPeople, growthRanges } from './growth/growth-cells.js';
export { judgeWorkingTime, unlawful } from './working-time/judge-working-time.js';
export type * from './working-time/working-time-ports.js';
export { ruleSetsOf, type RuleRows } from './providers/rule-sets.js';
export { importProvider, type ImportOutcome } from './providers/import-provider.js';
export { ruleChangeOf, setRuleChange, viewRules, type RuleChangeOutcome } from './rules/change-rules.js';
export { viewLaw } from './rules/view-law.js';
export { dataIssues } from './data-quality/data-issues.js';
export type * from './data-quality/data-ports.js';
export type { RuleChangeStore } from './rules/rule-ports.js';
export { acceptProposal, viewProposal, type AcceptOutcome, type GrantDay } from './shaping/shape-grant.js';
export type { GrantToShape, ShapingStore } from './shaping/shaping-ports.js';
export { viewProvider } from './providers/view-provider.js';
export { demandedVisits, generateVisits, linkVisits } from './visits/generate-visits.js';
export * from './execution/event-ports.js';
export type * from './field-work/field-ports.js';
export { calendarFeed } from './field-work/calendar.js';
export {
  myChanges,
  myDay,
  NEEDED_HOURS_AFTER,
  NEEDED_HOURS_BEFORE,
  type ChangesQuery,
  type DayQuery,
} from './field-work/my-day.js';
export { myTime, type MyTimeOutcome } from './field-work/my-time.js';
export { reportObservations, type Observer } from './field-work/report-observations.js';
export type { Reporter } from './execution/event-issues.js';
export { recordEvents, type RecordOutcome, type Report } from './execution/record-events.js';
export type * from './confirmation/confirmation-ports.js';
export {
  isConfirmed,
  judgeRecord,
  type JudgedRecord,
  type RecordedEvent,
  type RecordState,
  type VisitRecord,
} from './confirmation/exceptions.js';
export { DEFAULT_LIMITS, type ConfirmationLimits } from './confirmation/limits.js';
export { viewExceptions, type ExceptionsOutcome } from './confirmation/view-exceptions.js';
export type { Amount, Cell, Gap } from './ledger/amount.js';
export { giveCredit, runBilling, type BillingOutcome } from './ledger/bill.js';
export {
  CONTINUITY_DAYS,
  measureQuality,
  viewQuality,
  type MeasuredRoute,
  type MeasuredVisit,
  type QualityFacts,
  type QualityOutcome,
  type QualityStore,
} from './quality/quality.js';
export type { GrowthStore } from './growth/growth-ports.js';
export { moreClients } from './growth/more-clients.js';
export { studyGrowth, type GrowthOutcome, type GrowthParts } from './growth/study-growth.js';
export { checkBilling, type BillingCheckOutcome } from './ledger/check-billing.js';
export { invoiceDocument, type DocumentLine, type IssuedInvoice } from './ledger/invoice-document.js';
export {
  payOf,
  payrollCells,
  viewPayroll,
  type PaidMember,
  type PaidRoute,
  type PayrollOutcome,
  type PayrollStore,
} from './payroll/payroll.js';
export { LEDGER_CAUSES, type CauseSide, type LedgerCause } from './ledger/causes.js';
export { draftInvoices, type InvoiceDraft, type LineDraft } from './ledger/draft-invoices.js';
export { forecast, type AccountForecast } from './ledger/forecast.js';
export { groupLedger } from './ledger/group-ledger.js';
export { viewAccountVisits, viewForecast, viewGroups, viewOverview } from './ledger/view-dashboard.js';
export { keepLedger, type LedgerDay, type LedgerEntry } from './ledger/keep-ledger.js';
export { csvOf, ledgerCells, ledgerCsv } from './ledger/ledger-csv.js';
export type * from './ledger/ledger-facts.js';
export type * from './ledger/ledger-ports.js';
export {
  ledgerRows,
  ledgerTotal,
  wholePeriods,
  type LedgerPeriod,
  type LedgerRow,
  type LedgerStep,
} from './ledger/ledger-table.js';
export { owes, visitOrders, type DaysOff, type VisitOrder } from './ledger/visit-orders.js';
export { busyElsewhere } from './sharing/busy-elsewhere.js';
export type * from './sharing/elsewhere.js';
export type * from './sharing/sharing-ports.js';
export { claimServices } from './ledger/claim-services.js';
export { claimsOf, type ClaimFacts, type GivenVisit } from './ledger/claims.js';
export { exportedLedger } from './ledger/export-ledger.js';
export { explainPayers, type PayerFacts, type RelativeAsking } from './ledger/explain-payers.js';
export {
  LONGEST_LEDGER_DAYS,
  viewClaims,
  viewClientPayers,
  viewLedger,
  viewPayers,
  type LedgerOutcome,
  type PayersOutcome,
} from './ledger/view-ledger.js';
export type * from './client-law/client-law-ports.js';
export { viewConsents, viewDecisionChecks, viewSharingLog, type ClientOf } from './client-law/view-client-law.js';
export type * from './accounts/account-ports.js';
export type * from './accounts/program-ports.js';
export type * from './accounts/identity-ports.js';
export type * from './accounts/erasure-ports.js';
export type * from './accounts/emergency-ports.js';
export type * from './accounts/client-export-ports.js';
