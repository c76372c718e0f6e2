import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';
import { executionEventView } from './execution.js';

const instant = z.iso.datetime({ offset: true });
const words = z.object({ lv: z.string(), en: z.string(), ru: z.string() });

/** Why a check-in or check-out stands although the place or the time does not fit; care is never kept waiting. */
export const FORCED_REASONS = ['no_position', 'wrong_place', 'elsewhere', 'other_time', 'phone_trouble'] as const;
/** Why a task was not done. */
export const NOT_DONE_REASONS = ['refused', 'absent', 'hospital', 'unsafe', 'not_needed', 'no_time'] as const;

/** GET /api/v1/my/day */
export const myDayQuery = z.object({ day: isoDate });

/** Another visit of the same client that a rule ties to this one; only those whose service the person may hear of. */
export const meetingView = z.object({
  profession: z.string(),
  staff: z.string().nullable(),
  start: instant.nullable(),
  effect: z.enum(['joined', 'parted', 'ordered']),
  rule: z.string(),
  reason: z.string(),
});

/** One's own visit; `client` and `home` are null outside the time they are needed. */
export const myVisitView = z.object({
  visit: z.string(),
  part: z.number().int(),
  parts: z.number().int(),
  /** The client is expected home and not there yet: nobody sets out before the office has confirmed it. */
  reserved: z.boolean(),
  client: z.string().nullable(),
  home: z
    .object({
      address: z.string(),
      neighbourhood: z.string().nullable(),
      latitude: z.number(),
      longitude: z.number(),
      phone: z.string().nullable(),
      floor: z.number().int().nullable(),
      lift: z.boolean().nullable(),
      doorCode: z.string().nullable(),
      keyNote: z.string().nullable(),
      accessNote: z.string().nullable(),
      /** What protects client and staff: two people, oxygen, infection, animals. */
      flags: z.array(z.string()),
    })
    .nullable(),
  funder: z.enum(['municipality', 'client', 'state', 'shared']),
  /** In planned order. */
  tasks: z.array(z.string()),
  /** Sentences for the client who asks for more: who does it instead (S004). */
  notMine: z.array(z.object({ task: z.string(), words })),
  meetings: z.array(meetingView),
  /** The others of a visit of several people. */
  partners: z.array(z.object({ staff: z.string(), arrivedAt: instant.nullable(), leftAt: instant.nullable() })),
  /** What the last visits left to know, newest first. */
  handOver: z.array(
    z.object({
      at: instant,
      profession: z.string(),
      note: z.string().nullable(),
      observation: z.string().nullable(),
    }),
  ),
});

export const myStopView = z.object({
  kind: z.enum(['visit', 'break']),
  arrival: instant,
  start: instant,
  end: instant,
  travelSeconds: z.number().int(),
  /** Null for a break. */
  visit: myVisitView.nullable(),
});

export const myRouteView = z.object({
  mode: z.enum(['walk', 'bicycle', 'car', 'transit']),
  shiftStart: instant,
  shiftEnd: instant,
  departure: instant,
  return: instant,
  /** Of the day's plan: travel, waiting and care; the break is not paid. */
  paidSeconds: z.number().int(),
  stops: z.array(myStopView),
});

/** A day of the person who asks, from the published plan. */
export const myDayView = z.object({
  day: isoDate,
  name: z.string(),
  profession: z.string(),
  providerName: z.string(),
  providerPhone: z.string().nullable(),
  /** When the server made this answer. */
  at: instant,
  routes: z.array(myRouteView),
  /** What the person reported of the day's visits. */
  events: z.array(executionEventView),
  /** Changes of published visits they have not answered. */
  unanswered: z.number().int(),
});

/** GET /api/v1/my/changes: what published plans changed of one's visits from today on. */
export const myChangeView = z.object({
  plan: z.uuid(),
  visit: z.string(),
  /** Null outside the time the name is needed. */
  client: z.string().nullable(),
  day: isoDate,
  effect: z.enum(['added', 'removed', 'moved', 'reassigned', 'changed', 'unserved', 'served']),
  before: z.object({ start: instant, mine: z.boolean() }).nullable(),
  after: z.object({ start: instant, mine: z.boolean() }).nullable(),
  publishedAt: instant,
  /** E-mail of who published it; null where the program did. */
  by: z.string().nullable(),
  /** Kind of the change behind it; null where nothing outside the plan was. */
  why: z.string().nullable(),
  answer: z.enum(['accepted', 'asked']).nullable(),
});

/** POST /api/v1/my/changes/answers */
export const changeAnswer = z.object({
  plan: z.uuid(),
  visit: z.string().min(1).max(200),
  answer: z.enum(['accepted', 'asked']),
  question: z.string().trim().min(1).max(500).optional(),
});

/** GET /api/v1/unanswered-changes: whom of the staff nobody has heard from; for the planning office. */
export const unansweredView = z.object({ staff: z.string(), day: isoDate, changes: z.number().int(), firstStart: instant });

/** GET /api/v1/my/time: both days included, at most 31. */
export const myTimeQuery = z.object({ from: isoDate, to: isoDate });
export const myTimeDay = z.object({
  day: isoDate,
  /** Null on a day without work. */
  start: instant.nullable(),
  end: instant.nullable(),
  careSeconds: z.number().int(),
  travelSeconds: z.number().int(),
  waitingSeconds: z.number().int(),
  paidSeconds: z.number().int(),
  /** From the end of the work before, within 14 days; null: none known. */
  restSeconds: z.number().int().nullable(),
  absence: z.enum(['sick', 'holiday', 'training', 'other']).nullable(),
  /** What the roster says, also while nothing is published for the day; null: nothing. */
  shift: z.object({ start: instant, end: instant }).nullable(),
});
export const myTimeView = z.object({
  days: z.array(myTimeDay),
  /** Of the contract. */
  contractMinutesPerWeek: z.number().int(),
  /** What the law of working time calls attention to. */
  findings: z.array(z.object({ from: isoDate, to: isoDate, severity: z.enum(['hard', 'warning']), words })),
});

/** POST /api/v1/my/swap-requests: asks the office to swap one's work of a day. */
export const swapRequest = z.object({ id: z.uuid(), day: isoDate });

/** What somebody saw at a home. */
export const observationReport = z.object({
  /** Made by the phone: sending it again changes nothing. */
  id: z.uuid(),
  visit: z.string().min(1).max(200),
  /** Of the guideline's list: E1-E6, D1-D8, H1-H8. */
  code: z.string().max(3),
  at: instant,
  /** Not seen at this client before. */
  isNew: z.boolean(),
  note: z.string().trim().min(1).max(2000).optional(),
  /** The client knows that it is passed on (S099). */
  clientInformed: z.boolean(),
  /** Of an emergency: when 113 was called. */
  calledAt: instant.optional(),
});

/** POST /api/v1/observations: all of them or none. */
export const observationReports = z.object({ reports: z.array(observationReport).min(1).max(50) });
export const observationsRecorded = z.object({
  recorded: z.number().int(),
  repeated: z.number().int(),
});

/** GET /api/v1/observations: for the planning office, newest first. */
export const observationQuery = z.object({ from: isoDate, to: isoDate });
export const observationView = z.object({
  id: z.uuid(),
  client: z.string(),
  staff: z.string(),
  code: z.string(),
  isNew: z.boolean(),
  note: z.string().nullable(),
  clientInformed: z.boolean(),
  consented: z.boolean().nullable(),
  at: instant,
  recordedAt: instant,
  calledAt: instant.nullable(),
});

/** POST /api/v1/my/calendar-links and POST /api/v1/week-links answer with the address once; only its hash is kept. */
export const secretLinkMade = z.object({ id: z.uuid(), path: z.string() });
export const secretLinkView = z.object({ id: z.uuid(), createdAt: instant, client: z.string().nullable() });
/** POST /api/v1/week-links and POST /api/v1/door-codes: the client by the provider's own id. */
export const weekLinkOrder = z.object({ client: z.string().min(1).max(60) });

/** What a code at a door begins with; the secret follows. */
export const DOOR_CODE = 'apgaita-door:';

/** GET /api/v1/weeks/:secret: the coming week of one client, without a log-in. */
export const clientWeekView = z.object({
  client: z.string(),
  providerName: z.string(),
  providerPhone: z.string().nullable(),
  from: isoDate,
  to: isoDate,
  visits: z.array(
    z.object({
      start: instant,
      end: instant,
      staff: z.array(z.string()),
      profession: z.string(),
      tasks: z.array(z.string()),
      funder: z.enum(['municipality', 'client', 'state', 'shared']),
      /** What the client pays of it, percent. */
      clientPercent: z.number().int(),
    }),
  ),
});

export type MyDayView = z.infer<typeof myDayView>;
export type MyRouteView = z.infer<typeof myRouteView>;
export type MyStopView = z.infer<typeof myStopView>;
export type MyVisitView = z.infer<typeof myVisitView>;
export type MeetingView = z.infer<typeof meetingView>;
export type MyChangeView = z.infer<typeof myChangeView>;
export type ChangeAnswer = z.output<typeof changeAnswer>;
export type UnansweredView = z.infer<typeof unansweredView>;
export type MyTimeView = z.infer<typeof myTimeView>;
export type MyTimeDay = z.infer<typeof myTimeDay>;
export type SwapRequest = z.output<typeof swapRequest>;
export type ObservationReport = z.output<typeof observationReport>;
export type ObservationView = z.infer<typeof observationView>;
export type ObservationsRecorded = z.infer<typeof observationsRecorded>;
export type SecretLinkMade = z.infer<typeof secretLinkMade>;
export type SecretLinkView = z.infer<typeof secretLinkView>;
export type ClientWeekView = z.infer<typeof clientWeekView>;
