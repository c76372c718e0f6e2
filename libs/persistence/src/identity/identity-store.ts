import type { Account, ForeignIdentity, IdentityProvider, IdentityStore } from '#planning';
import { accountOf, WITH_NAMES } from '../accounts/account-store.js';
import { recordAudit } from '../database/audit.js';
import type { Database } from '../database/database.js';
import { refusing, StorageRefusal } from '../database/refusal.js';

/** Organisations' own log-ins in Postgres. */
export class PostgresIdentityStore implements IdentityStore {
  constructor(private readonly database: Database) {}

  read(providerId: string): Promise<IdentityProvider | null> {
    return this.database.prisma.identityProvider.findFirst({ where: { providerId } });
  }

  async write({ providerId, ...settings }: IdentityProvider, by: string): Promise<boolean> {
    try {
      await refusing(() =>
        this.database.prisma.$transaction(async (transaction) => {
          const update = { ...settings, updatedAt: new Date() };
          await transaction.identityProvider.upsert({
            where: { providerId },
            create: { providerId, ...settings },
            update,
          });
          const subject = ['provider', providerId] as const;
          await recordAudit(transaction, { providerId, actor: by, action: 'identity_provider.set', subject });
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof StorageRefusal && error.kind === 'duplicate') return false;
      throw error;
    }
  }

  async remove(providerId: string, by: string): Promise<void> {
    await this.database.prisma.$transaction(async (transaction) => {
      await transaction.identityProvider.deleteMany({ where: { providerId } });
      await transaction.account.updateMany({ where: { providerId }, data: { identitySubject: null } });
      const subject = ['provider', providerId] as const;
      await recordAudit(transaction, { providerId, actor: by, action: 'identity_provider.removed', subject });
    });
  }

  ofDomain(domain: string): Promise<IdentityProvider | null> {
    return this.database.prisma.identityProvider.findFirst({ where: { domain } });
  }

  accountOf(providerId: string, { subject, email }: ForeignIdentity): Promise<Account | null> {
    return this.database.prisma.$transaction(async (transaction) => {
      const of = { providerId, lockedAt: null };
      const known = await transaction.account.findFirst({
        where: { ...of, identitySubject: subject },
        include: WITH_NAMES,
      });
      if (known !== null) return accountOf(known);
      const where = { ...of, email: email.toLowerCase(), identitySubject: null, role: { not: 'integration' } } as const;
      const { count } = await transaction.account.updateMany({ where, data: { identitySubject: subject } });
      if (count === 0) return null;
      const linked = await transaction.account.findFirstOrThrow({
        where: { ...of, identitySubject: subject },
        include: WITH_NAMES,
      });
      const entry = { providerId, actor: linked.id, action: 'account.identity_linked' };
      await recordAudit(transaction, { ...entry, subject: ['account', linked.id] });
      return accountOf(linked);
    });
  }
}
