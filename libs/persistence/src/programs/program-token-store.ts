import type { Account, KnownProgram, NewProgramToken, ProgramToken, ProgramTokenStore } from '#planning';
import { recordAudit } from '../database/audit.js';
import type { Database } from '../database/database.js';

/** Use of a token is noted again after so many milliseconds. */
const NOTED_MS = 5 * 60_000;

/** Tokens of programs in Postgres. */
export class PostgresProgramTokenStore implements ProgramTokenStore {
  constructor(private readonly database: Database) {}

  make(providerId: string, token: NewProgramToken): Promise<{ readonly id: string }> {
    return this.database.prisma.$transaction(async (transaction) => {
      const data = { ...token, providerId, scopes: [...token.scopes] };
      const { id } = await transaction.programToken.create({ data, select: { id: true } });
      const subject = ['program', id] as const;
      const detail = { scopes: token.scopes.join(' ') };
      await recordAudit(transaction, { providerId, actor: token.createdBy, action: 'program.token_made', subject, detail });
      return { id };
    });
  }

  list(providerId: string): Promise<ProgramToken[]> {
    return this.database.prisma.programToken.findMany({ where: { providerId }, orderBy: { createdAt: 'desc' } });
  }

  revoke(providerId: string, id: string, { actor, now }: { readonly actor: string; readonly now: Date }): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      const where = { providerId, id, revokedAt: null };
      if ((await transaction.programToken.updateMany({ where, data: { revokedAt: now } })).count === 0) return false;
      await recordAudit(transaction, { providerId, actor, action: 'program.token_revoked', subject: ['program', id] });
      return true;
    });
  }

  async find(tokenHash: string, now: Date): Promise<KnownProgram | null> {
    const { prisma } = this.database;
    const where = { tokenHash, revokedAt: null, expiresAt: { gt: now } };
    const row = await prisma.programToken.findFirst({ where, include: { provider: { select: { name: true } } } });
    if (row === null) return null;
    if (now.getTime() - (row.usedAt?.getTime() ?? 0) > NOTED_MS)
      await prisma.programToken.updateMany({ where: { tokenHash }, data: { usedAt: now } });
    const { id, providerId, name: email, scopes } = row;
    const nobody = { passwordHash: '', staffId: null, professions: [], locked: false } as const;
    const account: Account = {
      ...{ id, providerId, email, providerName: row.provider.name },
      ...{ role: 'integration', language: 'en' as const, ...nobody },
    };
    return { account, scopes };
  }
}
