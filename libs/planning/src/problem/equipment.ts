import { taskOf, type Visit } from '#care';
import type { EquipmentInput } from '#engine';
import type { OwnedEquipment } from '../ports.js';

/**
 * The provider's equipment as the engine knows it: who has a shift with it holds it all the time, so that no more people
 * are out with bath vans than the vans have seats, and none gives more baths than the water lasts for (S112). A van is
 * filled between shifts; where vans differ, the smallest tank counts for all.
 */
export function equipmentInputs(owned: readonly OwnedEquipment[]): EquipmentInput[] {
  const kinds = [...new Set(owned.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const those = owned.filter((one) => one.kind === kind);
    const units = those.reduce((sum, { crew }) => sum + Math.max(1, crew), 0);
    const uses = Math.min(...those.map((one) => one.uses ?? Infinity));
    return { id: kind, units, held: 'shift', ...(uses < Infinity && { uses }) };
  });
}

/** What of that a visit cannot do without, each once. */
export function equipmentOf({ tasks }: Pick<Visit, 'tasks'>, inputs: readonly EquipmentInput[]): string[] {
  const needed = new Set<string | undefined>(tasks.map((code) => taskOf(code).equipment));
  return inputs.map(({ id }) => id).filter((id) => needed.has(id));
}
