import type { ConsentFacts, Profession, Service, SharedBusy } from '#care';

/** A published visit of another provider at a client both care for, with the consents the other provider has on file. */
export interface VisitElsewhere {
  /** The own id of the client. */
  readonly clientId: string;
  readonly date: string;
  readonly profession: Profession;
  readonly tasks: readonly string[];
  readonly durationSeconds: number;
  /** Epoch seconds. */
  readonly start: number;
  readonly consents: readonly ConsentFacts[];
}

/** What another provider tells of a client: to the own staff of one service alone, and nothing but this (S098-S103). */
export interface BusyElsewhere {
  readonly clientId: string;
  readonly service: Service;
  readonly busy: SharedBusy;
}
