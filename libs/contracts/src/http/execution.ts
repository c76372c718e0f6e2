import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';

const instant = z.iso.datetime({ offset: true });

/** What can be reported of a visit. `withdrawn` takes the event away that it corrects; any other kind takes its place. */
export const executionEventKind = z.enum([
  'checked_in',
  'checked_out',
  'task_done',
  'task_not_done',
  'visit_refused',
  'client_absent',
  'client_in_hospital',
  'no_answer',
  'unsafe',
  'not_given',
  'running_late',
  'note',
  'withdrawn',
]);

/** An event as the phone or the office reports it. */
export const executionEvent = z.object({
  /** Made by whoever reports: sending the same event again changes nothing. */
  id: z.uuid(),
  /** Key of the visit. */
  visit: z.string().min(1).max(200),
  /** Whose visit it was; one's own where absent. */
  staff: z.uuid().optional(),
  kind: executionEventKind,
  /** When it happened, by the reporter's clock. */
  at: instant,
  /** Of `task_done` and `task_not_done`: its code. */
  task: z.string().max(60).optional(),
  /** Of `task_not_done`, `unsafe` and `not_given`: why; of `checked_in` and `checked_out`: why it stands where or when it does not fit. */
  reason: z.string().trim().min(1).max(200).optional(),
  note: z.string().trim().min(1).max(2000).optional(),
  /** Of `checked_in` and `checked_out`: what the code at the door says, an alternative to a position. Never shown again. */
  code: z.string().min(20).max(100).optional(),
  /** Of `running_late`: when they will be there. */
  expectedAt: instant.optional(),
  /** Degrees; wherever the phone believes to be. */
  position: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      accuracyMetres: z.number().min(0).max(100_000).optional(),
      /** How old the position was at the event. */
      ageSeconds: z.number().int().min(0).max(86_400).optional(),
    })
    .optional(),
  /** Id of the event whose place this one takes. */
  corrects: z.uuid().optional(),
});

/** POST /api/v1/execution-events: all of them or none. */
export const executionEvents = z.object({ events: z.array(executionEvent).min(1).max(200) });

/** How many events were new, and how many were there already. */
export const eventsRecorded = z.object({ recorded: z.number().int(), repeated: z.number().int() });

/** GET /api/v1/execution-events: of the visits of the days, both included. */
export const executionQuery = z.object({ from: isoDate, to: isoDate, visit: z.string().max(200).optional() });

export const executionEventView = executionEvent.extend({
  staff: z.uuid(),
  /** When the server took it. */
  recordedAt: instant,
});

export type ExecutionEvent = z.output<typeof executionEvent>;
export type ExecutionEvents = z.output<typeof executionEvents>;
export type EventsRecorded = z.infer<typeof eventsRecorded>;
export type ExecutionQuery = z.infer<typeof executionQuery>;
export type ExecutionEventView = z.infer<typeof executionEventView>;
