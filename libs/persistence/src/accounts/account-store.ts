import type { Account, AccountStore, NewAccount, NewSession } from '#planning';
import type { Database } from '../database/database.js';
import { refusing } from '../database/refusal.js';
import type * as Rows from '../generated/client.js';

/** What {@link accountOf} needs of other tables. */
export const WITH_NAMES = { provider: { select: { name: true } }, staff: { select: { professions: true } } } as const;

/** Use of a session is noted again after so many milliseconds. */
const NOTED_MS = 5 * 60_000;

/** Accounts and sessions in Postgres. E-mail addresses are one account's whatever their case. */
export class PostgresAccountStore implements AccountStore {
  constructor(private readonly database: Database) {}

  async findByEmail(email: string): Promise<Account | null> {
    const row = await this.database.prisma.account.findFirst({ where: { email: email.toLowerCase() }, include: WITH_NAMES });
    return row === null ? null : accountOf(row);
  }

  /** Throws a StorageRefusal of kind `duplicate` when the address has an account. */
  create({ providerId, email, role, language, passwordHash, staffId = null }: NewAccount): Promise<{ readonly id: string }> {
    const data = { providerId, email: email.toLowerCase(), role, language, passwordHash, staffId };
    return refusing(() => this.database.prisma.account.create({ data, select: { id: true } }));
  }

  async findStaff(providerId: string, externalId: string): Promise<string | null> {
    const where = { providerId, externalId };
    return (await this.database.prisma.staffMember.findFirst({ where, select: { id: true } }))?.id ?? null;
  }

  count(providerId: string): Promise<number> {
    return this.database.prisma.account.count({ where: { providerId } });
  }

  /** Also forgets this account's sessions that have run out. */
  async openSession(accountId: string, { tokenHash, expiresAt, device = '' }: NewSession): Promise<void> {
    await this.database.prisma.$transaction(async ({ session }) => {
      await session.deleteMany({ where: { accountId, expiresAt: { lte: new Date() } } });
      await session.create({ data: { accountId, tokenHash, expiresAt, device } });
    });
  }

  async findSession(tokenHash: string): Promise<Account | null> {
    const session = await this.database.prisma.session.findFirst({
      where: { tokenHash, expiresAt: { gt: new Date() }, account: { lockedAt: null } },
      include: { account: { include: WITH_NAMES } },
    });
    if (session === null) return null;
    if (Date.now() - session.usedAt.getTime() > NOTED_MS)
      await this.database.prisma.session.updateMany({ where: { tokenHash }, data: { usedAt: new Date() } });
    return accountOf(session.account);
  }

  async closeSession(tokenHash: string): Promise<void> {
    await this.database.prisma.session.deleteMany({ where: { tokenHash } });
  }
}

type Row = Rows.Account & {
  readonly provider: { readonly name: string };
  readonly staff: { readonly professions: readonly Rows.Profession[] } | null;
};

/** A row as the programs know it. */
export function accountOf({ provider, staff, ...row }: Row): Account {
  const { id, providerId, email, role, language, passwordHash, staffId } = row;
  const professions = staff?.professions ?? [];
  const of = { providerName: provider.name, professions, locked: row.lockedAt !== null };
  return { id, providerId, email, role, language, passwordHash, staffId, ...of };
}
