import { findObservation } from '#care';
import type { SharingLogView } from '#contracts';
import type { ClientLawStore, ConsentOnFile, DecisionsOnFile } from '#planning';
import { dayOfDate, openDay } from '../database/days.js';
import type { Database, Transaction } from '../database/database.js';
import { readLegalPractice } from '../providers/law-data.js';
import { readRuleSets } from '../providers/read-rule-sets.js';
import { decisionOnFile, WITH_PAPERS } from './decision-on-file.js';

type LogEntry = SharingLogView['entries'][number];

/** What the law makes of clients' papers, read from Postgres. */
export class PostgresClientLawStore implements ClientLawStore {
  constructor(private readonly database: Database) {}

  async consents(providerId: string, client: string): Promise<readonly ConsentOnFile[] | null> {
    const found = await this.find(providerId, client);
    if (found === null) return null;
    const [rows, changes, emails] = await Promise.all([
      this.database.prisma.consent.findMany({
        where: { providerId, clientId: found.id },
        orderBy: [{ givenOn: 'desc' }, { externalId: 'asc' }],
      }),
      this.database.prisma.planChange.findMany({
        where: { providerId, clientId: found.id, subjectKind: 'consent' },
        orderBy: { id: 'desc' },
      }),
      this.emails(providerId),
    ]);
    return rows.map(({ id, externalId, direction, scope, givenOn, validTo, withdrawnOn }) => ({
      ...{ id: externalId, direction, scope, givenOn: dayOfDate(givenOn) },
      ...{ validTo: openDay(validTo), withdrawnOn: openDay(withdrawnOn) },
      history: changes
        .filter(({ subjectId }) => subjectId === id)
        .map(({ kind, fromDate, recordedAt, recordedBy }) => ({
          ...{ kind, from: dayOfDate(fromDate), recordedAt: recordedAt.toISOString(), by: emails(recordedBy) },
        })),
    }));
  }

  async sharingLog(providerId: string, client: string): Promise<LogEntry[] | null> {
    const found = await this.find(providerId, client);
    if (found === null) return null;
    const of = { providerId, clientId: found.id };
    const emails = await this.emails(providerId);
    const lists = await Promise.all([
      told(this.database.prisma, of),
      trailed(this.database.prisma, of),
      linked(this.database.prisma, of),
      consented(this.database.prisma, of),
    ]);
    const entries = lists.flat().map((entry) => ({ ...entry, by: emails(entry.by) }));
    return entries.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  async decisions(providerId: string, client: string | null): Promise<DecisionsOnFile> {
    const rows = await this.database.prisma.decision.findMany({
      where: { providerId, ...(client !== null && { client: { externalId: client } }) },
      include: WITH_PAPERS,
      orderBy: { externalId: 'asc' },
    });
    const [ruleSets, practice] = await Promise.all([
      readRuleSets(this.database.prisma, providerId),
      readLegalPractice(this.database.prisma, providerId),
    ]);
    return { decisions: rows.map(decisionOnFile), ruleSets, practice };
  }

  private find(providerId: string, externalId: string): Promise<{ readonly id: string } | null> {
    return this.database.prisma.client.findFirst({ where: { providerId, externalId }, select: { id: true } });
  }

  /** An account's id -> its e-mail; what is no account stays as it is. */
  private async emails(providerId: string): Promise<(actor: string | null) => string | null> {
    const accounts = await this.database.prisma.account.findMany({ where: { providerId }, select: { id: true, email: true } });
    const byId = new Map(accounts.map(({ id, email }) => [id, email]));
    return (actor) => (actor === null ? null : (byId.get(actor) ?? actor));
  }
}

interface Of {
  readonly providerId: string;
  readonly clientId: string;
}

/** What staff noticed and passed on; what consent kept back is not there. */
async function told(database: Transaction, of: Of): Promise<LogEntry[]> {
  const rows = await database.observationReport.findMany({
    where: { ...of, OR: [{ consented: null }, { consented: true }] },
  });
  return rows.map(({ code, recordedAt, recordedBy, clientInformed }) => ({
    ...{ at: recordedAt.toISOString(), kind: 'observation', to: findObservation(code)?.recipient ?? 'nobody', code },
    ...{ by: recordedBy, clientInformed },
  }));
}

const TRAILED = {
  'client.shared': ['shared', 'other_provider'],
  'client.unshared': ['unshared', 'other_provider'],
  'client.exported': ['exported', 'asker'],
} as const;

async function trailed(database: Transaction, { providerId, clientId }: Of): Promise<LogEntry[]> {
  const rows = await database.auditEntry.findMany({
    where: { providerId, subjectId: clientId, action: { in: Object.keys(TRAILED) } },
  });
  return rows.map(({ at, action, actor }) => {
    const [kind, to] = TRAILED[action as keyof typeof TRAILED];
    return { at: at.toISOString(), kind, to, code: null, by: actor, clientInformed: null };
  });
}

async function linked(database: Transaction, of: Of): Promise<LogEntry[]> {
  const rows = await database.secretLink.findMany({ where: { ...of, kind: 'week' } });
  return rows.map(({ createdAt, createdBy }) => ({
    ...{ at: createdAt.toISOString(), kind: 'week_link', to: 'link_holder', code: null, by: createdBy, clientInformed: null },
  }));
}

async function consented(database: Transaction, of: Of): Promise<LogEntry[]> {
  const kinds = ['consent_given', 'consent_withdrawn'] as const;
  const rows = await database.planChange.findMany({ where: { ...of, kind: { in: [...kinds] } } });
  return rows.map(({ kind, recordedAt, recordedBy }) => ({
    ...{ at: recordedAt.toISOString(), kind: kind as (typeof kinds)[number], to: 'nobody', code: null },
    ...{ by: recordedBy, clientInformed: true },
  }));
}
