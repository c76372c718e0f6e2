import type { MunicipalRuleSet } from '#care';
import type { RuleChangeOrder, RuleChangeView } from '#contracts';
import type { Recorder } from '../changes/change-ports.js';

/** Stores who changed which task rule and why; the change, its outbox records and its audit entry are one transaction. */
export interface RuleChangeStore {
  /** Newest first; those that ended only when asked for. */
  list(providerId: string, options?: { readonly ended?: boolean }): Promise<readonly RuleChangeView[]>;
  /**
   * Ends the change of the same rule and client that stood, if any. `client`: the provider has none of that id. `changed`: what
   * stands for the client is not the change that was seen, by id or `none`; without it whatever stands is replaced.
   */
  set(
    providerId: string,
    order: RuleChangeOrder,
    by: Recorder & { readonly seen?: string | null },
  ): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly because: 'client' | 'changed' }>;
  /** The rule sets the provider works by. */
  ruleSets(providerId: string): Promise<readonly MunicipalRuleSet[]>;
  /** The rule is then as the book says; false when no such change stands. */
  end(providerId: string, id: string, by: Recorder): Promise<boolean>;
}
