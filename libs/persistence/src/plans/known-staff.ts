import { dateOfDay } from '../database/days.js';
import type { Database } from '../database/database.js';

/** Who was planned at each client in published plans on the days, both included, by client. */
export async function readKnownStaff(
  sql: Database['prisma'],
  providerId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql.$queryRaw<{ client: string; staff: string[] }[]>`
    SELECT v.client_id AS client, array_agg(DISTINCT a.staff_id::text ORDER BY a.staff_id::text) AS staff
    FROM assignments a JOIN visits v ON v.id = a.visit_id
    WHERE a.provider_id = ${providerId}::uuid AND a.published AND v.date BETWEEN ${dateOfDay(from)} AND ${dateOfDay(to)}
    GROUP BY v.client_id ORDER BY v.client_id`;
  return new Map(rows.map(({ client, staff }) => [client, staff]));
}
