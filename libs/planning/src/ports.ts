import type {
  Client,
  EquipmentKind,
  Position,
  Preference,
  Profession,
  RuleChange,
  Shift,
  StaffMember,
  TravelMode,
  Visit,
  VisitLink,
  VisitPattern,
} from '#care';
import type { Plan, PlanCost, ProblemInput } from '#engine';
import type { ChangedVisit } from './compare/changed-visits.js';
import type { PlacedPlans } from './compare/compare-ports.js';
import type { StoredRoute } from './replan/stored-routes.js';
import type { LawData } from './law/law-data.js';
import type { BusyElsewhere } from './sharing/elsewhere.js';
import type { WeightProfile, WeightProfileStore } from './weights/weight-profiles.js';
import type { KnownWork, StaffFinding } from './working-time/working-time-ports.js';
import type {
  GrowthJob,
  LinkView,
  PlanJob,
  PlanProgress,
  PlanSummary,
  ProviderFile,
  ReplanJob,
  RouteView,
  StopView,
  UnservedView,
  WeekRouteView,
} from '#contracts';

/** One vehicle or kit of the provider's. */
export interface OwnedEquipment {
  readonly kind: EquipmentKind;
  /** People who go with it; 0: whoever has it. */
  readonly crew: number;
  /** Visits on one shift until it must be filled again (a van's water, S112); null: no limit. */
  readonly uses: number | null;
}

/** What the planner needs of one provider for a range of days, both ends included. */
export interface PlanningData {
  readonly clients: readonly Client[];
  readonly staff: readonly StaffMember[];
  /** Shifts that begin inside the range, without those lost to absences. */
  readonly shifts: readonly Shift[];
  /** Patterns valid on at least one day of the range by their own days; whether anybody owes them is the law's to say. */
  readonly patterns: readonly VisitPattern[];
  readonly preferences: readonly Preference[];
  /** Days clients are not at home, both included; `to` null is open. Absent: everybody is. */
  readonly away?: readonly { readonly clientId: string; readonly from: string; readonly to: string | null }[];
  /** Days from which clients are announced to be home again, which is not certain yet; their visits are reserved. Absent: none is. */
  readonly expected?: readonly { readonly clientId: string; readonly from: string }[];
  /** Keys of visits called off one by one. Absent: none. */
  readonly calledOff?: readonly string[];
  /** Visits that take longer than planned. Absent: none. */
  readonly runningOver?: readonly RunningOver[];
  /** Where the provider's laboratories are. Absent: it has none. */
  readonly laboratories?: readonly Position[];
  /** The vehicles and kits it has, of the kinds that tasks ask for. Absent: none are listed, and whoever needs one is taken to have it. */
  readonly equipment?: readonly OwnedEquipment[];
  /** What other providers tell of shared clients. Absent: nothing. */
  readonly elsewhere?: readonly BusyElsewhere[];
  /** What the provider does to task rules. Absent: nothing. */
  readonly ruleChanges?: readonly RuleChange[];
  /** Work outside the days, as far as the law of working time looks back and ahead. Absent: none is known. */
  readonly workHistory?: readonly KnownWork[];
  /** What the law looks at. Absent: it is not asked, and every visit is lawful. */
  readonly law?: LawData;
}

/** A visit that takes longer than planned, and the instant until which, epoch seconds. */
export interface RunningOver {
  readonly visitKey: string;
  readonly until: number;
}

export type PlanStatus = 'requested' | 'running' | 'draft' | 'published' | 'superseded' | 'failed';

/** A request for a plan: the days, how long to search, and the seed. */
export interface PlanRequest {
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
  /** How it is weighed; absent or null: as usual. */
  readonly profile?: WeightProfile | null;
}

export interface PlanRecord extends PlanRequest {
  readonly id: string;
  readonly providerId: string;
  readonly version: number;
  readonly status: PlanStatus;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly progress: PlanProgress | null;
  readonly failure: string | null;
}

/** A visit left out and why: stable codes with figures, never names. */
export interface UnservedVisit {
  readonly visitKey: string;
  readonly reasons: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
}

/** What a finished search hands to storage, in one transaction. */
export interface PlanResult {
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly iterations: number;
  readonly seconds: number;
  /** Instant of the plan's time 0, epoch seconds. */
  readonly epoch: number;
  readonly visits: readonly Visit[];
  readonly links: readonly VisitLink[];
  readonly unserved: readonly UnservedVisit[];
  readonly warnings: readonly string[];
  /** What the law of working time says of the routes; never anything hard. Absent: nothing. */
  readonly workingTime?: readonly StaffFinding[];
  /** Figures of the summary, derived once. */
  readonly figures: PlanFigures;
}

export interface PlanFigures {
  readonly visits: number;
  readonly served: number;
  readonly routes: number;
  readonly travelSeconds: number;
  readonly waitingSeconds: number;
  readonly serviceSeconds: number;
  /** Pairs of visits a rule wanted together that are together, and double-ups. */
  readonly jointVisits: number;
  /** Pairs of visits of one client that a rule parts and that their windows would have let overlap. */
  readonly conflictsAvoided: number;
  /** Served care in seconds by who pays. */
  readonly secondsByFunder: Readonly<Record<'municipality' | 'client' | 'state', number>>;
}

/** A provider and how much of everything it has, for people of that provider. */
export interface ProviderOverview {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Rows by list of the provider file (`clients`, `staff`, `patterns` ...). */
  readonly counts: Readonly<Record<string, number>>;
}

export interface ImportCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Stores and reads a provider's own data. */
export interface ProviderStore {
  /** Id and name of every provider. */
  list(): Promise<readonly { readonly id: string; readonly code: string; readonly name: string }[]>;
  /** Null when there is no such provider. */
  overview(providerId: string): Promise<ProviderOverview | null>;
  /**
   * Writes a checked file, everything or nothing; rows are matched by their own ids. Repeating it changes nothing.
   * With `dryRun` it does all of that, counts, and takes everything back (an unknown provider's id is then meaningless).
   */
  write(
    file: ProviderFile,
    options?: { readonly dryRun?: boolean },
  ): Promise<{ readonly providerId: string; readonly counts: Readonly<Record<string, ImportCounts>> }>;
  /** What planning needs for the days. */
  planningData(providerId: string, from: string, to: string): Promise<PlanningData>;
}

/**
 * Stores plans. `finish` and `fail` change only a plan that is waiting or
 * running and are silent otherwise, so that a job done twice (a stalled worker
 * that comes back) leaves one result. Every state change that needs a job writes its
 * outbox record in the same transaction.
 */
export interface PlanStore extends WeightProfileStore {
  /** What people know of some days, both included: the routes in force, and who was at each client in the two weeks before. */
  knownOf(providerId: string, days: { readonly from: string; readonly to: string }): Promise<KnownDays>;
  request(providerId: string, request: PlanRequest, requestedBy: string | null): Promise<PlanRecord>;
  find(providerId: string, planId: string): Promise<PlanRecord | null>;
  /** Newest first. */
  list(providerId: string, limit: number): Promise<readonly PlanRecord[]>;
  /** False when the plan is not waiting or running any more (finished, failed or gone). */
  begin(planId: string): Promise<boolean>;
  /** `enough`: somebody asked for the best found so far. */
  progress(planId: string, progress: PlanProgress): Promise<'go_on' | 'enough'>;
  /** Asks the search of a running plan to end with the best it has; false when it is not waiting or running. */
  stopEarly(providerId: string, planId: string, actor: string): Promise<boolean>;
  finish(planId: string, result: PlanResult): Promise<void>;
  fail(planId: string, failure: string): Promise<void>;
  /**
   * Publishes a draft, superseding published plans of the same days; refuses when a person would be in two places. `told`
   * is kept as what the staff concerned are told.
   */
  publish(
    providerId: string,
    planId: string,
    publishedBy: string,
    told?: ToldChanges,
  ): Promise<'published' | 'not_a_draft' | 'overlap'>;
}

/** What people know of some days before they are planned anew. */
export interface KnownDays {
  readonly routes: readonly StoredRoute[];
  /** By client. */
  readonly staff: ReadonlyMap<string, readonly string[]>;
}

/** What a publication changes for people. */
export interface ToldChanges {
  readonly changes: readonly ChangedVisit[];
  readonly lateChanges: number;
  readonly reason: string | null;
}

/** What an outbox record asks for: a job, or that other providers be told. */
export type OutboxJob =
  | { readonly topic: 'plan'; readonly job: PlanJob }
  | { readonly topic: 'replan'; readonly job: ReplanJob }
  | { readonly topic: 'growth'; readonly job: GrowthJob }
  | { readonly topic: 'neighbours'; readonly job: null };

/** Records that must become queue jobs, written with the change that caused them. */
export interface Outbox {
  /** Oldest first, at most `limit` not yet sent. */
  pending(limit: number): Promise<readonly ({ readonly id: string } & OutboxJob)[]>;
  sent(ids: readonly string[]): Promise<void>;
  /**
   * Tells the other providers of a shared client that its times have changed (S103): each has a change of its own to
   * recompute by, with records of its own. One transaction with marking the record as sent, so that it is done once.
   */
  tellNeighbours(id: string): Promise<void>;
  /** What was sent and is not done: its plan or study of growth is unfinished, or nobody has looked at its change since. */
  undone(): Promise<readonly ({ readonly id: string } & OutboxJob)[]>;
  /** Marks those of the records as unsent again that are still undone; answers how many. */
  reopen(ids: readonly string[]): Promise<number>;
  /** How many records wait to be sent, how old the oldest of them is, and how many changes nobody has looked at yet. */
  backlog(now: Date): Promise<{ readonly unsent: number; readonly oldestSeconds: number; readonly unsettled: number }>;
}

export interface JobQueue {
  /** Adding the same plan twice makes one job. */
  addPlan(job: PlanJob): Promise<void>;
  /** Asks for a look at a provider's days; asked for again before it has begun it stays one job. */
  addReplan(job: ReplanJob): Promise<void>;
  /** Adding the same study twice makes one job. */
  addGrowth(job: GrowthJob): Promise<void>;
}

/** Travel times between positions for one mode. */
export interface TravelTimes {
  /** Row-major n*n seconds, door to door; warnings say when a fallback answered. */
  matrix(
    positions: readonly Position[],
    mode: TravelMode,
  ): Promise<{ readonly seconds: Int32Array; readonly warnings: readonly string[] }>;
}

/** The optimiser, wherever it runs. */
export interface PlanSolver {
  solve(problem: ProblemInput, options: SolveRequest): Promise<SolvedPlan>;
}

export interface SolveRequest {
  /** Wall-clock budget; absent: only `iterations` ends the search, and the answer then repeats. One of the two must be given. */
  readonly seconds?: number;
  /** Stops after so many iterations a thread, whatever the clock says. */
  readonly iterations?: number;
  readonly threads: number;
  readonly seed: number;
  readonly warmStart?: Plan;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: {
    readonly seconds: number;
    readonly iterations: number;
    readonly cost: number;
    readonly served: number;
    readonly share: number;
  }) => void;
}

export interface SolvedPlan {
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly iterations: number;
  readonly seconds: number;
  /** Places priced during the search, over all threads; absent when not counted. */
  readonly evaluated?: number;
  readonly unserved: readonly {
    readonly visit: string;
    readonly reasons: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
  }[];
}

/**
 * A route as stored, names resolved; links carry rule ids, whose words the rule
 * book has. `shift` is planning's Shift.id, `staff` StaffMember.id, a stop's
 * `visit` Visit.key (the break's id for a break) and `part` counts from 1: with
 * them a stored plan can be rebuilt and checked again.
 */
export interface RouteRow extends Omit<RouteView, 'stops'> {
  readonly stops: readonly StopRow[];
}

export interface StopRow extends Omit<StopView, 'links'> {
  readonly links: readonly (Omit<LinkView, 'rule' | 'reason' | 'source'> & { readonly rules: readonly string[] })[];
}

/** Reads plans for people who may see names; every method answers only for the given provider. */
export interface PlanReader extends PlacedPlans {
  summary(providerId: string, planId: string): Promise<PlanSummary | null>;
  summaries(providerId: string, limit: number): Promise<readonly PlanSummary[]>;
  /** All routes of a plan or of one of its days, by date, then staff name. */
  routes(providerId: string, planId: string, date: string | null): Promise<readonly RouteRow[]>;
  unserved(providerId: string, planId: string, date: string | null): Promise<readonly UnservedView[]>;
  /** Every route without its stops, by staff name, then date; null when the provider has no such plan. */
  week(providerId: string, planId: string): Promise<readonly WeekRouteView[] | null>;
  /** What the law of working time says of the routes, by staff name, then day. */
  workingTime(providerId: string, planId: string): Promise<readonly (StaffFinding & { readonly staffName: string })[]>;
  /** Of the published plans on the days, both included; in the same order. */
  workingTimeInForce(
    providerId: string,
    days: { readonly from: string; readonly to: string },
  ): Promise<readonly (StaffFinding & { readonly staffName: string; readonly plan: string })[]>;
}

/** Somebody who may log in. */
export interface Account {
  readonly id: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly email: string;
  readonly role: 'coordinator' | 'manager' | 'administrator' | 'staff' | 'integration';
  readonly language: 'lv' | 'en' | 'ru';
  /** argon2id, encoded. */
  readonly passwordHash: string;
  /** The staff member whose account it is; null for everybody else. */
  readonly staffId: string | null;
  /** The staff member's, the main one first; none for everybody else. */
  readonly professions: readonly Profession[];
  /** Nobody can log in with it. */
  readonly locked: boolean;
}

/** An account to be made; of nobody of the staff where `staffId` is absent. */
export type NewAccount = Omit<Account, 'id' | 'providerName' | 'staffId' | 'professions' | 'locked'> & {
  readonly staffId?: string | null;
};

/** A session to be opened. */
export interface NewSession {
  readonly tokenHash: string;
  readonly expiresAt: Date;
  /** As its browser names itself; empty when absent. */
  readonly device?: string;
}

/** Accounts and their sessions; only a hash of a session's token is stored. */
export interface AccountStore {
  findByEmail(email: string): Promise<Account | null>;
  create(account: NewAccount): Promise<{ readonly id: string }>;
  /** A staff member by the provider's own id; null when there is none. */
  findStaff(providerId: string, externalId: string): Promise<string | null>;
  /** How many can log in for the provider; 0 for an unknown one. */
  count(providerId: string): Promise<number>;
  openSession(accountId: string, session: NewSession): Promise<void>;
  /** Null when unknown, expired or of a locked account; notes that it was used. */
  findSession(tokenHash: string): Promise<Account | null>;
  closeSession(tokenHash: string): Promise<void>;
}

/** Travel times kept between runs, by place pair and mode. */
export interface TravelCache {
  /** Seconds by index pair `from * n + to`; missing pairs are absent. Positions are rounded to 5 decimals. */
  read(source: string, mode: TravelMode, positions: readonly Position[]): Promise<ReadonlyMap<number, number>>;
  write(source: string, mode: TravelMode, positions: readonly Position[], seconds: ReadonlyMap<number, number>): Promise<void>;
}
