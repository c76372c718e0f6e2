import type {
  AccountStore,
  ChangeStore,
  EventStore,
  FieldWorkStore,
  LedgerStore,
  ReplanStore,
  ScheduleStore,
  WorkItemStore,
  ObservationStore,
  Outbox,
  PlanEditStore,
  PlanReader,
  PlanStore,
  ProviderStore,
  RuleChangeStore,
  SecretLinkStore,
  ShapingStore,
  TravelCache,
} from '#planning';
import { PostgresChangeStore } from './changes/change-store.js';
import { PostgresEventStore } from './execution/event-store.js';
import { PostgresFieldWorkStore } from './field-work/field-work-store.js';
import { PostgresObservationStore } from './field-work/observation-store.js';
import { PostgresSecretLinkStore } from './field-work/secret-link-store.js';
import { PostgresLedgerStore } from './ledger/ledger-store.js';
import { PostgresReplanStore } from './replan/replan-store.js';
import { PostgresScheduleStore } from './schedules/schedule-store.js';
import { PostgresWorkItemStore } from './work-items/work-item-store.js';
import { PostgresAccountStore } from './accounts/account-store.js';
import { PostgresPlanEditStore } from './edits/plan-edit-store.js';
import { openDatabase } from './database/database.js';
import { PostgresOutbox } from './plans/outbox.js';
import { PostgresPlanReader } from './plans/plan-reader.js';
import { PostgresPlanStore } from './plans/plan-store.js';
import { PostgresProviderStore } from './providers/provider-store.js';
import { PostgresRuleChangeStore } from './rules/rule-change-store.js';
import { PostgresShapingStore } from './shaping/shaping-store.js';
import { PostgresTravelCache } from './travel/travel-cache.js';

/** Planning's stores over one Postgres database. */
export interface Persistence {
  readonly providers: ProviderStore;
  readonly plans: PlanStore;
  readonly outbox: Outbox;
  readonly planReader: PlanReader;
  readonly planEdits: PlanEditStore;
  readonly accounts: AccountStore;
  readonly travelCache: TravelCache;
  readonly ruleChanges: RuleChangeStore;
  readonly shaping: ShapingStore;
  readonly changes: ChangeStore;
  readonly replans: ReplanStore;
  readonly workItems: WorkItemStore;
  readonly schedules: ScheduleStore;
  readonly events: EventStore;
  readonly ledger: LedgerStore;
  readonly fieldWork: FieldWorkStore;
  readonly observations: ObservationStore;
  readonly secretLinks: SecretLinkStore;
  /** Whether the database answers; rejects when it does not. */
  ping(): Promise<void>;
  /** Ends all connections; the stores are of no use afterwards. */
  close(): Promise<void>;
}

export interface PersistenceSettings {
  readonly databaseUrl: string;
  /** Most connections of this process; 10 when absent. */
  readonly databasePool?: number;
}

/** Opens the stores on a database that `applyMigrations` has brought up to date; connects at the first query. */
export function createPersistence({ databaseUrl, databasePool = 10 }: PersistenceSettings): Persistence {
  const database = openDatabase(databaseUrl, databasePool);
  return {
    providers: new PostgresProviderStore(database),
    plans: new PostgresPlanStore(database),
    outbox: new PostgresOutbox(database),
    planReader: new PostgresPlanReader(database),
    planEdits: new PostgresPlanEditStore(database),
    accounts: new PostgresAccountStore(database),
    travelCache: new PostgresTravelCache(database),
    events: new PostgresEventStore(database),
    ledger: new PostgresLedgerStore(database),
    fieldWork: new PostgresFieldWorkStore(database),
    observations: new PostgresObservationStore(database),
    secretLinks: new PostgresSecretLinkStore(database),
    ruleChanges: new PostgresRuleChangeStore(database),
    shaping: new PostgresShapingStore(database),
    changes: new PostgresChangeStore(database),
    replans: new PostgresReplanStore(database),
    workItems: new PostgresWorkItemStore(database),
    schedules: new PostgresScheduleStore(database),
    ping: async () => {
      await database.prisma.$queryRaw`SELECT 1`;
    },
    close: () => database.close(),
  };
}
