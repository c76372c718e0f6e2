import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The letters of base32 (RFC 4648), each five bits. */
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_SECONDS = 30;
/** Steps before and after the present one whose codes are taken: clocks differ, and people type slowly. */
const LENIENCE = 1;

/** A new secret of 160 random bits, in base32 as authenticators take it. */
export function newSecret(): string {
  let bits = '';
  for (const byte of randomBytes(20)) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[parseInt(five, 2)]).join('');
}

/** What an authenticator reads from a picture of it. */
export function keyUri(secret: string, account: string): string {
  return `otpauth://totp/Apgaita:${encodeURIComponent(account)}?secret=${secret}&issuer=Apgaita`;
}

/** The step whose code this is, of those near `now`; null when it is none's (RFC 6238 with SHA-1, 30 s, six digits). */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const present = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  for (let step = present - LENIENCE; step <= present + LENIENCE; step++) {
    const due = Buffer.from(codeAt(step, secretBytes(secret), 6));
    if (code.length === due.length && timingSafeEqual(Buffer.from(code), due)) return step;
  }
  return null;
}

/** The code of a counter (RFC 4226, section 5.3). */
export function codeAt(counter: number, secret: Uint8Array, digits: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(message).digest();
  const cut = mac.readUInt32BE(mac[19] & 0xf) & 0x7fffffff;
  return String(cut % 10 ** digits).padStart(digits, '0');
}

function secretBytes(secret: string): Buffer {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
}
