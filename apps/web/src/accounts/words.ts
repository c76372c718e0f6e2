import { ApiFailure } from '../api/client.js';
import { accountTexts } from '../text/account-texts.js';
import type { Translated } from '../text/language.js';
import { fill } from '../text/messages.js';
import { failureText } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';

type Name = keyof typeof accountTexts;

/** Refusals that have words of their own on these pages, by code of the problem or of its first issue. */
const REFUSALS: Readonly<Record<string, Name>> = {
  'session.wrong': 'wrong',
  'session.too_many': 'tooMany',
  'session.code_wrong': 'codeWrong',
  'factor.no_key': 'factorNoKey',
  'account.taken': 'taken',
  'emergency.several': 'several',
  'identity.domain_taken': 'domainTaken',
  'account.changed': 'stale',
  'reference.unknown': 'staffUnknown',
};

/** Says the words of these pages, and why something was refused. */
export function useWords() {
  const { text, language } = useTexts();
  const say = (name: Name | Translated, values: Readonly<Record<string, string | number>> = {}): string =>
    fill((typeof name === 'string' ? accountTexts[name] : name)[language], values);
  const why = (failure: unknown): string => {
    const problem = failure instanceof ApiFailure ? failure.problem : null;
    const codes = problem === null ? [] : [...problem.issues.map(({ code }) => code), problem.code];
    if (codes.includes('password.weak')) return text.session.weak;
    const known = codes.map((code) => REFUSALS[code]).find((name) => name !== undefined);
    return known === undefined ? failureText(text, failure) : say(known);
  };
  return { say, why };
}
