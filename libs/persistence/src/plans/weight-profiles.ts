import type { PlanWeights, WeightProfileOrder } from '#contracts';
import { recordAudit } from '../database/audit.js';
import type { Database } from '../database/database.js';

type Sql = Database['prisma'];

/** A provider's own profiles, by name. */
export async function readProfiles(sql: Sql, providerId: string): Promise<{ id: string; name: string; weights: PlanWeights }[]> {
  const rows = await sql.weightProfile.findMany({ where: { providerId }, orderBy: { name: 'asc' } });
  return rows.map(({ id, name, weights }) => ({ id, name, weights: weights as PlanWeights }));
}

/** Stores a profile in place of one of the same name; answers with its id. */
export function saveProfile(
  sql: Sql,
  providerId: string,
  { name, weights }: WeightProfileOrder,
  madeBy: string,
): Promise<string> {
  return sql.$transaction(async (transaction) => {
    const { id } = await transaction.weightProfile.upsert({
      where: { providerId_name: { providerId, name } },
      create: { providerId, name, weights, madeBy },
      update: { weights, madeBy, madeAt: new Date() },
    });
    const line = { providerId, actor: madeBy, action: 'weights.saved', subject: ['weight_profile', id] } as const;
    await recordAudit(transaction, { ...line, detail: weights });
    return id;
  });
}

/** False when the provider has no such profile. */
export function dropProfile(sql: Sql, providerId: string, id: string, actor: string): Promise<boolean> {
  return sql.$transaction(async (transaction) => {
    const { count } = await transaction.weightProfile.deleteMany({ where: { providerId, id } });
    if (count === 0) return false;
    await recordAudit(transaction, { providerId, actor, action: 'weights.dropped', subject: ['weight_profile', id] });
    return true;
  });
}
