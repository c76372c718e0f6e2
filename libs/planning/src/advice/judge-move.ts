import type { JudgeOrder, PriceView, BrokenRuleView, ShiftedVisit, TimedRoute, VerdictView } from '#contracts';
import type { Plan, PlanCost, PlanRoute } from '#engine';
import type { RuleWords } from '../plans/view-plan.js';
import { judgeWorkingTime } from '../working-time/judge-working-time.js';
import type { StaffFinding } from '../working-time/working-time-ports.js';
import type { Verdict } from './adviser-port.js';
import { engineMoves, placedParts, planAfter, shiftsOf, travelOf, type PlacedPart } from './moves.js';
import type { OpenPlan } from './open-plans.js';
import { pastRule, brokenRuleView, workingTimeRule } from './rule-views.js';

/** Costs that are time and money; all others stand for what somebody wishes. */
const NO_WISH: ReadonlySet<string> = new Set(['travel', 'paid', 'unserved', 'waiting', 'work']);

/** What one is told when a move cannot be judged at all: it names what the plan does not have. */
export type JudgeOutcome =
  | { readonly ok: true; readonly view: VerdictView; readonly verdict: Verdict; readonly plan: Plan }
  | { readonly ok: false; readonly issues: readonly { readonly code: string; readonly path: string }[] };

/** What judging moves needs beside the plan. */
export interface JudgeContext {
  readonly words: RuleWords;
  /** Epoch seconds. */
  readonly now: number;
}

/** What moves would make of a plan, with every rule they break: the engine's, pins, the law of working time, the past. */
export async function judgeMove(open: OpenPlan, { moves }: JudgeOrder, { words, now }: JudgeContext): Promise<JudgeOutcome> {
  const judged = await open.desk.judge(engineMoves(moves, open.epoch));
  if (!judged.ok) return { ok: false, issues: judged.issues.map(({ code, path }) => ({ code, path: `moves${path}` })) };
  const { verdict } = judged;
  const plan = planAfter(open.desk.plan, verdict, shiftsOf(open));
  const rules = [
    ...verdict.caused.map((broken) => brokenRuleView(open, broken, words)),
    ...causedFindings(open, plan, verdict).map((finding) => workingTimeRule(open, finding)),
    ...pastMoves(open, moves, plan, now),
  ];
  return { ok: true, verdict, plan, view: verdictView(open, verdict, rules) };
}

/** Hard findings of working time that the plan before did not have, of the people whose routes change. */
function causedFindings(open: OpenPlan, after: Plan, verdict: Verdict): readonly StaffFinding[] {
  const shifts = new Set([...verdict.routes.map(({ shift }) => shift), ...verdict.emptied]);
  const touched = new Set(
    open.problem.staff.filter(({ shifts: own }) => own.some(({ id }) => shifts.has(id))).map(({ id }) => id),
  );
  const data = { ...open.data, staff: open.data.staff.filter(({ id }) => touched.has(id)) };
  const of = (plan: Plan): readonly StaffFinding[] =>
    judgeWorkingTime({ ...plan, routes: plan.routes.filter(({ staff }) => touched.has(staff)) }, data, open.epoch).filter(
      ({ severity }) => severity === 'hard',
    );
  const name = ({ staffId, code, from, to }: StaffFinding): string => [staffId, code, from, to].join();
  const before = new Set(of(open.desk.plan).map(name));
  return of(after).filter((finding) => !before.has(name(finding)));
}

/** What has begun is a fact, and nothing can be put before now. */
function pastMoves(open: OpenPlan, moves: JudgeOrder['moves'], after: Plan, now: number): BrokenRuleView[] {
  const named = new Set(moves.map(({ visit }) => visit));
  const isPast = ({ visit, start }: PlacedPart): boolean => named.has(visit) && start + open.epoch < now;
  const placed = [...placedParts(open.desk.plan.routes).values(), ...placedParts(after.routes).values()];
  return [...new Set(placed.filter(isPast).map(({ visit }) => visit))].map((visit) => pastRule(open, visit));
}

/** A verdict as people read it. */
export function verdictView(open: OpenPlan, verdict: Verdict, rules: BrokenRuleView[]): VerdictView {
  const prices = pricesOf(open.desk.cost, verdict);
  const wishes = wishesOf(prices);
  const before = new Map(open.desk.plan.routes.map((route) => [route.shift, route]));
  const gone = [...verdict.emptied, ...verdict.routes.map(({ shift }) => shift)].flatMap((shift) => before.get(shift) ?? []);
  const travel = (routes: readonly PlanRoute[]): number => routes.reduce((sum, route) => sum + travelOf(route), 0);
  return {
    revision: open.stored.revision,
    verdict: rules.length > 0 ? 'refused' : wishes.length > 0 ? 'reason_needed' : 'allowed',
    ...{ rules, wishes, prices, emptied: [...verdict.emptied] },
    costDelta: verdict.delta.total,
    travelDelta: travel(verdict.routes) - travel(gone),
    routes: verdict.routes.map((route) => timedRoute(open, route)),
    shifted: shiftedVisits(open, gone, verdict.routes),
  };
}

function pricesOf({ parts }: PlanCost, { cost, delta }: Verdict): PriceView[] {
  const amount = (name: string, of: PlanCost['parts']): number => (of as Readonly<Record<string, number>>)[name] ?? 0;
  return Object.keys(delta.parts)
    .map((name) => ({ name, before: amount(name, parts), after: amount(name, cost.parts) }))
    .filter(({ before, after }) => before !== after);
}

/** Wishes met worse than before; who serves one more visit brings a face more, which is no wish set aside. */
function wishesOf(prices: readonly PriceView[]): PriceView[] {
  const serves = prices.some(({ name, before, after }) => name === 'unserved' && after < before);
  return prices.filter(
    ({ name, before, after }) => after > before && !NO_WISH.has(name) && !(serves && name === 'distinctStaff'),
  );
}

function timedRoute({ epoch, names }: OpenPlan, { shift, staff, departure, return: back, stops }: PlanRoute): TimedRoute {
  const at = (seconds: number): string => new Date((seconds + epoch) * 1000).toISOString();
  return {
    ...{ shift, staff, staffName: names.get(staff) ?? '', departure: at(departure), return: at(back) },
    stops: stops.map(({ kind, id, part, arrival, start, end }) => ({
      ...{ kind, visit: id, part: kind === 'visit' ? Number(part) : 0 },
      ...{ arrival: at(arrival), start: at(start), end: at(end) },
    })),
  };
}

/** Visit parts of the changed routes that are not where they were, by start. */
export function shiftedVisits(open: OpenPlan, before: readonly PlanRoute[], after: readonly PlanRoute[]): ShiftedVisit[] {
  const [was, is] = [placedParts(before), placedParts(after)];
  const said = (placed: PlacedPart | undefined): ShiftedVisit['before'] =>
    placed === undefined
      ? null
      : { staff: open.names.get(placed.staff) ?? '', start: new Date((placed.start + open.epoch) * 1000).toISOString() };
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((key) => {
    const [a, b] = [was.get(key), is.get(key)];
    return a?.staff !== b?.staff || a?.start !== b?.start;
  });
  return changed
    .map((key) => {
      const { visit, part } = (is.get(key) ?? was.get(key)) as PlacedPart;
      const client = open.names.get(open.visits.get(visit)?.clientId ?? '') ?? '';
      return { visit, part, client, before: said(was.get(key)), after: said(is.get(key)) };
    })
    .sort((a, b) => (a.after?.start ?? '').localeCompare(b.after?.start ?? ''));
}
