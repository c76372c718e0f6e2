import type { ConsentFacts, Decision, EpisodeFacts, VisitPattern } from '#care';
import type {
  ClientDecisionView,
  ClientEpisodeView,
  ClientListItem,
  ClientView,
  DwellingOrder,
  PatternOrder,
  PatternView,
} from '#contracts';
import type { Recorder } from '../changes/change-ports.js';
import type { LegalPractice } from '../law/law-data.js';

/** What is kept about a client, before anybody has said what of it ends when and who may see it. */
export interface ClientFacts {
  readonly clientId: string;
  readonly page: Omit<ClientView, 'clocks' | 'decisions' | 'episodes' | 'patterns' | 'consents'>;
  readonly decisions: readonly {
    readonly row: Omit<ClientDecisionView, 'lastDay' | 'state'>;
    readonly facts: Decision;
  }[];
  readonly episodes: readonly {
    readonly row: Omit<ClientEpisodeView, 'terms'>;
    readonly facts: EpisodeFacts;
    /** Own ids of the kept terms, in their order. */
    readonly termIds: readonly string[];
  }[];
  readonly patterns: readonly {
    readonly row: Omit<PatternView, 'nextDays' | keyof PatternOrder['content']>;
    readonly pattern: VisitPattern;
  }[];
  readonly consents: readonly { readonly row: Omit<ClientView['consents'][number], 'state'>; readonly facts: ConsentFacts }[];
  readonly practice: LegalPractice;
}

/** `stale`: it has changed since it was looked at, and nothing was written. */
export type EditOfClient = 'ok' | 'not_found' | 'stale';

/** Clients as the office works with them; ids are the provider's own. */
export interface ClientStore {
  list(providerId: string, today: string): Promise<readonly ClientListItem[]>;
  /** Who was there is looked for in so many days up to today. */
  page(
    providerId: string,
    client: string,
    look: { readonly today: string; readonly seenDays: number },
  ): Promise<ClientFacts | null>;
  /** Ids of the accounts of a client's ledger: decisions, episodes and the client; null when there is no such client. */
  accounts(providerId: string, client: string): Promise<readonly string[] | null>;
  /** Home and access, noted as a change that plans follow. */
  changeDwelling(providerId: string, client: string, order: DwellingOrder, by: Recorder): Promise<EditOfClient>;
  /** The visits of a pattern on one day or from a day on, noted as a change that plans follow. */
  changePattern(providerId: string, pattern: string, order: PatternOrder, by: Recorder): Promise<EditOfClient>;
  /** A pattern by its own id, with what a change of it must fit; null when there is none. */
  pattern(
    providerId: string,
    pattern: string,
  ): Promise<{
    readonly pattern: VisitPattern;
    /** Tasks its decision or episode grants; null: any. */ readonly granted: readonly string[] | null;
  } | null>;
}
