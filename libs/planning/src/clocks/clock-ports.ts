import type { Agenda } from '../schedules/schedule-ports.js';

/** Somebody by the provider's own id. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What ends, with what people call it. Keys are ids of the database. */
export interface ClockFacts {
  readonly agenda: Pick<Agenda, 'episodes' | 'decisions' | 'certificates' | 'qualifications' | 'consents' | 'practice'>;
  /** Own id and the name in use, of episodes, decisions, certificates, qualifications and consents. */
  readonly things: ReadonlyMap<string, { readonly id: string; readonly label: string }>;
  /** Of episodes: own ids of their kept terms, in order. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly clients: ReadonlyMap<string, Named>;
  readonly staff: ReadonlyMap<string, Named>;
  /** Open work items by what they are about. */
  readonly items: readonly {
    readonly id: string;
    readonly kind: string;
    readonly subjectId: string;
    readonly owner: string | null;
    readonly revision: number;
  }[];
}

/** Reads what ends. */
export interface ClockStore {
  /** Of the whole provider, or of one client by the database's id. */
  read(providerId: string, today: string, client?: string): Promise<ClockFacts>;
}
