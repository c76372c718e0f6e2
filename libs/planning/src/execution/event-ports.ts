import type { ExecutionEvent, ExecutionEventView } from '#contracts';

/** An event with its person known, to be stored. */
export type StoredEvent = Omit<ExecutionEvent, 'code'> & {
  readonly staff: string;
  /** Whether the code at the door that came with it is the client's; null or absent: none came. */
  readonly doorCode?: boolean | null;
};

/** What events are judged against. */
export interface EventContext {
  /** Visits of the provider by key: their tasks, and whom the published plan sends. */
  readonly visits: ReadonlyMap<
    string,
    { readonly client: string; readonly tasks: readonly string[]; readonly staff: readonly string[] }
  >;
  /** Whose doors the codes open that are in force, by code. */
  readonly doors: ReadonlyMap<string, string>;
  /** Those of the staff asked for who exist. */
  readonly staff: ReadonlySet<string>;
  /** Stored events by their own ids, with the id of the event that corrects each. */
  readonly events: ReadonlyMap<string, { readonly event: StoredEvent; readonly correctedBy: string | null }>;
}

/** Keys of visits, ids of staff and of events. */
export interface EventReferences {
  readonly visits: readonly string[];
  readonly staff: readonly string[];
  readonly events: readonly string[];
  /** Codes that were read at doors. */
  readonly codes: readonly string[];
}

/** Which events to list: of visits of the days, both included, of one visit or person where given. */
export interface EventFilter {
  readonly from: string;
  readonly to: string;
  readonly visit: string | null;
  readonly staff: string | null;
}

/** Events to be stored, who sent them (an account's id), and when they came in. */
export interface Recording {
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly events: readonly StoredEvent[];
}

/** What staff reported, append-only. */
export interface EventStore {
  context(providerId: string, references: EventReferences): Promise<EventContext>;
  /**
   * Adds the events, all or none; those whose id is there already are left out. Returns how many were new, or null when
   * the same events, or another correction of the same one, came in at the same moment: look again.
   */
  record(providerId: string, recording: Recording): Promise<number | null>;
  /** By time. */
  list(providerId: string, filter: EventFilter): Promise<readonly ExecutionEventView[]>;
}
