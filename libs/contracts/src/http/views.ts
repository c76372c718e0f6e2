import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';
import { issue } from '../issue.js';
import { logInCode } from './accounts.js';
import { planProgress } from '../jobs.js';

const instant = z.iso.datetime({ offset: true });

/** Where somebody lives or begins the day: degrees WGS 84. */
export const positionView = z.object({ latitude: z.number(), longitude: z.number() });

/** POST /api/v1/session */
export const logIn = z.object({
  email: z.email().max(200),
  password: z.string().min(1).max(200),
  /** Of the second factor, where the account has one. */
  code: logInCode.optional(),
});
export const sessionView = z.object({
  email: z.string(),
  role: z.enum(['coordinator', 'manager', 'administrator', 'staff', 'integration']),
  providerName: z.string(),
  language: z.enum(['lv', 'en', 'ru']),
});

/** POST /api/v1/plans: both days included; at most 31 days. */
export const planOrder = z.object({
  from: isoDate,
  to: isoDate,
  seconds: z.number().int().min(1).max(3600).default(20),
  threads: z.number().int().min(1).max(16).default(2),
  seed: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .default(1),
  /** How it is weighed: id of a weight profile; absent: as usual. */
  profile: z.string().min(1).max(60).optional(),
});

export const planSummary = z.object({
  id: z.uuid(),
  version: z.number().int(),
  status: z.enum(['requested', 'running', 'draft', 'published', 'superseded', 'failed']),
  from: isoDate,
  to: isoDate,
  requestedAt: instant,
  finishedAt: instant.nullable(),
  progress: planProgress.nullable(),
  failure: z.string().nullable(),
  /** Null until the search has finished. */
  figures: z
    .object({
      visits: z.number().int(),
      served: z.number().int(),
      routes: z.number().int(),
      travelSeconds: z.number(),
      waitingSeconds: z.number(),
      serviceSeconds: z.number(),
      jointVisits: z.number().int(),
      conflictsAvoided: z.number().int(),
      secondsByFunder: z.object({ municipality: z.number(), client: z.number(), state: z.number() }),
      cost: z.number(),
      iterations: z.number().int(),
      seconds: z.number(),
    })
    .nullable(),
  warnings: z.array(z.string()),
  /** Of a recomputed draft: the plan whose days it changes. */
  basedOn: z.uuid().nullable(),
  /** Name of the weight profile it was asked for with: a known one's id or the provider's own; null: as usual. */
  profile: z.string().nullable(),
  /** Of a publication that replaced another: changes that came late. */
  lateChanges: z.number().int().nullable(),
});

/** Why two visits stand as they do: the rule's codes and words. */
export const linkView = z.object({
  rule: z.string(),
  effect: z.enum(['joined', 'parted', 'ordered']),
  held: z.boolean(),
  reason: z.string(),
  source: z.string(),
  otherVisit: z.string(),
  otherStaff: z.string().nullable(),
  otherStart: instant.nullable(),
});

export const stopView = z.object({
  kind: z.enum(['visit', 'break']),
  visit: z.string(),
  /** Null for a break. */
  clientId: z.string().nullable(),
  client: z.string(),
  address: z.string(),
  neighbourhood: z.string().nullable(),
  /** The client's home; null for a break. */
  position: positionView.nullable(),
  tasks: z.array(z.string()),
  funder: z.enum(['municipality', 'client', 'state', 'shared']).nullable(),
  arrival: instant,
  start: instant,
  end: instant,
  travelSeconds: z.number().int(),
  part: z.number().int(),
  parts: z.number().int(),
  /** Held for a client whose discharge is announced and not certain: nobody sets out before it is. */
  reserved: z.boolean(),
  links: z.array(linkView),
});

export const routeView = z.object({
  shift: z.string(),
  staff: z.string(),
  staffName: z.string(),
  profession: z.string(),
  mode: z.enum(['walk', 'bicycle', 'car', 'transit']),
  date: isoDate,
  shiftStart: instant,
  shiftEnd: instant,
  departure: instant,
  return: instant,
  /** Where the way begins and ends; null where nobody has left yet. */
  base: positionView.nullable(),
  travelSeconds: z.number().int(),
  waitingSeconds: z.number().int(),
  serviceSeconds: z.number().int(),
  stops: z.array(stopView),
});

export const unservedView = z.object({
  visit: z.string(),
  clientId: z.string(),
  client: z.string(),
  address: z.string(),
  neighbourhood: z.string().nullable(),
  position: positionView,
  date: isoDate,
  tasks: z.array(z.string()),
  funder: z.enum(['municipality', 'client', 'state', 'shared']),
  windows: z.array(z.object({ start: instant, end: instant })),
  priority: z.number().int(),
  reasons: z.array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      /** The sentence, where the law is the reason: it names the rule, the day and the remedy. */
      words: z.object({ lv: z.string(), en: z.string(), ru: z.string() }).optional(),
    }),
  ),
});

/** GET /api/v1/plans/:id/week: what everybody has on each day, a route each. */
export const weekRouteView = z.object({
  ...{ shift: z.string(), staff: z.string(), staffName: z.string(), profession: z.string(), date: isoDate },
  ...{ shiftStart: instant, shiftEnd: instant, departure: instant, return: instant },
  ...{ visits: z.number().int(), travelSeconds: z.number().int() },
  /** From leaving to being back, breaks taken off. */
  workSeconds: z.number().int(),
});

/** GET /api/v1/plans/:id/working-time: what the law of working time says of a plan's routes; `words` say it with its figures. */
export const workingTimeView = z.object({
  staff: z.string(),
  staffName: z.string(),
  code: z.string(),
  severity: z.enum(['hard', 'warning']),
  from: isoDate,
  to: isoDate,
  actualMinutes: z.number().int(),
  limitMinutes: z.number().int(),
  source: z.string(),
  words: z.object({ lv: z.string(), en: z.string(), ru: z.string() }),
});

/** GET /api/v1/provider: who the coordinator plans for, and the days the page offers first. */
export const providerView = z.object({
  code: z.string(),
  name: z.string(),
  /** Today in Europe/Riga. */
  today: isoDate,
  /** The first working day after today. */
  nextWorkingDay: isoDate,
  /** Rows by list of the provider file: `clients`, `staff`, `patterns` ... */
  counts: z.record(z.string(), z.number().int()),
  /** The ground of maps: a template of raster tiles with {z}, {x} and {y}, or null for a plain ground; whom to credit. */
  map: z.object({ tiles: z.string().nullable(), attribution: z.string() }),
});

/**
 * POST /api/v1/imports: 200 when every row is well (a dry run writes nothing either way); a file with issues is
 * answered with 422 problem+json carrying them all. `counts` by sheet.
 */
export const importView = z.object({
  dryRun: z.boolean(),
  counts: z.record(z.string(), z.object({ created: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })),
  issues: z.array(issue).default([]),
  /** What was read all the same, but should be looked at. */
  warnings: z.array(issue).default([]),
});

export type PositionView = z.infer<typeof positionView>;
export type LogIn = z.infer<typeof logIn>;
export type SessionView = z.infer<typeof sessionView>;
export type PlanOrder = z.output<typeof planOrder>;
export type PlanSummary = z.infer<typeof planSummary>;
export type RouteView = z.infer<typeof routeView>;
export type StopView = z.infer<typeof stopView>;
export type LinkView = z.infer<typeof linkView>;
export type WeekRouteView = z.infer<typeof weekRouteView>;
export type UnservedView = z.infer<typeof unservedView>;
export type WorkingTimeView = z.infer<typeof workingTimeView>;
export type ProviderView = z.infer<typeof providerView>;
export type ImportView = z.infer<typeof importView>;
