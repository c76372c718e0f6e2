import { checkPlan } from '#checker';
import type { MoveOrder, PinOrder, VerdictView } from '#contracts';
import type { Plan, PlanRoute } from '#engine';
import { planFigures } from '../plans/figures.js';
import type { UnservedVisit } from '../ports.js';
import { judgeWorkingTime, unlawful } from '../working-time/judge-working-time.js';
import type { VisitPin } from '../replan/replan-ports.js';
import type { EditedState, EditSince, NewEdit, StoredEdit } from './edit-ports.js';
import { judgeMove, type JudgeContext } from './judge-move.js';
import { placedParts, planAfter, shiftsOf } from './moves.js';
import type { AdviceParts, OpenPlan } from './open-plans.js';

/**
 * What became of an edit. `edited`: somebody else was first. `refused`: rules stand against it. `reason_needed`: it sets
 * a wish aside and says not why. `unknown`: it names what the plan does not have. `nothing`: there is nothing to take back,
 * or the last edit is somebody else's (`by`).
 */
export type EditOutcome =
  | { readonly status: 'stored'; readonly revision: number; readonly view: VerdictView | null }
  | { readonly status: 'edited'; readonly since: readonly EditSince[] }
  | { readonly status: 'refused' | 'reason_needed'; readonly view: VerdictView | null; readonly codes: readonly string[] }
  | { readonly status: 'unknown'; readonly issues: readonly { readonly code: string; readonly path: string }[] }
  | { readonly status: 'nothing'; readonly by: string | null }
  | { readonly status: 'not_a_draft' };

/** Who edits, and how hard rules are worded. */
export interface EditContext extends JudgeContext {
  readonly actor: string;
}

/** Judges moves once more and stores them: what was judged is what is stored, or nothing is. */
export async function applyMoves(
  { edits }: Pick<AdviceParts, 'edits'>,
  open: OpenPlan,
  { order, context }: { readonly order: MoveOrder; readonly context: EditContext },
): Promise<EditOutcome> {
  const judged = await judgeMove(open, order, context);
  if (!judged.ok) return { status: 'unknown', issues: judged.issues };
  const { view, plan } = judged;
  if (view.verdict === 'refused') return { status: 'refused', view, codes: view.rules.map(({ code }) => code) };
  if (view.verdict === 'reason_needed' && order.reason === undefined) {
    return { status: 'reason_needed', view, codes: view.wishes.map(({ name }) => name) };
  }
  const after = stateOf(open, plan, context.actor);
  const act = {
    kind: order.moves.every(({ kind }) => kind === 'remove') ? ('removed' as const) : ('moved' as const),
    reason: order.reason ?? null,
    visits: [...new Set(order.moves.map(({ visit }) => visit))],
    before: reverseOf(open, after),
  };
  return store(edits, open, { act, after, plan, view, revision: order.revision, actor: context.actor });
}

/** Pins or frees the person and the start a visit part has now. */
export async function setPin(
  { edits }: Pick<AdviceParts, 'edits'>,
  open: OpenPlan,
  { order, context }: { readonly order: PinOrder; readonly context: EditContext },
): Promise<EditOutcome> {
  const { visit, part, person, time, reason } = order;
  const key = `${visit}#${part}`;
  const placed = storedParts(open).get(key);
  if (placed === undefined) return { status: 'unknown', issues: [{ code: 'NOT_IN_PLAN', path: 'visit' }] };
  const pin: VisitPin | null =
    person || time
      ? {
          ...{ visitKey: visit, part, reason, pinnedBy: context.actor },
          ...{ staffId: person ? placed.staff : null, start: time ? placed.start + open.epoch : null },
        }
      : null;
  const after = { routes: {}, unserved: {}, pins: { [key]: pin } };
  const kind = pin === null ? ('unpinned' as const) : ('pinned' as const);
  const act = { kind, reason, visits: [visit], before: reverseOf(open, after) };
  const plan = storedPlan(open);
  return store(edits, open, { act, after, plan, view: null, revision: order.revision, actor: context.actor });
}

/** Takes back the last edit that stands, or does the last one taken back again; a colleague's edit is theirs to take back. */
export async function turnEdit(
  { edits }: Pick<AdviceParts, 'edits'>,
  open: OpenPlan,
  { way, revision, actor }: { readonly way: 'undo' | 'redo'; readonly revision: number; readonly actor: string },
): Promise<EditOutcome> {
  const turned = turnable(await edits.edits(open.providerId, open.stored.id), way);
  if (turned === null) return { status: 'nothing', by: null };
  if (turned.actor !== actor) return { status: 'nothing', by: turned.actor };
  const after = way === 'undo' ? turned.before : turned.after;
  const plan = planWith(open, after);
  const kind = way === 'undo' ? ('undone' as const) : ('redone' as const);
  const act = { kind, editId: turned.id, visits: turned.visits };
  return store(edits, open, { act, after, plan, view: null, revision, actor });
}

/** The edit that undoing or doing again is about; null when there is none. */
export function turnable(edits: readonly StoredEdit[], way: 'undo' | 'redo'): StoredEdit | null {
  if (way === 'undo') return edits.filter(({ undoneRevision }) => undoneRevision === null).at(-1) ?? null;
  // What was taken back last comes first.
  const undone = edits.filter(({ undoneRevision }) => undoneRevision !== null);
  return undone.toSorted((a, b) => (b.undoneRevision ?? 0) - (a.undoneRevision ?? 0))[0] ?? null;
}

interface Storing {
  readonly act: NewEdit['act'];
  readonly after: EditedState;
  readonly plan: Plan;
  readonly view: VerdictView | null;
  readonly revision: number;
  readonly actor: string;
}

/** The checker and the law have the last word; then the edit is stored if nobody was faster. */
async function store(
  edits: AdviceParts['edits'],
  open: OpenPlan,
  { act, after, plan, view, revision, actor }: Storing,
): Promise<EditOutcome> {
  const { problem, data, epoch, stored } = open;
  const { violations, cost } = checkPlan(problem, plan);
  const workingTime = judgeWorkingTime(plan, data, epoch);
  const codes = [...violations.map(({ code }) => code), ...unlawful(workingTime)];
  if (codes.length > 0) return { status: 'refused', view, codes: [...new Set(codes)] };
  const barred = stored.unserved.map(({ visitKey }) => visitKey).filter((key) => !open.visits.has(key));
  const whole = { ...plan, unserved: [...plan.unserved, ...barred] };
  const figures = planFigures(whole, stored.visits, stored.links);
  const result = { plan, epoch, cost, figures, workingTime };
  const outcome = await edits.store(open.providerId, { planId: stored.id, revision, actor, act, after, result });
  return outcome.status === 'stored' ? { ...outcome, view } : outcome;
}

/** What of the stored plan a new one changes. */
function stateOf(open: OpenPlan, plan: Plan, actor: string): EditedState {
  const before = storedPlan(open);
  const [was, is] = [before, plan].map(({ routes }) => new Map(routes.map((route) => [route.shift, route])));
  const changed = shiftsOf(open).filter((shift) => JSON.stringify(was.get(shift)) !== JSON.stringify(is.get(shift)));
  const left = new Set(plan.unserved);
  const known = new Set(open.stored.unserved.map(({ visitKey }) => visitKey));
  const by: UnservedVisit['reasons'] = [{ code: 'REMOVED_BY_HAND', params: { by: actor } }];
  const nowLeft = [...left].filter((key) => !known.has(key)).map((key) => [key, by] as const);
  const nowServed = [...known].filter((key) => open.visits.has(key) && !left.has(key)).map((key) => [key, null] as const);
  return {
    routes: Object.fromEntries(changed.map((shift) => [shift, is.get(shift) ?? null])),
    unserved: Object.fromEntries([...nowLeft, ...nowServed]),
    pins: lostPins(open, plan),
  };
}

/** Pins of visits that leave the plan go with them. */
function lostPins({ stored }: OpenPlan, { unserved }: Plan): EditedState['pins'] {
  const left = new Set(unserved);
  return Object.fromEntries(
    stored.pins.filter(({ visitKey }) => left.has(visitKey)).map((pin) => [`${pin.visitKey}#${pin.part}`, null]),
  );
}

/** The stored state of what an edit names. */
function reverseOf(open: OpenPlan, { routes, unserved, pins }: EditedState): EditedState {
  const before = new Map(storedPlan(open).routes.map((route) => [route.shift, route]));
  const reasons = new Map(open.stored.unserved.map(({ visitKey, reasons }) => [visitKey, reasons]));
  const pinned = new Map(open.stored.pins.map((pin) => [`${pin.visitKey}#${pin.part}`, pin]));
  return {
    routes: Object.fromEntries(Object.keys(routes).map((shift) => [shift, before.get(shift) ?? null])),
    unserved: Object.fromEntries(Object.keys(unserved).map((visit) => [visit, reasons.get(visit) ?? null])),
    pins: Object.fromEntries(Object.keys(pins).map((key) => [key, pinned.get(key) ?? null])),
  };
}

/** The stored plan with another state of some of it. */
function planWith(open: OpenPlan, { routes, unserved }: EditedState): Plan {
  const before = storedPlan(open);
  const left = new Set(before.unserved);
  for (const [visit, reasons] of Object.entries(unserved)) {
    if (reasons === null) left.delete(visit);
    else if (open.visits.has(visit)) left.add(visit);
  }
  const verdict = {
    routes: Object.values(routes).filter((route) => route !== null),
    emptied: Object.keys(routes).filter((shift) => routes[shift] === null),
    unserved: open.problem.visits.map(({ id }) => id).filter((id) => left.has(id)),
  };
  return planAfter(before, verdict, shiftsOf(open));
}

/** The plan exactly as stored, times from the plan's time 0. */
export function storedPlan(open: OpenPlan): Plan {
  const { stored, epoch, problem } = open;
  const made = stored.routes.map(({ shiftId, staffId, departure, return: back, stops }): PlanRoute => ({
    ...{ shift: shiftId, staff: staffId, departure: departure - epoch, return: back - epoch },
    stops: stops.map(({ kind, id, part, arrival, start, end }) => ({
      ...{ kind, id, part: kind === 'visit' ? String(part) : '' },
      ...{ arrival: arrival - epoch, start: start - epoch, end: end - epoch },
    })),
  }));
  const byShift = new Map(made.map((route) => [route.shift, route]));
  const routes = shiftsOf(open).flatMap((shift) => byShift.get(shift) ?? []);
  const served = new Set(routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  return { routes, unserved: problem.visits.map(({ id }) => id).filter((id) => !served.has(id)) };
}

function storedParts(open: OpenPlan): ReturnType<typeof placedParts> {
  return placedParts(storedPlan(open).routes);
}
