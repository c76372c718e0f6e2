import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';
import { workingTimeView } from './views.js';

const instant = z.iso.datetime({ offset: true });

/** GET /api/v1/staff: every member of staff, by name. */
export const staffListItem = z.object({
  id: z.string(),
  name: z.string(),
  /** The main one first. */
  professions: z.array(z.string()),
  languages: z.array(z.string()),
  mode: z.string(),
  neighbourhood: z.string().nullable(),
  contractMinutesPerWeek: z.number().int(),
  /** Employed today. */
  employed: z.boolean(),
  /** Absent today. */
  absent: z.boolean(),
  /** The first day on which a qualification that nothing takes the place of ends; null: none does. */
  qualificationEnds: isoDate.nullable(),
});

/** `replaced`: a later one of the same kind has taken its place. */
export const qualificationState = z.enum(['coming', 'valid', 'soon', 'ended', 'replaced']);

/** A rostered shift and, where a plan of its day is in force, what is planned of it. */
export const workdayView = z.object({
  date: isoDate,
  start: z.string(),
  end: z.string(),
  breakMinutes: z.number().int(),
  /** `off`: absent or not employed; `rostered`: its day has no plan in force; `free`: the plan has nothing for it. */
  state: z.enum(['off', 'rostered', 'planned', 'free']),
  planned: z.object({ plan: z.uuid(), from: instant, to: instant, visits: z.number().int() }).nullable(),
  /** Work without breaks, planned or else rostered. */
  workMinutes: z.number().int(),
  /** From the end of the work before to the start of this; null: there is neither in the week before. */
  restMinutes: z.number().int().nullable(),
});

/** GET /api/v1/staff/:id: what the office works with. */
export const staffView = z.object({
  id: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  professions: z.array(z.string()),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  mode: z.string(),
  startKind: z.enum(['home', 'office']),
  neighbourhood: z.string().nullable(),
  contractMinutesPerWeek: z.number().int(),
  /** Working time is averaged over so many months; null: it is not summarised. */
  referenceMonths: z.number().int().nullable(),
  overtimeAgreed: z.boolean(),
  employedFrom: isoDate,
  employedTo: isoDate.nullable(),
  qualifications: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      number: z.string().nullable(),
      validFrom: isoDate,
      validTo: isoDate.nullable(),
      state: qualificationState,
    }),
  ),
  /** The latest first; what for is null where the role may not see it. */
  absences: z.array(
    z.object({ id: z.string(), from: isoDate, to: isoDate, kind: z.enum(['sick', 'holiday', 'training', 'other']).nullable() }),
  ),
  /** Whole weeks from the present one on, with the coming fourteen days. */
  weeks: z.array(z.object({ from: isoDate, to: isoDate, workMinutes: z.number().int(), days: z.array(workdayView) })),
  /** What the law of working time says of the plans in force in those weeks. */
  findings: z.array(workingTimeView.omit({ staff: true, staffName: true })),
  preferences: z.array(
    z.object({
      client: z.object({ id: z.string(), name: z.string() }),
      kind: z.enum(['preferred', 'required', 'excluded']),
      reason: z.string().nullable(),
    }),
  ),
});

export type StaffListItem = z.infer<typeof staffListItem>;
export type StaffView = z.infer<typeof staffView>;
export type WorkdayView = z.infer<typeof workdayView>;
export type QualificationState = z.infer<typeof qualificationState>;
