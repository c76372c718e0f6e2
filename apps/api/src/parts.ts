import type { Issue, ProviderFile } from '#contracts';
import type { Logger, Metrics } from '#observability';
import type { PlanQueue } from '#jobs';
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
  ObservationStore,
  Outbox,
  PlanAdviser,
  PayrollStore,
  PlanEditStore,
  PlanReader,
  PlanSolver,
  PlanStore,
  ProgramTokenStore,
  ProviderStore,
  QualityStore,
  ReplanStore,
  RuleChangeStore,
  RuleWords,
  SecretLinkStore,
  ShapingStore,
  TrailStore,
  SettingsRevisions,
  SharingStore,
  StaffStore,
  TravelTimes,
  WorkItemStore,
} from '#planning';

/** Injection token of {@link ApiParts}. */
export const API_PARTS = Symbol('parts of the API');

/** Everything the routes use; made once, where the program starts. */
export interface ApiParts {
  readonly providers: ProviderStore;
  readonly plans: PlanStore;
  readonly reader: PlanReader;
  readonly planEdits: PlanEditStore;
  readonly travel: TravelTimes;
  /** Answers questions about plans in threads of its own; the API ends it. */
  readonly adviser: PlanAdviser;
  readonly solver: PlanSolver;
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
  readonly changes: ChangeStore;
  readonly replans: ReplanStore;
  readonly workItems: WorkItemStore;
  readonly events: EventStore;
  readonly ledger: LedgerStore;
  readonly confirmations: ConfirmationStore;
  readonly payroll: PayrollStore;
  readonly quality: QualityStore;
  readonly growth: GrowthStore;
  readonly fieldWork: FieldWorkStore;
  readonly observations: ObservationStore;
  readonly secretLinks: SecretLinkStore;
  /** The clock; only tests have another than the machine's. */
  readonly now: () => Date;
  readonly outbox: Outbox;
  readonly queue: PlanQueue;
  /** Rejects when Postgres does not answer. */
  readonly ping: () => Promise<void>;
  readonly ruleWords: RuleWords;
  readonly ruleChanges: RuleChangeStore;
  readonly shaping: ShapingStore;
  readonly sharing: SharingStore;
  readonly files: ProviderFiles;
  readonly logger: Logger;
  /** Absent: nothing is measured. */
  readonly metrics?: Metrics;
  readonly settings: ApiSettings;
}

/** A provider's file as read: whole and checked, or with everything wrong with it. */
export type FileRead =
  | { readonly ok: true; readonly file: ProviderFile; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads and offers the files a provider brings its data in; their type or content tells the form. */
export interface ProviderFiles {
  /** `type` is the media type the sender gave. */
  read(bytes: Uint8Array, type: string): Promise<FileRead>;
  /** An empty workbook with instructions. */
  template(): Promise<Uint8Array>;
}

export interface ApiSettings {
  readonly sessionDays: number;
  /** The cookie goes over https only, and browsers are told to stay there. */
  readonly cookieSecure: boolean;
  /** Folder of the built web app; null serves none. */
  readonly webRoot: string | null;
  /** Raster tiles of maps and whom to credit; absent: maps have a plain ground. */
  readonly mapTiles?: { readonly url: string; readonly attribution: string };
  /** Proxies between the browsers and this program, whose word on the browser's address counts; 0 when absent. */
  readonly trustedProxies?: number;
  /** Seals the secrets of second factors: 32 bytes in base64; without it nobody can set one up. */
  readonly secretsKey?: string | undefined;
  /** Years a client's data are kept after the last day of care; 10 when absent. */
  readonly keptYears?: number;
  /** Organisations' log-ins may be reached without https; only tests say so. */
  readonly insecureIssuers?: boolean;
  /** The people of the demo provider may log in; false when absent. */
  readonly demoAccounts?: boolean;
}
