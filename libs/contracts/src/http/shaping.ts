import { z } from 'zod';
import { clockTime, code, isoDate, weekday } from '../provider-file/fields.js';

const pattern = z.object({
  tasks: z.array(code),
  weekdays: z.array(weekday),
  window: z.object({ from: clockTime, to: clockTime }),
  minutes: z.number().int(),
  staffCount: z.number().int(),
});
const cause = z.enum(['not_granted', 'family', 'grant_smaller', 'grant_room']);

/** GET /api/v1/decisions/:id/proposal?from=: how the decision's hours can become visits from a day on. */
export const proposalView = z.object({
  decision: z.string(),
  from: isoDate,
  grantedMinutes: z.number().int(),
  grantedPer: z.enum(['week', 'month']),
  /** Says which proposal was looked at, for accepting that one. */
  fingerprint: z.string(),
  patterns: z.array(pattern),
  /** Against the visits the decision has from that day; ids are the provider's own. */
  differences: z.array(
    z.discriminatedUnion('effect', [
      z.object({ effect: z.literal('kept'), id: z.string(), after: pattern }),
      z.object({ effect: z.literal('changed'), id: z.string(), after: pattern, cause }),
      z.object({ effect: z.literal('removed'), id: z.string(), cause }),
      /** `continues`: the pattern whose visits of these days it goes on with. */
      z.object({ effect: z.literal('added'), after: pattern, cause, continues: z.string().nullable() }),
    ]),
  ),
  minutesPerWeek: z.number().int(),
  /** Of the fullest week or month there can be. */
  minutesInPeriod: z.number().int(),
  lostToRounding: z.number().int(),
  padding: z.number().int(),
  byFamily: z.array(z.object({ task: code, timesPerWeek: z.number().int() })),
  shortfalls: z.array(
    z.object({ task: code, cause: z.enum(['grant', 'on_request', 'other_staff']), timesPerWeek: z.number().int() }),
  ),
});

/** POST /api/v1/decisions/:id/proposal: makes visit patterns of the proposal that was looked at. */
export const proposalAcceptance = z.object({ from: isoDate, fingerprint: z.string().regex(/^[0-9a-f]{16}$/, 'a fingerprint') });

/** Own ids of the patterns a decision has from the day on. */
export const proposalAccepted = z.object({ patterns: z.array(z.string()) });

export type ProposalView = z.infer<typeof proposalView>;
export type ProposalAcceptance = z.infer<typeof proposalAcceptance>;
export type ProposalAccepted = z.infer<typeof proposalAccepted>;
