import type {
  AccountStore,
  ChangeStore,
  ClientExports,
  ClientLawStore,
  ConfirmationStore,
  ClientStore,
  ClockStore,
  DataGapStore,
  CredentialStore,
  EmergencyStore,
  IdentityStore,
  ErasureStore,
  EventStore,
  FieldWorkStore,
  GrowthStore,
  KeyedAnswerStore,
  LedgerStore,
  ReplanStore,
  ScheduleStore,
  WorkItemStore,
  ObservationStore,
  Outbox,
  PayrollStore,
  PlanEditStore,
  PlanReader,
  PlanStore,
  ProgramTokenStore,
  ProviderStore,
  QualityStore,
  RuleChangeStore,
  SecretLinkStore,
  ShapingStore,
  SettingsRevisions,
  SharingStore,
  StaffStore,
  TrailStore,
  TravelCache,
} from '#planning';
import { PostgresClientExports } from './clients/client-export.js';
import { PostgresClientLawStore } from './clients/client-law-store.js';
import { PostgresClientStore } from './clients/client-store.js';
import { PostgresClockStore } from './clocks/clock-store.js';
import { PostgresDataGapStore } from './data-quality/data-gap-store.js';
import { PostgresChangeStore } from './changes/change-store.js';
import { PostgresConfirmationStore } from './confirmation/confirmation-store.js';
import { PostgresEventStore } from './execution/event-store.js';
import { PostgresFieldWorkStore } from './field-work/field-work-store.js';
import { PostgresObservationStore } from './field-work/observation-store.js';
import { PostgresSecretLinkStore } from './field-work/secret-link-store.js';
import { PostgresLedgerStore } from './ledger/ledger-store.js';
import { PostgresReplanStore } from './replan/replan-store.js';
import { PostgresScheduleStore } from './schedules/schedule-store.js';
import { PostgresWorkItemStore } from './work-items/work-item-store.js';
import { PostgresAccountStore } from './accounts/account-store.js';
import { PostgresCredentialStore } from './accounts/credential-store.js';
import { PostgresPayrollStore } from './payroll/payroll-store.js';
import { PostgresPlanEditStore } from './edits/plan-edit-store.js';
import { PostgresKeyedAnswerStore } from './programs/keyed-answer-store.js';
import { PostgresSettingsRevisions } from './programs/settings-revisions.js';
import { PostgresProgramTokenStore } from './programs/program-token-store.js';
import { PostgresEmergencyStore } from './emergency/emergency-store.js';
import { PostgresErasureStore } from './clients/erasure-store.js';
import { PostgresIdentityStore } from './identity/identity-store.js';
import { PostgresGrowthStore } from './growth/growth-store.js';
import { openDatabase } from './database/database.js';
import { perProvider } from './database/tenant.js';
import { PostgresOutbox } from './plans/outbox.js';
import { PostgresPlanReader } from './plans/plan-reader.js';
import { PostgresPlanStore } from './plans/plan-store.js';
import { PostgresQualityStore } from './quality/quality-store.js';
import { PostgresProviderStore } from './providers/provider-store.js';
import { PostgresRuleChangeStore } from './rules/rule-change-store.js';
import { PostgresShapingStore } from './shaping/shaping-store.js';
import { PostgresSharingStore } from './sharing/sharing-store.js';
import { PostgresStaffStore } from './staff/staff-store.js';
import { PostgresTrailStore } from './trail/trail-store.js';
import { PostgresTravelCache } from './travel/travel-cache.js';

/** Planning's stores over one Postgres database. */
export interface Persistence {
  readonly providers: ProviderStore;
  readonly plans: PlanStore;
  readonly outbox: Outbox;
  readonly planReader: PlanReader;
  readonly planEdits: PlanEditStore;
  readonly accounts: AccountStore;
  readonly credentials: CredentialStore;
  readonly trail: TrailStore;
  readonly programTokens: ProgramTokenStore;
  readonly keyedAnswers: KeyedAnswerStore;
  readonly settingsRevisions: SettingsRevisions;
  readonly emergencies: EmergencyStore;
  readonly identities: IdentityStore;
  readonly erasures: ErasureStore;
  readonly clientExports: ClientExports;
  readonly clientLaw: ClientLawStore;
  readonly clients: ClientStore;
  readonly staff: StaffStore;
  readonly clocks: ClockStore;
  readonly dataGaps: DataGapStore;
  readonly travelCache: TravelCache;
  readonly ruleChanges: RuleChangeStore;
  readonly sharing: SharingStore;
  readonly shaping: ShapingStore;
  readonly changes: ChangeStore;
  readonly replans: ReplanStore;
  readonly workItems: WorkItemStore;
  readonly schedules: ScheduleStore;
  readonly events: EventStore;
  readonly ledger: LedgerStore;
  readonly confirmations: ConfirmationStore;
  readonly payroll: PayrollStore;
  readonly quality: QualityStore;
  readonly growth: GrowthStore;
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
  /** Longest wait for one of them, milliseconds; without it whoever asks waits until one is free. */
  readonly patienceMs?: number;
}

/** Opens the stores on a database that `applyMigrations` has brought up to date; connects at the first query. */
export function createPersistence({ databaseUrl, databasePool = 10, patienceMs }: PersistenceSettings): Persistence {
  const database = openDatabase(databaseUrl, { connections: databasePool, patienceMs });
  return {
    providers: perProvider(new PostgresProviderStore(database), ['list', 'write']),
    plans: perProvider(new PostgresPlanStore(database), ['begin', 'progress', 'finish', 'fail']),
    outbox: perProvider(new PostgresOutbox(database), ['pending', 'sent', 'tellNeighbours', 'undone', 'reopen', 'backlog']),
    planReader: perProvider(new PostgresPlanReader(database)),
    planEdits: perProvider(new PostgresPlanEditStore(database)),
    accounts: perProvider(new PostgresAccountStore(database), ['findByEmail', 'openSession', 'findSession', 'closeSession']),
    credentials: perProvider(new PostgresCredentialStore(database), ['findLink', 'useLink']),
    programTokens: perProvider(new PostgresProgramTokenStore(database), ['find']),
    erasures: perProvider(new PostgresErasureStore(database)),
    identities: perProvider(new PostgresIdentityStore(database), ['ofDomain']),
    emergencies: perProvider(new PostgresEmergencyStore(database)),
    keyedAnswers: perProvider(new PostgresKeyedAnswerStore(database)),
    settingsRevisions: perProvider(new PostgresSettingsRevisions(database)),
    clientExports: perProvider(new PostgresClientExports(database)),
    clientLaw: perProvider(new PostgresClientLawStore(database)),
    clients: perProvider(new PostgresClientStore(database)),
    staff: perProvider(new PostgresStaffStore(database)),
    clocks: perProvider(new PostgresClockStore(database)),
    dataGaps: perProvider(new PostgresDataGapStore(database)),
    trail: perProvider(new PostgresTrailStore(database)),
    travelCache: perProvider(new PostgresTravelCache(database), ['read', 'write']),
    events: perProvider(new PostgresEventStore(database)),
    ledger: perProvider(new PostgresLedgerStore(database)),
    quality: perProvider(new PostgresQualityStore(database)),
    growth: perProvider(new PostgresGrowthStore(database)),
    payroll: perProvider(new PostgresPayrollStore(database)),
    confirmations: perProvider(new PostgresConfirmationStore(database)),
    fieldWork: perProvider(new PostgresFieldWorkStore(database)),
    observations: perProvider(new PostgresObservationStore(database)),
    secretLinks: perProvider(new PostgresSecretLinkStore(database), ['calendar', 'week']),
    ruleChanges: perProvider(new PostgresRuleChangeStore(database)),
    sharing: perProvider(new PostgresSharingStore(database)),
    shaping: perProvider(new PostgresShapingStore(database)),
    changes: perProvider(new PostgresChangeStore(database)),
    replans: perProvider(new PostgresReplanStore(database)),
    workItems: perProvider(new PostgresWorkItemStore(database)),
    schedules: perProvider(new PostgresScheduleStore(database), ['providerIds']),
    ping: async () => {
      await database.prisma.$queryRaw`SELECT 1`;
    },
    close: () => database.close(),
  };
}
