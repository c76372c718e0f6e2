import { lawWords } from '#care';
import type { CandidatesView, CandidateView, RemediesView } from '#contracts';
import type { RemedyPrices } from '#engine';
import { addDays } from '#time';
import type { Place } from './adviser-port.js';
import type { AdviceParts, OpenPlan } from './open-plans.js';
import { verdictView } from './judge-move.js';
import { nearMisses } from './near-misses.js';
import type { RuleWords } from '../plans/view-plan.js';

/** The ranked list is as long as somebody reads. */
const WANTED = { count: 12, perStaff: 1 };
/** Continuity is looked at over so many days before the visit. */
const DAYS_BACK = 14;

/**
 * Who could take a visit, cheapest first, everybody named once: every place breaks nothing. Where nobody can, who comes
 * nearest and what stands against it. Null when the plan has no such visit.
 */
export async function candidatesFor(
  parts: AdviceParts,
  open: OpenPlan,
  visitKey: string,
  words: RuleWords,
): Promise<CandidatesView | null> {
  const visit = open.visits.get(visitKey);
  if (visit === undefined) return null;
  const [places, known] = await Promise.all([
    open.desk.recommend([visitKey], WANTED),
    parts.edits.visitsBy(open.providerId, visit.clientId, { from: addDays(visit.date, -DAYS_BACK), to: addDays(visit.date, -1) }),
  ]);
  const now = parts.now().getTime() / 1000;
  const ahead = places.filter(({ places: own }) => own.every(({ start }) => start + open.epoch >= now));
  return {
    revision: open.stored.revision,
    candidates: ahead.map((place) => candidateView(open, place, known)),
    misses: ahead.length > 0 ? [] : [...(await nearMisses(open, visit, { words, now: Math.floor(now) }))],
  };
}

function candidateView(open: OpenPlan, { places, verdict }: Place, known: ReadonlyMap<string, number>): CandidateView {
  const view = verdictView(open, verdict, []);
  const [first] = places;
  const shift = open.data.shifts.find(({ id }) => id === first.shift);
  const route = verdict.routes.find((changed) => changed.shift === first.shift);
  const own = new Set(places.map(({ visit }) => visit));
  return {
    moves: places.map(({ visit, part, shift: to, position }) => ({
      ...{ kind: 'put' as const, visit, part: Number(part), shift: to },
      at: { position },
    })),
    staff: places.map(({ staff, start }) => ({
      ...{ id: staff, name: open.names.get(staff) ?? '', visitsInTwoWeeks: known.get(staff) ?? 0 },
      start: new Date((start + open.epoch) * 1000).toISOString(),
    })),
    ...{ costDelta: view.costDelta, travelDelta: view.travelDelta, wishes: view.wishes },
    workSeconds: route === undefined ? 0 : route.return - route.departure,
    shiftSeconds: shift === undefined ? 0 : shift.end - shift.start,
    othersMoved: view.shifted.filter(({ visit }) => !own.has(visit)).length,
  };
}

/**
 * What arranging a remedy costs, in seconds of somebody's time: a phone call for another time, more for another person's
 * overtime, most for one who is not on duty.
 */
const REMEDY_PRICES: RemedyPrices = {
  widen_window: { once: 300, perUnit: 1 },
  start_earlier: { once: 300, perUnit: 1 },
  move_visit: { once: 600, perUnit: 1 },
  extend_shift: { once: 900, perUnit: 2 },
  drop_pin: { once: 600 },
  allow_person: { once: 1800 },
  add_shift: { once: 7200 },
};
const REMEDIES = { prices: REMEDY_PRICES, count: 3, tries: 8, iterations: 300, step: 300 };

/**
 * The cheapest changes that would serve a visit left out, each proved by solving; of one the law bars, what lifts the bar.
 * Null when the plan leaves out no such visit.
 */
export async function remediesFor(open: OpenPlan, visitKey: string): Promise<RemediesView | null> {
  const lawful = lawRemedy(open, visitKey);
  if (lawful !== null) return { revision: open.stored.revision, remedies: [lawful] };
  if (!open.visits.has(visitKey) || !open.desk.plan.unserved.includes(visitKey)) return null;
  const found = await open.desk.remedies(visitKey, REMEDIES);
  const staffOf = new Map(open.problem.staff.flatMap(({ id, shifts }) => shifts.map((shift) => [shift.id, id])));
  return {
    revision: open.stored.revision,
    remedies: found.map(({ steps, delta }) => ({
      costDelta: delta,
      steps: steps.map((step) => {
        const client = 'visit' in step ? open.visits.get(step.visit)?.clientId : undefined;
        const staff = 'shift' in step ? staffOf.get(step.shift) : 'staff' in step ? step.staff : undefined;
        const name = (id: string | undefined): string | null => (id === undefined ? null : (open.names.get(id) ?? null));
        return { kind: step.kind, client: name(client), staff: name(staff), seconds: 'by' in step ? step.by : null, words: null };
      }),
    })),
  };
}

/** What the law asks for before a visit may be planned, everything it asks at once; null for a visit it does not bar. */
function lawRemedy({ stored, visits }: OpenPlan, visitKey: string): RemediesView['remedies'][number] | null {
  if (visits.has(visitKey)) return null;
  const reasons = stored.unserved.find((left) => left.visitKey === visitKey)?.reasons ?? [];
  const steps = reasons
    .filter(({ code }) => code.startsWith('law.'))
    .map((reason) => ({
      kind: reason.code.startsWith('law.term_lapsed') ? ('ask_opinion' as const) : ('meet_law' as const),
      ...{ client: null, staff: null, seconds: null },
      words: lawWords(reason) ?? null,
    }));
  return steps.length === 0 ? null : { steps, costDelta: null };
}
