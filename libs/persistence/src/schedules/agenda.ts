import type { Agenda, Expiring } from '#planning';
import { dateOfDay, dayOfDate, openDay } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import { episodeFacts, readLegalPractice } from '../providers/law-data.js';

/** Today, and the days among which an end is looked for, both included. */
interface Look {
  readonly today: string;
  readonly from: string;
  readonly to: string;
}

/** What a provider's schedules look at on a day. */
export async function readAgenda(database: Transaction, providerId: string, look: Look): Promise<Agenda> {
  const today = dateOfDay(look.today);
  const ends = { gte: dateOfDay(look.from), lte: dateOfDay(look.to) };
  // Those that last longer are read too: they may renew one that ends.
  const lasting = { OR: [{ validTo: null }, { validTo: { gte: dateOfDay(look.from) } }] };
  const [episodes, decisions, certificates, qualifications, consents, discharges, settings, days, practice] = await Promise.all([
    database.episode.findMany({
      where: { providerId, OR: [{ endedOn: null }, { endedOn: { gte: today } }] },
      include: { referral: true, terms: { orderBy: { startsOn: 'asc' } }, opinions: { orderBy: { givenOn: 'asc' } } },
      orderBy: { externalId: 'asc' },
    }),
    database.decision.findMany({
      where: { providerId, validTo: ends, endedOn: null, form: { not: 'informal_carer' }, replacedBy: { none: {} } },
      orderBy: { externalId: 'asc' },
    }),
    database.certificate.findMany({ where: { providerId, ...lasting }, orderBy: { externalId: 'asc' } }),
    database.qualification.findMany({ where: { providerId, ...lasting }, orderBy: { externalId: 'asc' } }),
    database.consent.findMany({ where: { providerId, validTo: ends, withdrawnOn: null }, orderBy: { externalId: 'asc' } }),
    database.clientAbsence.findMany({
      where: { providerId, toDate: null, expectedOn: { lt: today } },
      orderBy: [{ expectedOn: 'asc' }, { id: 'asc' }],
    }),
    database.replanSettings.findFirst({ where: { providerId } }),
    database.planDay.findMany({
      where: { providerId, date: { gt: today }, plan: { status: { in: ['requested', 'running', 'draft', 'published'] } } },
      select: { date: true },
      distinct: ['date'],
      orderBy: { date: 'asc' },
    }),
    readLegalPractice(database, providerId),
  ]);
  return {
    ...{ episodes: episodes.map(episodeFacts), practice },
    decisions: decisions.map(expiring),
    certificates: withoutLater(certificates, ({ clientId }) => clientId).map(expiring),
    qualifications: withoutLater(qualifications, ({ staffId, kind }) => `${staffId} ${kind}`).map(expiring),
    consents: consents.map(expiring),
    discharges: discharges.map(({ expectedOn, ...row }) => expiring({ ...row, validTo: expectedOn })),
    withoutMedicines: await readWithoutMedicines(database, providerId, look.today),
    horizonDays: settings?.horizonDays ?? 0,
    plannedDays: days.map(({ date }) => dayOfDate(date)),
  };
}

interface Ending {
  readonly id: string;
  readonly clientId?: string;
  readonly staffId?: string;
  readonly validTo: Date | null;
}

/** The last of each group, where it has an end: one that lasts longer renews the ones before it. */
function withoutLater<Row extends Ending>(rows: readonly Row[], groupOf: (row: Row) => string): Row[] {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const known = last.get(groupOf(row));
    if (known === undefined || later(row, known)) last.set(groupOf(row), row);
  }
  return [...last.values()].filter(({ validTo }) => validTo !== null);
}

function later(a: Ending, b: Ending): boolean {
  return b.validTo !== null && (a.validTo === null || a.validTo > b.validTo);
}

function expiring({ id, clientId, staffId, validTo }: Ending): Expiring {
  return { id, clientId: clientId ?? null, staffId: staffId ?? null, lastDay: dayOfDate(validTo as Date) };
}

/** Clients with a pattern in force that supervises medicines, and no medicine on their list today. */
async function readWithoutMedicines(
  database: Transaction,
  providerId: string,
  today: string,
): Promise<Agenda['withoutMedicines']> {
  const rows = await database.$queryRaw<{ id: string; last: Date | null }[]>`
    SELECT p.client_id AS id, (SELECT max(m.valid_to) FROM medicines m WHERE m.client_id = p.client_id) AS last
    FROM visit_patterns p
    WHERE p.provider_id = ${providerId}::uuid AND 'MEDSUP' = ANY(p.tasks)
      AND p.valid_from <= ${dateOfDay(today)} AND (p.valid_to IS NULL OR p.valid_to >= ${dateOfDay(today)})
      AND NOT EXISTS (SELECT FROM medicines m WHERE m.client_id = p.client_id AND m.valid_from <= ${dateOfDay(today)}
                      AND (m.valid_to IS NULL OR m.valid_to >= ${dateOfDay(today)}))
    GROUP BY p.client_id ORDER BY p.client_id`;
  return rows.map(({ id, last }) => ({ clientId: id, lastDay: openDay(last) }));
}
