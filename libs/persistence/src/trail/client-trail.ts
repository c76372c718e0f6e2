import type { ClientTrailView, TrailReach } from '#contracts';
import { addDays, startOfDay } from '#time';
import type { Database } from '../database/database.js';

/** Most entries shown. */
const MOST = 500;

interface Row {
  readonly number: number;
  readonly at: Date;
  readonly actor: string;
  readonly role: string | null;
  readonly action: string;
  readonly route: string | null;
  readonly reach: TrailReach;
}

/**
 * Who looked at or changed what of a client from one day to another. Looks name the thing that was asked for and not who
 * was in the answer: whether the client was is found by the plan's visits and by whom the person visited that day. Lists
 * of many are shown as such.
 */
export async function clientTrail(
  { prisma }: Database,
  providerId: string,
  { client, from, to }: { readonly client: string; readonly from: string; readonly to: string },
): Promise<ClientTrailView | null> {
  const found = await prisma.client.findFirst({ where: { providerId, externalId: client } });
  if (found === null) return null;
  const [begin, end] = [startOfDay(from), startOfDay(addDays(to, 1))].map((seconds) => new Date(seconds * 1000));
  const rows = await prisma.$queryRaw<Row[]>`
    WITH entries AS (
      SELECT e.*, CASE
        WHEN e.subject_id = ${found.id}::uuid THEN 'client'
        WHEN e.subject_id IN (
          SELECT r.plan_id FROM visits v JOIN assignments a ON a.visit_id = v.id JOIN routes r ON r.id = a.route_id
          WHERE v.client_id = ${found.id}::uuid
          UNION SELECT u.plan_id FROM visits v JOIN unserved_visits u ON u.visit_id = v.id WHERE v.client_id = ${found.id}::uuid
        ) THEN 'plan'
        WHEN e.detail->>'route' = 'MyController.day' THEN CASE WHEN EXISTS (
          SELECT 1 FROM accounts c JOIN assignments a ON a.staff_id = c.staff_id JOIN visits v ON v.id = a.visit_id
          WHERE c.id::text = e.actor AND v.client_id = ${found.id}::uuid
            AND v.date = substring(e.detail->>'query' from 'day=([0-9]{4}-[0-9]{2}-[0-9]{2})')::date
        ) THEN 'visit' END
        WHEN e.action = 'looked' AND e.subject_kind = 'provider' AND e.detail->>'route' NOT LIKE 'My%' THEN 'list'
      END AS reach
      FROM audit_entries e WHERE e.provider_id = ${providerId}::uuid AND e.at >= ${begin} AND e.at < ${end}
    )
    SELECT e.number, e.at, coalesce(c.email, p.name, e.actor, '') AS actor, c.role::text AS role, e.action,
      e.detail->>'route' AS route, e.reach
    FROM entries e LEFT JOIN accounts c ON c.id::text = e.actor LEFT JOIN program_tokens p ON p.id::text = e.actor
    WHERE e.reach IS NOT NULL ORDER BY e.number DESC LIMIT ${MOST + 1}`;
  return {
    client,
    clientName: `${found.givenName} ${found.familyName}`,
    entries: rows.slice(0, MOST).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    more: rows.length > MOST,
  };
}
