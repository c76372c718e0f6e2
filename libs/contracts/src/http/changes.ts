import { z } from 'zod';
import {
  absenceRow,
  certificateRow,
  consentRow,
  decisionChangeRow,
  decisionRow,
  medicineRow,
  opinionRow,
  patternRow,
  qualificationRow,
} from '../provider-file/provider-file.js';
import { clockTime, externalId, isoDate, latitude, longitude, shortText } from '../provider-file/fields.js';

const instant = z.iso.datetime({ offset: true });

/** What a person records; ids are the provider's own, as in its file. */
export const RECORDED_KINDS = [
  'decision_made',
  'decision_ended',
  'decision_shortened',
  'decision_suspended',
  'decision_resumed',
  'decision_reduced',
  'opinion_requested',
  'opinion_received',
  'certificate_received',
  'contraindication_reported',
  'qualification_recorded',
  'client_away',
  'client_back',
  'discharge_announced',
  'client_moved',
  'staff_absent',
  'staff_back',
  'visit_refused',
  'visit_runs_over',
  'consent_given',
  'consent_withdrawn',
  'medicines_received',
  'urgent_start',
] as const;

/** What only time or another part of the programs brings about. */
export const OBSERVED_KINDS = [
  'decision_expired',
  'term_lapsed',
  'certificate_expired',
  'qualification_expired',
  'consent_expired',
  'discharge_lapsed',
  'rule_changed',
  'visits_shaped',
  'practice_changed',
  'pattern_changed',
  'elsewhere_changed',
  'data_imported',
] as const;

/** Every kind of change that can touch a plan. */
export const changeKind = z.enum([...RECORDED_KINDS, ...OBSERVED_KINDS]);

/** A pattern of the decision it comes with: client and decision are known. */
const decidedPattern = patternRow.omit({ client: true, decision: true, episode: true });

/** The municipality's change of a decision in force, under the provider's own id. */
const decisionChange = decisionChangeRow.pick({ id: true, decision: true, decidedOn: true, reason: true });

/** POST /api/v1/changes: what has happened, one kind a body. Days are included at both ends. */
export const changeOrder = z.discriminatedUnion('kind', [
  /** A new decision, or one that replaces another from its first day on; its visits come as patterns. */
  z.object({
    kind: z.literal('decision_made'),
    decision: decisionRow.omit({ endedOn: true }),
    patterns: z.array(decidedPattern).max(100).default([]),
  }),
  z.object({ kind: z.literal('decision_ended'), decision: externalId, lastDay: isoDate }),
  /** Ends earlier than first said. */
  decisionChange.extend({ kind: z.literal('decision_shortened'), lastDay: isoDate }),
  /** Nothing is owed from `from` to `to`; without `to` until it is resumed. */
  decisionChange.extend({ kind: z.literal('decision_suspended'), from: isoDate, to: isoDate.optional() }),
  /** `on` is the first day with the grant again. */
  z.object({ kind: z.literal('decision_resumed'), decision: externalId, on: isoDate }),
  /** Fewer minutes from that day on; how they are cut into visits is proposed anew. */
  decisionChange.extend({
    kind: z.literal('decision_reduced'),
    from: isoDate,
    grantedMinutes: decisionRow.shape.grantedMinutes,
  }),
  z.object({ kind: z.literal('opinion_requested'), term: externalId, on: isoDate }),
  z.object({ kind: z.literal('opinion_received'), opinion: opinionRow }),
  z.object({ kind: z.literal('certificate_received'), certificate: certificateRow }),
  /** Social care is suspended from that day on; only a later certificate without a yes lifts it (S039, S074). */
  z.object({
    kind: z.literal('contraindication_reported'),
    client: externalId,
    on: isoDate,
    contraindication: z.enum(['tuberculosis', 'acuteInfection', 'sexuallyTransmitted']),
  }),
  z.object({ kind: z.literal('qualification_recorded'), qualification: qualificationRow }),
  z.object({
    kind: z.literal('client_away'),
    client: externalId,
    from: isoDate,
    to: isoDate.optional(),
    reason: z.enum(['hospital', 'away']),
  }),
  /** `on` is the first day at home again. */
  z.object({ kind: z.literal('client_back'), client: externalId, on: isoDate }),
  /**
   * The hospital expects to send the client home on that day (S060, S064). The visits from then on are reserved: planned
   * where there is room for them, real once `client_back` says so, gone when the day passes without it.
   */
  z.object({ kind: z.literal('discharge_announced'), client: externalId, on: isoDate }),
  z.object({
    kind: z.literal('client_moved'),
    client: externalId,
    actualAddress: shortText,
    neighbourhood: shortText.optional(),
    latitude,
    longitude,
  }),
  z.object({ kind: z.literal('staff_absent'), absence: absenceRow }),
  /** `on` is the first day at work again. */
  z.object({ kind: z.literal('staff_back'), staff: externalId, on: isoDate }),
  z.object({ kind: z.literal('visit_refused'), visit: z.string().min(1).max(120), reason: z.enum(['refused', 'away']) }),
  /** Somebody is still at a visit; what they visit afterwards waits. Said again, the later word counts. */
  z.object({ kind: z.literal('visit_runs_over'), visit: z.string().min(1).max(120), until: instant }),
  z.object({ kind: z.literal('consent_given'), consent: consentRow.omit({ withdrawnOn: true }) }),
  z.object({ kind: z.literal('consent_withdrawn'), consent: externalId, on: isoDate }),
  /** The client's list of medicines as the doctor wrote it (S094). */
  z.object({
    kind: z.literal('medicines_received'),
    client: externalId,
    medicines: z
      .array(medicineRow.omit({ client: true }))
      .min(1)
      .max(60),
  }),
  /**
   * Care must begin within hours, after a discharge say (S060, S095): one visit of the day that may start from `from` to
   * `to`, at the client's own cost until a decision comes. The plan in force makes room for it as it would for any other.
   */
  z.object({
    kind: z.literal('urgent_start'),
    client: externalId,
    pattern: patternRow.pick({ id: true, tasks: true, durationMinutes: true, profession: true, skills: true, staffCount: true }),
    day: isoDate,
    from: clockTime,
    to: clockTime,
  }),
]);

/** A recorded change as people see it; names only of the provider's own people. */
export const changeView = z.object({
  id: z.number().int(),
  kind: changeKind,
  client: z.string().nullable(),
  staff: z.string().nullable(),
  from: isoDate,
  /** Null: open. */
  to: isoDate.nullable(),
  recordedAt: instant,
});

/** GET /api/v1/changes: the newest first. */
export const recordedChangeView = changeView.extend({
  /** Whether every plan it may touch has been looked at: what it does to them is then in their drafts. */
  followed: z.boolean(),
});

/** GET /api/v1/changes/:id/exposed-staff: who was at the home before a contraindication became known, who was there last first. */
export const exposedStaffView = z.object({ staff: z.string(), lastOn: isoDate, visits: z.number().int().min(1) });

const placement = z.object({ start: instant, staff: z.array(z.string()) });

/** GET /api/v1/plans/:id/differences: what a recomputed draft does to the plan it is based on. */
export const differenceView = z.object({
  visit: z.string(),
  client: z.string(),
  date: isoDate,
  tasks: z.array(z.string()),
  effect: z.enum(['added', 'removed', 'moved', 'reassigned', 'changed', 'unserved', 'served']),
  /** `direct`: the change is the visit's own. `linked`: a rule ties it to such a visit. `displaced`: it made room. `room`: room was made. `chosen`: a person or a new search chose it. */
  cause: z.enum(['direct', 'linked', 'displaced', 'room', 'chosen']),
  change: changeView.nullable(),
  before: placement.nullable(),
  after: placement.nullable(),
});

/** GET and PUT /api/v1/replan-settings */
export const replanSettings = z.object({
  /** Publish a recomputed draft without asking, within the limits below. */
  publishes: z.boolean(),
  mostChangedVisits: z.number().int().min(0).max(1000),
  /** No published visit that begins within so many hours is touched without a person's consent. */
  protectedHours: z.number().int().min(0).max(744),
  /** Visits that begin within so many minutes count as begun and are kept. */
  frozenMinutes: z.number().int().min(0).max(1440),
  /** Days ahead that the nightly run keeps planned; 0: none. */
  horizonDays: z.number().int().min(0).max(31),
});

/** What a person must do. */
export const workItemView = z.object({
  id: z.uuid(),
  kind: z.enum([
    'request_gp_visit',
    'chase_opinion',
    'complete_referral',
    'ask_new_decision',
    'renew_qualification',
    'renew_certificate',
    'find_cover',
    'review_plan',
    'emergency_at_home',
    'tell_gp',
    'tell_social_service',
    'ask_consent',
    'answer_staff',
    'swap_request',
    'bring_medicine_list',
    'prepare_home',
    'confirm_discharge',
    'nobody_opened',
  ]),
  client: z.string().nullable(),
  staff: z.string().nullable(),
  /** The day it is about: the end of a term or decision, or the day without cover. */
  about: isoDate,
  dueAt: instant,
  overdue: z.boolean(),
  owner: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
  doneAt: instant.nullable(),
  /** What `If-Match` of an act names, in quotes. */
  revision: z.int(),
});

/** POST /api/v1/work-items/:id/assign: an account's e-mail; null takes the owner away. */
export const assignment = z.object({ owner: z.email().max(200).nullable() });

export type ChangeKind = z.infer<typeof changeKind>;
export type ChangeOrder = z.output<typeof changeOrder>;
export type ChangeView = z.infer<typeof changeView>;
export type RecordedChangeView = z.infer<typeof recordedChangeView>;
export type ExposedStaffView = z.infer<typeof exposedStaffView>;
export type DifferenceView = z.infer<typeof differenceView>;
export type ReplanSettings = z.infer<typeof replanSettings>;
export type WorkItemView = z.infer<typeof workItemView>;
export type WorkItemKind = WorkItemView['kind'];
