import { createHash, randomBytes } from 'node:crypto';
import type { AccountOf } from '#planning';
import { ProblemError } from '../http/problem.js';
import type { ApiParts } from '../parts.js';
import { SecretBox } from './secret-box.js';
import { BASE32, newSecret, stepOf } from './totp.js';

/** Recovery codes made at a time. */
const CODES = 10;
const CODE_LETTERS = 12;

/** The second factor of accounts: its secret, sealed in storage, and codes that stand in for a lost phone. */
export class SecondFactors {
  private readonly box: SecretBox | null;

  constructor(private readonly parts: Pick<ApiParts, 'credentials' | 'now' | 'settings'>) {
    const { secretsKey } = parts.settings;
    this.box = secretsKey === undefined ? null : new SecretBox(secretsKey);
  }

  /** A new secret, not confirmed yet. @throws ProblemError where the server has no key to seal it with */
  async offer(account: AccountOf): Promise<string> {
    if (this.box === null) throw new ProblemError('factor.no_key');
    const secret = newSecret();
    await this.parts.credentials.setSecondFactor(account, this.box.seal(secret, account.accountId), account.accountId);
    return secret;
  }

  /** Whether the code is one of the authenticator's, or a recovery code of a confirmed factor; either is used up. */
  async use(account: AccountOf, code: string): Promise<boolean> {
    const { credentials, now } = this.parts;
    const factor = await credentials.secondFactor(account);
    if (factor === null) return false;
    if (code.includes('-')) return factor.confirmed && credentials.useRecoveryCode(account, hashOf(code), now());
    const secret = this.box?.open(factor.secret, account.accountId) ?? null;
    const step = secret === null ? null : stepOf(code, secret, now());
    return step !== null && (await credentials.useStep(account, step));
  }

  /** New recovery codes in place of earlier ones; only their hashes are kept. */
  async newCodes(account: AccountOf): Promise<string[]> {
    const codes = Array.from({ length: CODES }, newCode);
    await this.parts.credentials.setRecoveryCodes(account, codes.map(hashOf));
    return codes;
  }
}

/** 60 random bits: no guessing, so that a fast hash is enough. */
function newCode(): string {
  const letters = [...randomBytes(CODE_LETTERS)].map((byte) => BASE32[byte % BASE32.length].toLowerCase()).join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
