import { lawWords } from '#care';
import type { CandidatesView, CandidateView, RemediesView } from '#contracts';
import type { Remedy, RemedyPrices } from '#engine';
import { addDays } from '#time';
import type { Place } from './adviser-port.js';
import { openIfLawful, type AdviceParts, type OpenPlan } from './open-plans.js';
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
 * The cheapest changes that would serve a visit left out, each proved by solving. Where the law asks for something first,
 * that stands in front, and what is proved is the plan with it done. Null when the plan leaves out no such visit.
 */
export async function remediesFor(parts: AdviceParts, open: OpenPlan, visitKey: string): Promise<RemediesView | null> {
  const left = open.stored.unserved.find((one) => one.visitKey === visitKey);
  const lawful = (left?.reasons ?? []).filter(({ code }) => code.startsWith('law.')).map(lawStep);
  if (lawful.length > 0) return { revision: open.stored.revision, remedies: await onceLawful(parts, open, { visitKey, lawful }) };
  if (!open.visits.has(visitKey) || !open.desk.plan.unserved.includes(visitKey)) return null;
  const found = await open.desk.remedies(visitKey, REMEDIES);
  return { revision: open.stored.revision, remedies: found.map((remedy) => remedyView(open, remedy)) };
}

type RemedyView = RemediesView['remedies'][number];
type StepView = RemedyView['steps'][number];
const NOTHING = { client: null, staff: null, seconds: null, words: null, shift: null } as const;

/** What the law asks for, alone if that serves the visit, else with the cheapest that does; at no cost known where nothing is proved to. */
async function onceLawful(
  parts: AdviceParts,
  open: OpenPlan,
  { visitKey, lawful }: { readonly visitKey: string; readonly lawful: readonly StepView[] },
): Promise<RemedyView[]> {
  const supposed = await openIfLawful(parts, open, visitKey);
  try {
    const found = supposed === null ? [] : await supposed.desk.remedies(visitKey, REMEDIES);
    if (supposed === null || found.length === 0) return [{ steps: [...lawful], costDelta: null }];
    return found.map((remedy) => {
      const { steps, costDelta } = remedyView(supposed, remedy);
      return { steps: [...lawful, ...steps.filter(({ kind }) => kind !== 'rearrange')], costDelta };
    });
  } finally {
    supposed?.desk.close();
  }
}

function lawStep(reason: Parameters<typeof lawWords>[0]): StepView {
  const kind = reason.code.startsWith('law.term_lapsed') ? 'ask_opinion' : 'meet_law';
  return { ...NOTHING, kind, words: lawWords(reason) ?? null };
}

function remedyView(open: OpenPlan, { steps, delta }: Remedy): RemedyView {
  const staffOf = new Map(open.problem.staff.flatMap(({ id, shifts }) => shifts.map((shift) => [shift.id, id])));
  const name = (id: string | undefined): string | null => (id === undefined ? null : (open.names.get(id) ?? null));
  const instant = (seconds: number): string => new Date((seconds + open.epoch) * 1000).toISOString();
  return {
    costDelta: delta,
    steps: steps.map((step) => {
      const visit = 'visit' in step ? open.visits.get(step.visit) : undefined;
      const staff = 'shift' in step ? staffOf.get(step.shift) : 'staff' in step ? step.staff : undefined;
      const shift =
        step.kind === 'add_shift' && visit !== undefined
          ? { profession: visit.profession, from: instant(step.from), to: instant(step.to) }
          : null;
      const seconds = 'by' in step ? step.by : null;
      return { ...NOTHING, kind: step.kind, client: name(visit?.clientId), staff: name(staff), seconds, shift };
    }),
  };
}
