import type { Issue } from '#contracts';
import { dictionary } from '@zxcvbn-ts/language-common';
import { COMMON_PASSWORDS } from './common-passwords.js';

/** Some 50,000 that lead the lists of breaches, and what the same habits make of words used here. */
const KNOWN: ReadonlySet<string> = new Set([...dictionary['passwords-common'], ...COMMON_PASSWORDS]);
/** Fewest characters of a password (NIST SP 800-63B asks for 8 at least; longer is what helps). */
const SHORTEST = 10;
/** Endings and digits that do not make a common password a good one. */
const DECORATION = /[\d!.?*@#$_-]+$/;

/** Why a password may not be used for an account; none when it may. The password itself is never repeated. */
export function passwordIssues(password: string, email: string): readonly Issue[] {
  const fault = faultOf(password.toLowerCase(), email.split('@', 1)[0].toLowerCase());
  if (fault === null) return [];
  return [
    {
      code: 'password.weak',
      path: 'password',
      allowed: fault,
      message: 'Choose another password: a few words in a row are good.',
    },
  ];
}

function faultOf(password: string, name: string): string | null {
  if (password.length < SHORTEST) return `${SHORTEST} characters or more`;
  if (new Set(password).size < 5) return 'five different characters or more';
  if (name.length > 3 && password.includes(name)) return 'a password without the name in the e-mail address';
  const bare = password.replace(DECORATION, '');
  if (KNOWN.has(password) || KNOWN.has(bare)) return 'no password that is known from breaches';
  return null;
}
