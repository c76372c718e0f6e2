import type { CareLevel } from '../settings.js';
import type { Home } from './homes.js';
import type { FullName, Sex } from './names.js';

/** The nurse's main service of an episode. */
export type MainService =
  'WOUND' | 'PULCER' | 'INJ' | 'INSULIN' | 'INFUS' | 'STOMA' | 'CATH' | 'ENTERAL' | 'TRACH' | 'GASTROST' | 'VENT';

/** A grant of social care before it becomes a decision and patterns. */
export interface SocialNeed {
  readonly level: CareLevel;
  /** Granted a week, whole quarters of an hour. */
  readonly minutesPerWeek: number;
  readonly visitsPerWeek: number;
}

/** A client on the way into the book. */
export interface ClientDraft {
  readonly id: string;
  /** Number of the story this client stands for. */
  readonly story: number | null;
  readonly name: FullName;
  readonly sex: Sex;
  readonly age: number;
  readonly languages: ('lv' | 'ru' | 'other')[];
  /** Where the client is declared, whose social service decides. */
  readonly municipality: string;
  readonly home: Home;
  readonly livesAlone: boolean;
  readonly flags: Set<string>;
  /** 0 to 20; absent without social care. */
  readonly barthel: number | null;
  readonly social: SocialNeed | null;
  readonly nurse: MainService | null;
  readonly rehab: boolean;
  /** Bathed by the bath van instead of by a carer. */
  readonly bathVan: boolean;
  /** The municipality pays a relative instead of the provider. */
  readonly relativePaid: boolean;
  readonly phone: boolean;
  readonly keyNote: string | null;
}

/** Whom the municipality pays the provider for. */
export function isServedSocially(client: ClientDraft): client is ClientDraft & { readonly social: SocialNeed } {
  return client.social !== null && !client.relativePaid;
}
