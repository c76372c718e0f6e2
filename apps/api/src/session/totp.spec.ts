import { describe, expect, it } from '@jest/globals';
import { codeAt, keyUri, newSecret, stepOf } from './totp.js';

/** The secret of RFC 6238, appendix B: "12345678901234567890". */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of the second factor', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are those of RFC 6238 at %d s', (seconds, code) => {
    expect(codeAt(Math.floor(seconds / 30), Buffer.from('12345678901234567890'), 8)).toBe(code);
  });

  it.each([
    ['its own step', 1111111109, 37037036],
    ['the step after', 1111111109 + 30, 37037036],
    ['the step before', 1111111109 - 30, 37037036],
    ['two steps after', 1111111109 + 60, null],
    ['two steps before', 1111111109 - 60, null],
  ])('are taken in %s', (_, seconds, step) => {
    expect(stepOf('081804', SECRET, new Date(seconds * 1000))).toBe(step);
  });

  it.each(['081805', '08180', '0818040', '', 'abcdef'])('are not %j', (code) => {
    expect(stepOf(code, SECRET, new Date(1111111109_000))).toBeNull();
  });

  it('come of secrets of 160 bits, each another', () => {
    const [one, two] = [newSecret(), newSecret()];
    expect([one.length, two.length, one === two]).toEqual([32, 32, false]);
    expect(keyUri(SECRET, 'a@b.example')).toBe(`otpauth://totp/Apgaita:a%40b.example?secret=${SECRET}&issuer=Apgaita`);
  });
});
