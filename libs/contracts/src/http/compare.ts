import { z } from 'zod';
import { isoDate } from '../provider-file/fields.js';
import { differenceView } from './changes.js';

const placed = z.object({ start: z.iso.datetime({ offset: true }), staff: z.array(z.string()) });

/** A visit that two plans treat differently; staff by name. */
export const changedVisitView = z.object({
  visit: z.string(),
  client: z.string(),
  date: isoDate,
  tasks: z.array(z.string()),
  effect: differenceView.shape.effect,
  before: placed.nullable(),
  after: placed.nullable(),
  /** Who comes after the change, did not before it, and was not at the client in the last 14 days. */
  newFaces: z.array(z.string()),
  /** `change`: something that happened. `by_hand`: somebody moved it. `demand`: only one of the plans has it. `search`: the search weighed otherwise. */
  cause: z.enum(['change', 'by_hand', 'demand', 'search']),
  /** Kind of what happened. */
  change: z.string().nullable(),
});

const pair = { before: z.number(), after: z.number() };
const work = z.object({ visits: z.number().int(), travelSeconds: z.number().int(), workSeconds: z.number().int() });

/** GET /api/v1/plans/:id/comparison?with=: the plan beside another, over the days both have. `before` is the other. */
export const comparisonView = z.object({
  /** Null: they share no day. */
  days: z.object({ from: isoDate, to: isoDate }).nullable(),
  figures: z.array(z.object({ name: z.string(), ...pair })),
  /** Parts of the cost of the whole plans; empty unless they have the same days and the same weights. */
  prices: z.array(z.object({ name: z.string(), ...pair })),
  visits: z.array(changedVisitView),
  people: z.array(z.object({ staff: z.string(), name: z.string(), before: work, after: work })),
  clients: z.array(
    z.object({
      client: z.string(),
      name: z.string(),
      changed: z.number().int(),
      faces: z.object(pair),
      newFaces: z.number().int(),
    }),
  ),
  causes: z.array(z.object({ cause: changedVisitView.shape.cause, change: z.string().nullable(), visits: z.number().int() })),
});

/** A change of a publication, and whether it comes late. */
export const toldChangeView = changedVisitView.extend({ late: z.boolean() });
const told = z.object({ id: z.string(), name: z.string(), visits: z.number().int(), changes: z.array(toldChangeView) });

/** GET /api/v1/plans/:id/publication: what publishing a draft would tell whom. */
export const publicationView = z.object({
  /** Nothing is in force on its days: everybody is told everything, and `changes` are empty. */
  first: z.boolean(),
  /** A change of a visit that begins within so many hours is late. */
  lateHours: z.number().int(),
  lateChanges: z.number().int(),
  changes: z.number().int(),
  unserved: z.number().int(),
  clients: z.array(told),
  staff: z.array(told),
});

/** POST /api/v1/plans/:id/publish */
export const publishOrder = z.object({ reason: z.string().trim().min(1).max(500).optional() }).optional();

export type ChangedVisitView = z.infer<typeof changedVisitView>;
export type ComparisonView = z.infer<typeof comparisonView>;
export type PublicationView = z.infer<typeof publicationView>;
export type PublishOrder = z.output<typeof publishOrder>;
