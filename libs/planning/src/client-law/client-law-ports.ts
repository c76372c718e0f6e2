import type { ConsentFacts, Decision, MunicipalRuleSet } from '#care';
import type { ConsentView, SharingLogView } from '#contracts';
import type { LegalPractice } from '../law/law-data.js';

/** A consent with who wrote down what of it. */
export interface ConsentOnFile extends ConsentFacts, Pick<ConsentView, 'id' | 'scope' | 'history'> {}

/** A decision with what people call it and its client. */
export interface DecisionOnFile {
  readonly decision: Decision;
  /** The provider's own ids. */
  readonly id: string;
  readonly client: string;
  readonly number: string;
  readonly clientName: string;
}

/** The decisions of a provider and what they are judged by. */
export interface DecisionsOnFile {
  readonly decisions: readonly DecisionOnFile[];
  readonly ruleSets: readonly MunicipalRuleSet[];
  readonly practice: LegalPractice;
}

/** What the law makes of clients' papers, for people to read; clients by the provider's own ids. */
export interface ClientLawStore {
  /** Newest first; null when the provider has no such client. */
  consents(providerId: string, client: string): Promise<readonly ConsentOnFile[] | null>;
  /** Newest first; null when the provider has no such client. */
  sharingLog(providerId: string, client: string): Promise<SharingLogView['entries'] | null>;
  /** Of one client, or of all. */
  decisions(providerId: string, client: string | null): Promise<DecisionsOnFile>;
}
