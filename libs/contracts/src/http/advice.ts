import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });
const visitKey = z.string().min(1).max(200);
const part = z.number().int().min(1).max(9).default(1);
const revision = z.number().int().min(0);

/**
 * One move: a visit part onto a shift, so that it starts at an instant, or behind so many other visits of that shift
 * (`position`) when there is time; or a visit out of the plan with all its parts.
 */
export const move = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('put'),
    visit: visitKey,
    part,
    shift: z.uuid(),
    at: z.union([z.object({ start: instant }), z.object({ position: z.number().int().min(0).max(200) })]),
  }),
  z.object({ kind: z.literal('remove'), visit: visitKey }),
]);

const moves = z.array(move).min(1).max(8);

/** POST /api/v1/plans/:id/moves/judge */
export const judgeOrder = z.object({ moves });
/** POST /api/v1/plans/:id/moves: `revision` is that of the plan the person has seen; `reason` sets wishes aside. */
export const moveOrder = z.object({ moves, revision, reason: z.string().trim().min(1).max(500).optional() });

/** A hard rule that stands against a move. */
export const brokenRuleView = z.object({
  /** Stable: the engine's and the checker's, `working_time.*` of the law of working time, or `in_the_past`. */
  code: z.string(),
  visit: z.string().nullable(),
  client: z.string().nullable(),
  staff: z.string().nullable(),
  /** The figure in the plan and the nearest allowed: an instant, or seconds. */
  found: z.union([instant, z.number()]).nullable(),
  allowed: z.union([instant, z.number()]).nullable(),
  /** A missing skill, in the provider's word. */
  skill: z.string().nullable(),
  /** Of a link: the task rule behind it. */
  rule: z.string().nullable(),
  source: z.string(),
  /** The sentence, where the server has it. */
  words: z.object({ lv: z.string(), en: z.string(), ru: z.string() }).nullable(),
  /** Of a pin: who pinned it and why. */
  pin: z.object({ by: z.string(), reason: z.string() }).nullable(),
});

/** A part of the cost before and after; lower is better. */
export const priceView = z.object({ name: z.string(), before: z.number(), after: z.number() });

const timedStop = z.object({
  kind: z.enum(['visit', 'break']),
  visit: z.string(),
  part: z.number().int(),
  arrival: instant,
  start: instant,
  end: instant,
});

/** A route as it would be. */
export const timedRoute = z.object({
  shift: z.string(),
  staff: z.string(),
  staffName: z.string(),
  departure: instant,
  return: instant,
  stops: z.array(timedStop),
});

/** A visit part that starts at another time or is given by somebody else than now. */
export const shiftedVisit = z.object({
  visit: z.string(),
  part: z.number().int(),
  client: z.string(),
  before: z.object({ staff: z.string(), start: instant }).nullable(),
  after: z.object({ staff: z.string(), start: instant }).nullable(),
});

/** What a move would make of the plan; the same judgement that storing it asks. */
export const verdictView = z.object({
  revision,
  /** `refused`: a hard rule forbids it. `reason_needed`: it sets a wish aside. `allowed`: neither. */
  verdict: z.enum(['allowed', 'reason_needed', 'refused']),
  rules: z.array(brokenRuleView),
  /** Wishes it meets worse than now. */
  wishes: z.array(priceView),
  /** Everything whose cost changes. */
  prices: z.array(priceView),
  /** Cost after minus before; below 0 is better. */
  costDelta: z.number(),
  travelDelta: z.number().int(),
  routes: z.array(timedRoute),
  emptied: z.array(z.string()),
  shifted: z.array(shiftedVisit),
});

/** Somebody who could take a visit. */
export const candidateView = z.object({
  /** What to send to do it: one move a part. */
  moves,
  staff: z.array(z.object({ id: z.string(), name: z.string(), start: instant, visitsInTwoWeeks: z.number().int() })),
  costDelta: z.number(),
  travelDelta: z.number().int(),
  /** Seconds of the day's work of the (first) person, and of the shift. */
  workSeconds: z.number().int(),
  shiftSeconds: z.number().int(),
  wishes: z.array(priceView),
  /** How many other visits start at another time. */
  othersMoved: z.number().int(),
});
/** GET /api/v1/plans/:id/visits/:key/candidates */
export const candidatesView = z.object({
  revision,
  candidates: z.array(candidateView),
  /** Where nobody can: who comes nearest, and the rules that stand against it. */
  misses: z.array(z.object({ id: z.string(), name: z.string(), start: instant, rules: z.array(brokenRuleView) })),
});

const remedyStep = z.object({
  /** `ask_opinion`, `meet_law`: what the law asks for first, in `words`. */
  kind: z.enum([
    'ask_opinion',
    'meet_law',
    'rearrange',
    'widen_window',
    'start_earlier',
    'move_visit',
    'extend_shift',
    'allow_person',
    'drop_pin',
    'add_shift',
  ]),
  client: z.string().nullable(),
  staff: z.string().nullable(),
  seconds: z.number().int().nullable(),
  words: z.object({ lv: z.string(), en: z.string(), ru: z.string() }).nullable(),
  /** Of `add_shift`: who is needed at the client's home, and from when to when. */
  shift: z.object({ profession: z.string(), from: instant, to: instant }).nullable(),
});
/** GET /api/v1/plans/:id/unserved/:key/remedies: each proved by solving, cheapest first; at no cost known where the law asks for something first and nothing was found that serves the visit even then. */
export const remediesView = z.object({
  revision,
  remedies: z.array(z.object({ steps: z.array(remedyStep), costDelta: z.number().nullable() })),
});

/** POST /api/v1/plans/:id/pins: settles the person or the start a visit part has now; both false takes the pin away. */
export const pinOrder = z.object({
  visit: visitKey,
  part,
  person: z.boolean(),
  time: z.boolean(),
  reason: z.string().trim().min(1).max(500),
  revision,
});

/** POST /api/v1/plans/:id/undo and /redo */
export const undoOrder = z.object({ revision });

/** What an edit made of the plan. */
export const editedView = z.object({ revision, verdict: verdictView.nullable() });

export const pinView = z.object({
  visit: z.string(),
  part: z.number().int(),
  staff: z.string().nullable(),
  start: instant.nullable(),
  reason: z.string(),
  by: z.string(),
});
/** GET /api/v1/plans/:id/editing: what the board needs beside the routes. */
export const editingView = z.object({
  revision,
  editable: z.boolean(),
  pins: z.array(pinView),
  /** What would be taken back, or done again, and whether it is one's own. */
  undo: z.object({ kind: z.string(), by: z.string(), own: z.boolean() }).nullable(),
  redo: z.object({ kind: z.string(), by: z.string(), own: z.boolean() }).nullable(),
  /** Shifts of the plan's days, those without a visit too. */
  shifts: z.array(
    z.object({
      ...{ shift: z.string(), staff: z.string(), staffName: z.string(), date: z.string(), start: instant, end: instant },
      ...{ profession: z.string(), mode: z.enum(['walk', 'bicycle', 'car', 'transit']) },
    }),
  ),
});

/** Server-sent event `edited` of GET /api/v1/plans/:id/live. */
export const liveView = z.object({ revision, status: z.string(), by: z.string().nullable(), visits: z.array(z.string()) });

export type MoveInput = z.input<typeof move>;
export type MoveOrder = z.output<typeof moveOrder>;
export type JudgeOrder = z.output<typeof judgeOrder>;
export type BrokenRuleView = z.infer<typeof brokenRuleView>;
export type PriceView = z.infer<typeof priceView>;
export type TimedRoute = z.infer<typeof timedRoute>;
export type ShiftedVisit = z.infer<typeof shiftedVisit>;
export type VerdictView = z.infer<typeof verdictView>;
export type CandidateView = z.infer<typeof candidateView>;
export type CandidatesView = z.infer<typeof candidatesView>;
export type RemediesView = z.infer<typeof remediesView>;
export type PinOrder = z.output<typeof pinOrder>;
export type UndoOrder = z.output<typeof undoOrder>;
export type EditedView = z.infer<typeof editedView>;
export type PinView = z.infer<typeof pinView>;
export type EditingView = z.infer<typeof editingView>;
export type LiveView = z.infer<typeof liveView>;
