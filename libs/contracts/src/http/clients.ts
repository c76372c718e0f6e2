import { z } from 'zod';
import { clientRow, patternRow } from '../provider-file/provider-file.js';
import { clockTime, isoDate, latitude, longitude, shortText, text } from '../provider-file/fields.js';
import { ledgerGap, ledgerRow } from './ledger.js';

const instant = z.iso.datetime({ offset: true });
/** Says which state of a thing somebody has seen; it changes whenever the thing does. */
const revision = z.string().min(1).max(100);

/** GET /api/v1/clients: every client of the provider, by name. */
export const clientListItem = z.object({
  id: z.string(),
  name: z.string(),
  birthYear: z.number().int().nullable(),
  municipality: z.string(),
  neighbourhood: z.string().nullable(),
  address: z.string(),
  /** What they have care for today. */
  social: z.boolean(),
  health: z.boolean(),
  away: z.enum(['hospital', 'away']).nullable(),
  /** Open work items about the client. */
  openWork: z.number().int(),
});

/** What an end asks of the office. */
export const clockKind = z.enum(['opinion', 'decision', 'certificate', 'qualification', 'consent']);
/** `askOpinion`: the GP has not been asked; `recordOpinion`: they have; the rest: ask for and record the next one. */
export const clockStep = z.enum([
  'askOpinion',
  'recordOpinion',
  'newDecision',
  'newCertificate',
  'newQualification',
  'renewConsent',
]);

/** GET /api/v1/clocks: something that ends, overdue first; `due` is the day by which the step must be done. */
export const clockView = z.object({
  kind: clockKind,
  /** Own id of the term's episode, the decision, certificate, qualification or consent. */
  subject: z.string(),
  /** What people call it: the decision's number, the qualification's code. */
  label: z.string(),
  /** Own id and name of the client, or of the member of staff. */
  client: z.object({ id: z.string(), name: z.string() }).nullable(),
  staff: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Of an opinion: the own id of the kept term that the GP is asked about. */
  term: z.string().nullable(),
  /** First day of the window in which the opinion must be given. */
  windowFrom: isoDate.nullable(),
  ends: isoDate,
  due: isoDate,
  state: z.enum(['overdue', 'due', 'soon', 'later']),
  step: clockStep,
  /** The open work item about it. */
  workItem: z.object({ id: z.uuid(), kind: z.string(), owner: z.string().nullable(), revision: z.int() }).nullable(),
});

export const dwelling = clientRow.pick({ livesAlone: true, warmWater: true, bathOrShower: true, stoveHeating: true }).extend({
  phone: shortText.nullable(),
  declaredAddress: shortText,
  actualAddress: shortText,
  neighbourhood: shortText.nullable(),
  latitude,
  longitude,
  floor: z.number().int().min(-2).max(40).nullable(),
  lift: z.boolean().nullable(),
  doorCode: shortText.nullable(),
  keyNote: text.nullable(),
  accessNote: text.nullable(),
  languages: clientRow.shape.languages.removeDefault(),
  livesAlone: z.boolean(),
  warmWater: z.boolean(),
  bathOrShower: z.boolean(),
  stoveHeating: z.boolean(),
});

/** PUT /api/v1/clients/:id/dwelling: home and access, if they still are as `revision` says. */
export const dwellingOrder = z.object({ revision, dwelling });

const window = z.object({ from: clockTime, to: clockTime });
/** What a change of a pattern may set. */
export const patternContent = z.object({
  durationMinutes: patternRow.shape.durationMinutes,
  staffCount: z.number().int().min(1).max(3),
  windows: z.array(window).min(1).max(6),
  tasks: patternRow.shape.tasks,
});

/**
 * PUT /api/v1/patterns/:id: the visit of one day (`this`), every visit from a day on (`following`), or those of them that
 * were not changed one by one (`unchanged`).
 */
export const patternOrder = z.object({
  revision,
  scope: z.enum(['this', 'following', 'unchanged']),
  from: isoDate,
  content: patternContent,
  reason: text,
});

export const patternView = z.object({
  id: z.string(),
  revision,
  /** Own id of the decision or episode behind it; null: paid by the client alone. */
  decision: z.string().nullable(),
  episode: z.string().nullable(),
  profession: z.string(),
  skills: z.array(z.string()),
  weekdays: z.array(z.string()),
  timesPerWeek: z.number().int().nullable(),
  minDaysBetween: z.number().int(),
  everyWeeks: z.number().int(),
  priority: z.number().int(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  pausedFrom: isoDate.nullable(),
  pausedTo: isoDate.nullable(),
  /** As it holds today, or on its first day when that is to come. */
  ...patternContent.shape,
  /** Days of its next visits. */
  nextDays: z.array(isoDate),
  /** Changes by hand that still count, the earliest first. */
  changes: z.array(
    patternContent.extend({
      from: isoDate,
      to: isoDate.nullable(),
      reason: z.string(),
      madeAt: instant,
      madeBy: z.string().nullable(),
    }),
  ),
});

const stretch = z.object({ from: isoDate, to: isoDate.nullable() });

export const clientDecisionView = z.object({
  id: z.string(),
  /** The account of the ledger. */
  account: z.uuid(),
  number: z.string(),
  municipality: z.string(),
  decidedOn: isoDate,
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  /** The last day with the grant, whatever ended it; null: open. */
  lastDay: isoDate.nullable(),
  state: z.enum(['coming', 'running', 'suspended', 'ended']),
  form: z.string(),
  careLevel: z.number().int().nullable(),
  grantedMinutes: z.number().int(),
  grantedPer: z.enum(['week', 'month']),
  tasks: z.array(z.string()),
  municipalityPercent: z.number().int().nullable(),
  ruleSet: z.string().nullable(),
  replacedBy: z.string().nullable(),
  changes: z.array(
    stretch.extend({
      kind: z.enum(['suspended', 'reduced', 'shortened', 'ended']),
      grantedMinutes: z.number().int().nullable(),
      decidedOn: isoDate,
      reason: z.string().nullable(),
    }),
  ),
});

export const clientEpisodeView = z.object({
  id: z.string(),
  account: z.uuid(),
  kind: z.enum(['chronic_mobility', 'post_surgery', 'rehab']),
  issuer: z.string(),
  startedOn: isoDate,
  endedOn: isoDate.nullable(),
  mainTasks: z.array(z.string()),
  additionalTasks: z.array(z.string()),
  terms: z.array(
    z.object({
      /** The kept term's own id; null: it follows from the law and the opinions alone. */
      id: z.string().nullable(),
      from: isoDate,
      end: isoDate.nullable(),
      window: z.object({ from: isoDate, to: isoDate }).nullable(),
      due: isoDate.nullable(),
      requestedOn: isoDate.nullable(),
      state: z.enum(['running', 'requested', 'windowOpen', 'continued', 'stopped', 'lapsed']),
      opinion: z.object({ givenOn: isoDate, verdict: z.enum(['continue', 'stop']) }).nullable(),
    }),
  ),
});

/** GET /api/v1/clients/:id: everything the office works with. Health facts are null where the role may not see them. */
export const clientView = z.object({
  id: z.string(),
  revision,
  givenName: z.string(),
  familyName: z.string(),
  birthDate: isoDate.nullable(),
  municipality: z.object({ id: z.string(), name: z.string() }),
  flags: z.array(z.string()).nullable(),
  /** Reported, and not lifted by a later certificate: social care waits (S039, S074). */
  contraindications: z
    .array(z.object({ kind: z.enum(['tuberculosis', 'acuteInfection', 'sexuallyTransmitted']), on: isoDate }))
    .nullable(),
  dwelling,
  clocks: z.array(clockView),
  decisions: z.array(clientDecisionView),
  episodes: z.array(clientEpisodeView),
  patterns: z.array(patternView),
  relatives: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      relation: z.string(),
      phone: z.string().nullable(),
      tasks: z.array(z.string()),
      weekdays: z.array(z.string()),
      from: z.string().nullable(),
      to: z.string().nullable(),
      minutesPerWeek: z.number().int(),
      paidByMunicipality: z.boolean(),
    }),
  ),
  consents: z.array(
    z.object({
      id: z.string(),
      direction: z.enum(['social_to_health', 'health_to_social']),
      scope: z.string(),
      givenOn: isoDate,
      validTo: isoDate.nullable(),
      withdrawnOn: isoDate.nullable(),
      state: z.enum(['coming', 'given', 'ended', 'withdrawn']),
      recordedAt: instant,
    }),
  ),
  barthel: z.array(z.object({ id: z.string(), assessedOn: isoDate, form: z.string(), score: z.number().int() })).nullable(),
  certificates: z
    .array(
      z.object({
        id: z.string(),
        issuedOn: isoDate,
        validTo: isoDate.nullable(),
        issuedBy: z.string(),
        severity: z.string(),
        /** One of the three answers of S039 was yes: social care waits. */
        contraindicated: z.boolean(),
      }),
    )
    .nullable(),
  /** `expectedOn`: the announced first day at home. */
  absences: z.array(stretch.extend({ reason: z.enum(['hospital', 'away']), expectedOn: isoDate.nullable() })),
  preferences: z.array(
    z.object({ staff: z.string(), kind: z.enum(['preferred', 'required', 'excluded']), reason: z.string().nullable() }),
  ),
  /** Who was, or by the published plan is, there in the last 14 days; the last first. */
  seen: z.array(z.object({ staff: z.string(), profession: z.string(), visits: z.number().int(), lastOn: isoDate })),
  observations: z
    .array(
      z.object({
        id: z.string(),
        at: instant,
        code: z.string(),
        isNew: z.boolean(),
        note: z.string().nullable(),
        staff: z.string(),
      }),
    )
    .nullable(),
});

/** GET /api/v1/clients/:id/hours: granted, planned, delivered and billed minutes of the days, with the causes between them. */
export const clientHours = z.array(
  ledgerRow.pick({ account: true, kind: true, number: true }).extend({
    granted: z.number().int(),
    planned: z.number().int(),
    delivered: z.number().int(),
    billed: z.number().int(),
    notPlanned: z.array(ledgerGap.omit({ cents: true })),
    notDelivered: z.array(ledgerGap.omit({ cents: true })),
    notBilled: z.array(ledgerGap.omit({ cents: true })),
  }),
);

export type ClientListItem = z.infer<typeof clientListItem>;
export type ClockView = z.infer<typeof clockView>;
export type ClientView = z.infer<typeof clientView>;
export type ClientDecisionView = z.infer<typeof clientDecisionView>;
export type ClientEpisodeView = z.infer<typeof clientEpisodeView>;
export type ClientHours = z.infer<typeof clientHours>;
export type Dwelling = z.infer<typeof dwelling>;
export type DwellingOrder = z.output<typeof dwellingOrder>;
export type PatternContent = z.infer<typeof patternContent>;
export type PatternOrder = z.output<typeof patternOrder>;
export type PatternView = z.infer<typeof patternView>;
