import type { GrowthOrder, GrowthResult, GrowthView } from '#contracts';

/** Studies of growth as stored; each with the job it needs, by way of the outbox. Their results name nobody. */
export interface GrowthStore {
  request(providerId: string, order: GrowthOrder, requestedBy: string): Promise<string>;
  find(providerId: string, growthId: string): Promise<GrowthView | null>;
  /** Newest first, without results. */
  list(providerId: string, limit: number): Promise<readonly GrowthView[]>;
  /** False when it is not waiting or running any more. */
  begin(providerId: string, growthId: string): Promise<boolean>;
  /** `stopped`: somebody does not want the answer any more. */
  progress(providerId: string, growthId: string, share: number): Promise<'go_on' | 'stopped'>;
  finish(providerId: string, growthId: string, result: GrowthResult): Promise<void>;
  fail(providerId: string, growthId: string): Promise<void>;
  /** False when it is over. */
  stop(providerId: string, growthId: string): Promise<boolean>;
  /** Where clients live, by planning's id; '' where no district is given. */
  districts(providerId: string): Promise<ReadonlyMap<string, string>>;
}
