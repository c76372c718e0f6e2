import type { KeyedAnswerStore, KeyedRequest, KeyState } from '#planning';
import type { Database } from '../database/database.js';

/** Longer than any transaction of a write lives, milliseconds: what has not said by then that it is done never will. */
const DEAD_AFTER_MS = 3 * 60_000;

/** Answers to writes that carry a key, in Postgres: of several at once one claims the key. */
export class PostgresKeyedAnswerStore implements KeyedAnswerStore {
  constructor(private readonly database: Database) {}

  async begin(request: KeyedRequest, now: Date, forgetBefore: Date): Promise<KeyState> {
    const { providerId, callerId, key, requestHash, claim } = request;
    const { keyedAnswer } = this.database.prisma;
    await keyedAnswer.deleteMany({ where: { providerId, createdAt: { lt: forgetBefore } } });
    const data = [{ providerId, callerId, key, requestHash, claim, createdAt: now }];
    if ((await keyedAnswer.createMany({ data, skipDuplicates: true })).count === 1) return { state: 'new' };
    const kept = await keyedAnswer.findFirst({ where: { providerId, callerId, key } });
    // Refused meanwhile: whoever claimed it has let go, and this request may come again.
    if (kept === null) return { state: 'at_work' };
    if (kept.requestHash !== requestHash) return { state: 'other_request' };
    if (kept.status !== null) return { state: 'answered', status: kept.status, body: kept.body };
    if (now.getTime() - kept.createdAt.getTime() < DEAD_AFTER_MS) return { state: 'at_work' };
    if (kept.doneAt !== null) return { state: 'done' };
    const where = { providerId, callerId, key, claim: kept.claim, doneAt: null, status: null };
    const { count } = await keyedAnswer.updateMany({ where, data: { claim, createdAt: now } });
    return { state: count === 1 ? 'new' : 'at_work' };
  }

  async keep({ providerId, callerId, key, claim }: KeyedRequest, status: number, body: string | null): Promise<void> {
    await this.database.prisma.keyedAnswer.updateMany({ where: { providerId, callerId, key, claim }, data: { status, body } });
  }

  async forget({ providerId, callerId, key, claim }: KeyedRequest, unlessDone: boolean): Promise<void> {
    const where = { providerId, callerId, key, claim, status: null, ...(unlessDone && { doneAt: null }) };
    await this.database.prisma.keyedAnswer.deleteMany({ where });
  }
}
