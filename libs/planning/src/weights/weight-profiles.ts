import type { PlanWeights, WeightProfileOrder, WeightProfileView } from '#contracts';
import { KNOWN_PROFILES } from './weigh.js';

/** How a plan is weighed, under the name it was chosen by: a known profile's id or a provider's own name. */
export interface WeightProfile {
  readonly name: string;
  readonly weights: PlanWeights;
}

/** A provider's own profiles. */
export interface WeightProfileStore {
  /** By name. */
  profiles(providerId: string): Promise<readonly (WeightProfile & { readonly id: string })[]>;
  /** One of the same name is replaced. */
  saveProfile(providerId: string, order: WeightProfileOrder, actor: string): Promise<string>;
  /** False when there is none. Plans made with it keep its weights. */
  dropProfile(providerId: string, id: string, actor: string): Promise<boolean>;
}

/** Those of the program first, then the provider's own. */
export async function viewProfiles(store: WeightProfileStore, providerId: string): Promise<readonly WeightProfileView[]> {
  const own = await store.profiles(providerId);
  return [...KNOWN_PROFILES, ...own.map(({ id, name, weights }) => ({ id, name, own: true, weights }))];
}
