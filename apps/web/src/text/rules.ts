import type { Messages } from './dictionary.js';
import { reasonWords } from './rule-reasons.js';
import { classNames, otherKinds } from './rule-terms.js';
import { taskName } from './tasks.js';
import type { Language } from './language.js';

/** A task rule in words: the pair it speaks of, what it asks, and why. */
export interface RuleWords {
  /** `Wound care × Bath`; null when the rule's id names no two tasks. */
  readonly pair: string | null;
  /** What the rule asks of the pair; null for a kind this page does not know. */
  readonly asks: string | null;
  readonly reason: { readonly text: string; readonly language: Language };
}

const ruleId = /^([A-Z0-9.]+)-([A-Z0-9.]+)-([a-z_]+)(?:-|$)/;

/**
 * Words for a rule. Ids read `BATH-WOUND-conflict`, the condition behind another dash where there is one. The rule book is written in Latvian; a reason that has no
 * translation is given as written, with its language, so that a screen reader pronounces it rightly.
 */
export function ruleWords(language: Language, texts: Messages, rule: string, reason: string): RuleWords {
  const [, a, b, kind] = ruleId.exec(rule) ?? [];
  const translated = language === 'lv' ? undefined : reasonWords[reason]?.[language];
  return {
    pair: a === undefined || b === undefined ? null : pairName(language, a, b),
    asks:
      kind === undefined
        ? null
        : ((texts.rule as Readonly<Record<string, string>>)[kind] ?? otherKinds[kind]?.[language] ?? null),
    reason: translated === undefined ? { text: reason, language: 'lv' } : { text: translated, language },
  };
}

function pairName(language: Language, a: string, b: string): string {
  const name = (code: string): string => classNames[code]?.[language] ?? taskName(language, code);
  return a === b ? name(a) : `${name(a)} × ${name(b)}`;
}
