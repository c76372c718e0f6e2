import type { ConsentFacts, Profession } from '#care';
import type {
  ChangeAnswer,
  ClientWeekView,
  ExecutionEventView,
  Issue,
  MyChangeView,
  MyTimeView,
  MyVisitView,
  ObservationReport,
  ObservationView,
  SecretLinkView,
  UnansweredView,
} from '#contracts';
import type { NewWorkItem } from '../work-items/work-item-ports.js';

/** Somebody of the staff of a provider. */
export interface FieldMember {
  readonly providerId: string;
  readonly staffId: string;
}

/** A link of a visit to another of the same client, as the published plan has it. */
export interface FieldLink {
  readonly profession: Profession;
  readonly staff: string | null;
  /** ISO instant; null while the other is unserved. */
  readonly start: string | null;
  readonly effect: 'joined' | 'parted' | 'ordered';
  readonly rules: readonly string[];
}

/** Something left to know at a visit: a note, or an observation by its code. */
export interface FieldNote {
  readonly at: string;
  readonly profession: Profession;
  readonly note: string | null;
  readonly observation: string | null;
}

/** A visit with all that storage knows of it, before it is decided what the person may see. */
export interface FieldVisit {
  readonly visit: string;
  readonly part: number;
  readonly parts: number;
  /** Whether its client is only announced to be home. */
  readonly reserved: boolean;
  readonly funder: MyVisitView['funder'];
  readonly tasks: readonly string[];
  readonly client: string;
  readonly home: NonNullable<MyVisitView['home']>;
  readonly consents: readonly ConsentFacts[];
  readonly links: readonly FieldLink[];
  readonly partners: MyVisitView['partners'];
  readonly notes: readonly FieldNote[];
}

/** A stop; instants are ISO. */
export interface FieldStop {
  readonly kind: 'visit' | 'break';
  readonly arrival: string;
  readonly start: string;
  readonly end: string;
  readonly travelSeconds: number;
  readonly visit: FieldVisit | null;
}

/** A route of the published plan. */
export interface FieldRoute {
  readonly mode: 'walk' | 'bicycle' | 'car' | 'transit';
  readonly shiftStart: string;
  readonly shiftEnd: string;
  readonly departure: string;
  readonly return: string;
  readonly stops: readonly FieldStop[];
}

/** A day of one person as stored. */
export interface FieldDay {
  readonly name: string;
  readonly profession: Profession;
  readonly providerName: string;
  readonly providerPhone: string | null;
  readonly routes: readonly FieldRoute[];
  readonly events: readonly ExecutionEventView[];
  readonly unanswered: number;
}

/** Work of a day as published, and what a person's time is judged by. */
export interface FieldTime {
  readonly contractMinutesPerWeek: number;
  readonly routes: readonly {
    readonly day: string;
    readonly departure: string;
    readonly return: string;
    readonly careSeconds: number;
    readonly travelSeconds: number;
    readonly waitingSeconds: number;
  }[];
  readonly absences: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: 'sick' | 'holiday' | 'training' | 'other';
  }[];
  readonly findings: MyTimeView['findings'];
  /** The roster. */
  readonly shifts: readonly { readonly day: string; readonly start: string; readonly end: string }[];
}

/** What published plans want of staff, read for the person and nobody else. */
export interface FieldWorkStore {
  /** Null for somebody the provider does not know. */
  day(member: FieldMember, day: string, today: string): Promise<FieldDay | null>;
  /** From 14 days before the first day, for rests. */
  time(member: FieldMember, from: string, to: string): Promise<FieldTime>;
  /** Changes of visits from the day on, newest publication first, with every client's name. */
  changes(member: FieldMember, from: string): Promise<readonly MyChangeView[]>;
  /** `unknown` where no published plan changed that visit of theirs. A question makes a work item. */
  answer(member: FieldMember, answer: ChangeAnswer, now: Date): Promise<'ok' | 'unknown'>;
  /** Of visits from the day on. */
  unanswered(providerId: string, from: string): Promise<readonly UnansweredView[]>;
  /** Keeps what is to be done once; see NewWorkItem.key. */
  addWork(providerId: string, item: NewWorkItem): Promise<void>;
}

/** A report with who made it and where it goes. */
export interface RoutedReport {
  readonly report: ObservationReport;
  readonly staffId: string;
  readonly clientId: string;
  readonly consented: boolean | null;
  /** Null where nobody needs to do anything. */
  readonly work: Omit<NewWorkItem, 'subjectKind' | 'subjectId'> | null;
  /** The person stays with the client: the rest of their day is planned for others. */
  readonly replan: boolean;
}

/** What reports are judged against: visits by key, and reports already stored by their own ids. */
export interface ObservationContext {
  readonly visits: ReadonlyMap<
    string,
    { readonly clientId: string; readonly staff: readonly string[]; readonly consents: readonly ConsentFacts[] }
  >;
  readonly known: ReadonlyMap<string, ObservationReport & { readonly staffId: string }>;
}

/** What staff saw, append-only. */
export interface ObservationStore {
  context(
    providerId: string,
    references: { readonly visits: readonly string[]; readonly ids: readonly string[] },
  ): Promise<ObservationContext>;
  /** Reports, their work items and changes in one transaction; null when the same reports came in at the same moment. */
  record(
    providerId: string,
    reports: readonly RoutedReport[],
    by: { readonly accountId: string; readonly today: string },
  ): Promise<number | null>;
  list(providerId: string, from: string, to: string): Promise<readonly ObservationView[]>;
}

export type ObservationOutcome =
  | { readonly ok: true; readonly recorded: number; readonly repeated: number }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** One part of one visit as one publication of its day had it. */
export interface PublishedPart {
  readonly visit: string;
  readonly part: number;
  readonly day: string;
  /** Epoch seconds. */
  readonly start: number;
  readonly end: number;
  /** Which of its day's publications, from 0. */
  readonly publication: number;
}

/** Every part ever published for somebody, and when plans of each day were published, epoch seconds, in order. */
export interface PublishedParts {
  readonly parts: readonly PublishedPart[];
  readonly publications: ReadonlyMap<string, readonly number[]>;
}

/** Addresses that show one thing without a log-in; only hashes of their secrets are stored. */
export interface SecretLinkStore {
  /** `unknown_client` where the provider has no such client. */
  make(
    of: { readonly providerId: string; readonly createdBy: string; readonly secretHash: string },
    shows: { readonly kind: 'calendar'; readonly staffId: string } | { readonly kind: 'week' | 'door'; readonly client: string },
  ): Promise<{ readonly id: string } | 'unknown_client'>;
  /** Those in force: of the person's calendar, of all clients' weeks, or of all their doors, of which each has one. */
  list(providerId: string, of: { readonly staffId: string } | 'weeks' | 'doors'): Promise<readonly SecretLinkView[]>;
  /** False where there is none in force. */
  revoke(providerId: string, id: string, of: { readonly staffId: string } | 'weeks' | 'doors', now: Date): Promise<boolean>;
  /** What was ever published for the person of the calendar from the day on; null for an unknown or revoked secret. */
  calendar(secretHash: string, from: string): Promise<PublishedParts | null>;
  /** Null for an unknown or revoked secret. */
  week(secretHash: string, from: string, to: string): Promise<ClientWeekView | null>;
}
