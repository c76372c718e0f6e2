import type { KeyedAnswerStore, KeyedRequest, KeyState } from '#planning';
import type { Database } from '../database/database.js';

/** Answers to writes that carry a key, in Postgres: of several at once one claims the key. */
export class PostgresKeyedAnswerStore implements KeyedAnswerStore {
  constructor(private readonly database: Database) {}

  async begin({ providerId, callerId, key, requestHash }: KeyedRequest, now: Date, forgetBefore: Date): Promise<KeyState> {
    const { keyedAnswer } = this.database.prisma;
    await keyedAnswer.deleteMany({ where: { providerId, createdAt: { lt: forgetBefore } } });
    const data = [{ providerId, callerId, key, requestHash, createdAt: now }];
    if ((await keyedAnswer.createMany({ data, skipDuplicates: true })).count === 1) return { state: 'new' };
    const kept = await keyedAnswer.findFirst({ where: { providerId, callerId, key } });
    // Refused meanwhile: whoever claimed it has let go, and this request may come again.
    if (kept === null) return { state: 'at_work' };
    if (kept.requestHash !== requestHash) return { state: 'other_request' };
    return kept.status === null ? { state: 'at_work' } : { state: 'answered', status: kept.status, body: kept.body };
  }

  async keep({ providerId, callerId, key }: KeyedRequest, status: number, body: string | null): Promise<void> {
    await this.database.prisma.keyedAnswer.updateMany({ where: { providerId, callerId, key }, data: { status, body } });
  }

  async forget({ providerId, callerId, key }: KeyedRequest): Promise<void> {
    await this.database.prisma.keyedAnswer.deleteMany({ where: { providerId, callerId, key, status: null } });
  }
}
