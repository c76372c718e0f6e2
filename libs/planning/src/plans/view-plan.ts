import { explainWorkingTime, lawWords } from '#care';
import type { Issue, RouteView, UnservedView, WorkingTimeView } from '#contracts';
import { rangeIssues } from '../ledger/view-ledger.js';
import type { PlanReader, RouteRow, StopRow } from '../ports.js';
import type { StaffFinding } from '../working-time/working-time-ports.js';

/** The words of a rule by its id; undefined for a rule the book no longer has. */
export type RuleWords = (ruleId: string) => { readonly reason: string; readonly source: string } | undefined;

/** A plan, or one of its days. */
export interface PlanPart {
  readonly providerId: string;
  readonly planId: string;
  readonly date: string | null;
}

/** Routes with the rule book's words beside every link; null when the provider has no such plan. */
export async function viewRoutes(reader: PlanReader, part: PlanPart, words: RuleWords): Promise<RouteView[] | null> {
  if (!(await reader.summary(part.providerId, part.planId))) return null;
  const routes = await reader.routes(part.providerId, part.planId, part.date);
  return routes.map((route) => routeView(route, words));
}

/** Visits left out with their reasons, the law's in words; null when the provider has no such plan. */
export async function viewUnserved(reader: PlanReader, part: PlanPart): Promise<readonly UnservedView[] | null> {
  if (!(await reader.summary(part.providerId, part.planId))) return null;
  const unserved = await reader.unserved(part.providerId, part.planId, part.date);
  return unserved.map((visit) => ({ ...visit, reasons: visit.reasons.map(inWords) }));
}

function inWords(reason: UnservedView['reasons'][number]): UnservedView['reasons'][number] {
  const words = lawWords(reason);
  return words === undefined ? reason : { ...reason, words };
}

/** What the law of working time says of a plan, in plain words; null when the provider has no such plan. */
export async function viewWorkingTime(
  reader: PlanReader,
  { providerId, planId }: Pick<PlanPart, 'providerId' | 'planId'>,
): Promise<readonly WorkingTimeView[] | null> {
  if (!(await reader.summary(providerId, planId))) return null;
  const findings = await reader.workingTime(providerId, planId);
  return findings.map(findingView);
}

export type WorkingTimeOutcome =
  | { readonly ok: true; readonly findings: readonly (WorkingTimeView & { readonly plan: string })[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What the law of working time says of the published plans on the days, both included, in plain words. */
export async function workingTimeInForce(
  reader: Pick<PlanReader, 'workingTimeInForce'>,
  providerId: string,
  days: { readonly from: string; readonly to: string },
): Promise<WorkingTimeOutcome> {
  const issues = rangeIssues(days);
  if (issues.length > 0) return { ok: false, issues };
  const findings = await reader.workingTimeInForce(providerId, days);
  return { ok: true, findings: findings.map(({ plan, ...finding }) => ({ ...findingView(finding), plan })) };
}

function findingView(found: StaffFinding & { readonly staffName: string }): WorkingTimeView {
  const { staffId: staff, staffName, code, severity, from, to, actualMinutes, limitMinutes, source } = found;
  const figures = { code, severity, from, to, actualMinutes, limitMinutes, source };
  return { staff, staffName, ...figures, words: explainWorkingTime(figures) };
}

function routeView(route: RouteRow, words: RuleWords): RouteView {
  return { ...route, stops: route.stops.map((stop) => ({ ...stop, links: stop.links.map((link) => linkView(link, words)) })) };
}

/** One view a pair of visits, in the words of the rule that binds it most. */
function linkView({ rules, ...link }: StopRow['links'][number], words: RuleWords): RouteView['stops'][number]['links'][number] {
  const rule = rules[0] ?? '';
  const { reason, source } = words(rule) ?? { reason: '', source: '' };
  return { ...link, rule, reason, source };
}
