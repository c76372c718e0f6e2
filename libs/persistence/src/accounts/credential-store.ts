import type { AccountChange, AccountEntry, AccountOf, CredentialStore, OpenSession, SecondFactor } from '#planning';
import { recordAudit } from '../database/audit.js';
import type { Database } from '../database/database.js';
import { accountOf, WITH_NAMES } from './account-store.js';

/** Sessions, password links and second factors in Postgres. */
export class PostgresCredentialStore implements CredentialStore {
  constructor(private readonly database: Database) {}

  async accounts(providerId: string): Promise<AccountEntry[]> {
    const sessions = { orderBy: { usedAt: 'desc' }, take: 1 } as const;
    const rows = await this.database.prisma.account.findMany({
      where: { providerId },
      include: { ...WITH_NAMES, sessions },
      orderBy: { email: 'asc' },
    });
    return rows.map((row) => {
      const { passwordHash: _, ...account } = accountOf(row);
      const secondFactor = row.totpConfirmedAt !== null;
      return { ...account, secondFactor, usedAt: row.sessions[0]?.usedAt ?? null, revision: row.revision };
    });
  }

  change(
    { providerId, accountId }: AccountOf,
    { role, staffId, locked, revision, by, now }: AccountChange,
  ): Promise<'changed' | 'stale' | 'unknown'> {
    return this.database.prisma.$transaction(async (transaction) => {
      const where = { providerId, id: accountId };
      const before = await transaction.account.findFirst({ where });
      if (before === null) return 'unknown';
      const lockedAt = locked ? (before.lockedAt ?? now) : null;
      const data = { role, staffId, lockedAt, revision: { increment: 1 } };
      const { count } = await transaction.account.updateMany({ where: { ...where, revision }, data });
      if (count === 0) return 'stale';
      if (locked) await transaction.session.deleteMany({ where: { accountId } });
      const detail = { role, locked: String(locked) };
      await recordAudit(transaction, {
        providerId,
        actor: by,
        action: 'account.changed',
        subject: ['account', accountId],
        detail,
      });
      return 'changed';
    });
  }

  sessions({ providerId, accountId }: AccountOf): Promise<OpenSession[]> {
    return this.database.prisma.session.findMany({
      where: { accountId, account: { providerId }, expiresAt: { gt: new Date() } },
      select: { id: true, device: true, createdAt: true, usedAt: true, expiresAt: true },
      orderBy: { createdAt: 'desc' },
    });
  }

  async sessionOf({ providerId, accountId }: AccountOf, tokenHash: string): Promise<string | null> {
    const where = { tokenHash, accountId, account: { providerId } };
    return (await this.database.prisma.session.findFirst({ where, select: { id: true } }))?.id ?? null;
  }

  async endSessions({ providerId, accountId }: AccountOf, which: { id: string } | { except: string | null }): Promise<number> {
    const picked = 'id' in which ? { id: which.id } : which.except === null ? {} : { tokenHash: { not: which.except } };
    const { count } = await this.database.prisma.session.deleteMany({ where: { accountId, account: { providerId }, ...picked } });
    return count;
  }

  makeLink(
    { providerId, accountId }: AccountOf,
    { tokenHash, expiresAt, by }: { readonly tokenHash: string; readonly expiresAt: Date; readonly by: string },
  ): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      if ((await transaction.account.count({ where: { providerId, id: accountId } })) === 0) return false;
      await transaction.passwordLink.deleteMany({ where: { providerId, accountId } });
      await transaction.passwordLink.create({ data: { tokenHash, providerId, accountId, expiresAt, createdBy: by } });
      await recordAudit(transaction, { providerId, actor: by, action: 'account.link_made', subject: ['account', accountId] });
      return true;
    });
  }

  async findLink(tokenHash: string, now: Date): Promise<(AccountOf & { readonly email: string }) | null> {
    const link = await this.database.prisma.passwordLink.findFirst({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      include: { account: { select: { email: true } } },
    });
    return link && { providerId: link.providerId, accountId: link.accountId, email: link.account.email };
  }

  useLink(tokenHash: string, passwordHash: string, now: Date): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      const where = { tokenHash, usedAt: null, expiresAt: { gt: now } };
      const [link] = await transaction.passwordLink.updateManyAndReturn({ where, data: { usedAt: now } });
      if (!link) return false;
      const { providerId, accountId } = link;
      await transaction.account.updateMany({ where: { providerId, id: accountId }, data: { passwordHash } });
      await transaction.session.deleteMany({ where: { accountId } });
      const subject = ['account', accountId] as const;
      await recordAudit(transaction, { providerId, actor: accountId, action: 'account.password_set', subject });
      return true;
    });
  }

  async setPassword({ providerId, accountId }: AccountOf, passwordHash: string, keep: string): Promise<void> {
    await this.database.prisma.$transaction(async (transaction) => {
      await transaction.account.updateMany({ where: { providerId, id: accountId }, data: { passwordHash } });
      await transaction.session.deleteMany({ where: { accountId, account: { providerId }, tokenHash: { not: keep } } });
      const subject = ['account', accountId] as const;
      await recordAudit(transaction, { providerId, actor: accountId, action: 'account.password_set', subject });
    });
  }

  async secondFactor({ providerId, accountId }: AccountOf): Promise<SecondFactor | null> {
    const row = await this.database.prisma.account.findFirst({ where: { providerId, id: accountId } });
    return row?.totpSecret ? { secret: row.totpSecret, confirmed: row.totpConfirmedAt !== null } : null;
  }

  async setSecondFactor({ providerId, accountId }: AccountOf, totpSecret: string | null, by: string): Promise<void> {
    const data = { totpSecret, totpConfirmedAt: null, totpLastStep: 0 };
    await this.database.prisma.$transaction(async (transaction) => {
      await transaction.account.updateMany({ where: { providerId, id: accountId }, data });
      await transaction.recoveryCode.deleteMany({ where: { providerId, accountId } });
      const action = totpSecret === null ? 'account.second_factor_removed' : 'account.second_factor_set';
      await recordAudit(transaction, { providerId, actor: by, action, subject: ['account', accountId] });
    });
  }

  async setRecoveryCodes({ providerId, accountId }: AccountOf, codeHashes: readonly string[]): Promise<void> {
    const data = codeHashes.map((codeHash) => ({ providerId, accountId, codeHash }));
    await this.database.prisma.$transaction(async ({ recoveryCode }) => {
      await recoveryCode.deleteMany({ where: { providerId, accountId } });
      await recoveryCode.createMany({ data });
    });
  }

  recoveryCodes({ providerId, accountId }: AccountOf): Promise<number> {
    return this.database.prisma.recoveryCode.count({ where: { providerId, accountId, usedAt: null } });
  }

  async useRecoveryCode({ providerId, accountId }: AccountOf, codeHash: string, now: Date): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      const where = { providerId, accountId, codeHash, usedAt: null };
      if ((await transaction.recoveryCode.updateMany({ where, data: { usedAt: now } })).count === 0) return false;
      const subject = ['account', accountId] as const;
      await recordAudit(transaction, { providerId, actor: accountId, action: 'account.recovery_code_used', subject });
      return true;
    });
  }

  async useStep({ providerId, accountId }: AccountOf, step: number): Promise<boolean> {
    const where = { providerId, id: accountId, totpLastStep: { lt: step } };
    const data = { totpLastStep: step, totpConfirmedAt: new Date() };
    return (await this.database.prisma.account.updateMany({ where, data })).count === 1;
  }
}
