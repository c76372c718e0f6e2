import { createHash } from 'node:crypto';
import type { Counts } from '#jobs';
import { ownCounts } from './own-counts.js';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Failures that may happen, and in how many seconds they are forgotten. */
const PER_ADDRESS = { most: 30, seconds: 15 * MINUTE };
const PER_ACCOUNT_AND_ADDRESS = { most: 5, seconds: 15 * MINUTE };
const PER_ACCOUNT = { most: 50, seconds: 60 * MINUTE };
/** How long an address is known from which somebody has logged in. */
const KNOWN_SECONDS = 90 * DAY;

/** Who tries to log in from where; both are kept as hashes. */
export interface Attempt {
  readonly email: string;
  /** Network address. */
  readonly address: string;
}

/**
 * Slows down guessing without giving anybody the power to lock others out: failures count for an address, and for an
 * account at an address. Those of an account from everywhere close it only to addresses it has never been used from.
 */
export class LogInLimits {
  /** Counts of this process, which stand in while Redis is away. */
  private readonly own = ownCounts();

  constructor(private readonly counts: Counts) {}

  /** Whether the attempt is one too many; while Redis is away, as far as this process has seen. */
  async tooMany(attempt: Attempt): Promise<boolean> {
    const { address, pair, account, known } = keysOf(attempt);
    const keys = [address, pair, account, known];
    // Nobody remembers then where the owner comes from: the count from everywhere would lock them out.
    const counted = await this.counts.read(keys).catch(async () => [...(await this.own.read(keys)).slice(0, 3), 1]);
    const [atAddress, atPair, atAccount, before] = counted;
    if (atAddress >= PER_ADDRESS.most || atPair >= PER_ACCOUNT_AND_ADDRESS.most) return true;
    return atAccount >= PER_ACCOUNT.most && before === 0;
  }

  async failed(attempt: Attempt): Promise<void> {
    const { address, pair, account } = keysOf(attempt);
    const added = [this.counts, this.own].flatMap((counts) => [
      counts.add(address, PER_ADDRESS.seconds),
      counts.add(pair, PER_ACCOUNT_AND_ADDRESS.seconds),
      counts.add(account, PER_ACCOUNT.seconds),
    ]);
    await Promise.allSettled(added);
  }

  async succeeded(attempt: Attempt): Promise<void> {
    const { pair, known } = keysOf(attempt);
    await Promise.allSettled([this.counts.forget(pair), this.own.forget(pair), this.counts.add(known, KNOWN_SECONDS)]);
  }
}

function keysOf({ email, address }: Attempt) {
  const [who, where] = [email, address].map((text) => createHash('sha256').update(text).digest('base64url').slice(0, 22));
  return {
    address: `log-in:from:${where}`,
    pair: `log-in:of:${who}:from:${where}`,
    account: `log-in:of:${who}`,
    known: `log-in:known:${who}:${where}`,
  };
}
