import type { PatternDifference, ShapingOrder, StandingPattern } from '#care';
import type { Recorder } from '../changes/change-ports.js';

/** What a decision grants on a day, and the visits it has from then on. Pattern ids are the provider's own. */
export interface GrantToShape {
  readonly order: ShapingOrder;
  readonly standing: readonly StandingPattern[];
}

/** The decision's hours and its visit patterns. */
export interface ShapingStore {
  /** By the decision's own id; null when the provider has none that grants a provider's care on the day. */
  grant(providerId: string, decision: string, from: string): Promise<GrantToShape | null>;
  /**
   * Makes patterns of what `decide` answers to the grant as it is then: kept patterns stay, changed and removed ones end
   * the day before, changed and added ones begin, and go on with the visits they take the place of. The change, its outbox records and its audit entry are one transaction.
   * Null from `decide` writes nothing. Answers the own ids of the patterns from the day on.
   */
  accept(
    providerId: string,
    wanted: { readonly decision: string; readonly from: string; readonly by: Recorder },
    decide: (grant: GrantToShape) => readonly PatternDifference[] | null,
  ): Promise<readonly string[] | 'not_found' | 'declined'>;
}
