import { BASE32, codeAt } from '../../apps/api/src/session/totp.js';

/** What an authenticator with the secret shows. */
export function codeNow(secret: string, now: Date = new Date()): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2));
  return codeAt(Math.floor(now.getTime() / 30_000), Buffer.from(bytes), 6);
}
