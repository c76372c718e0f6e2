import type { MoveInput, VerdictView } from '#contracts';
import { useState } from 'react';
import { ApiFailure } from '../api/client.js';
import { judge, useEdit, type Edit } from '../api/advice.js';
import { failureText } from '../shell/states.js';
import { adviceWords } from '../text/advice-texts.js';
import { useTexts } from '../text/use-texts.js';
import { ruleSentence } from './verdict-text.js';

/** Something that sets a wish aside and waits for a reason. */
export interface Asked {
  readonly moves: readonly MoveInput[];
  readonly verdict: VerdictView;
}

/** What the board last said about an edit. */
export interface Said {
  readonly tone: 'good' | 'bad';
  readonly words: string;
}

/** The one way by which edits reach the plan: judged, a reason asked for where needed, stored, and what came of it said. */
export function useProposals(planId: string) {
  const texts = useTexts();
  const { language, text } = texts;
  const edit = useEdit(planId);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  /** What the board shows until the plan has been read again. */
  const [pending, setPending] = useState<VerdictView | null>(null);

  const store = (act: Edit, words: string): void => {
    edit.mutate(act, {
      onSuccess: () => setSaid({ tone: 'good', words }),
      onError: (failure) => setSaid({ tone: 'bad', words: refusal(failure) }),
      onSettled: () => setPending(null),
    });
  };
  const refusal = (failure: unknown): string => {
    if (!(failure instanceof ApiFailure)) return failureText(text, failure);
    const { code, issues = [] } = failure.problem ?? {};
    if (code === 'edit.conflict') {
      const who = [...new Set(issues.map(({ value }) => value?.split(' ')[1] ?? ''))].join(', ');
      return texts.fill(adviceWords.conflict[language], { who });
    }
    return code === 'edit.of_somebody_else' ? adviceWords.ofSomebody[language] : failureText(text, failure);
  };
  const decide = (moves: readonly MoveInput[], verdict: VerdictView): void => {
    if (verdict.verdict === 'refused') {
      const words = verdict.rules.map((rule) => ruleSentence(texts, rule)).join(' ');
      return setSaid({ tone: 'bad', words: `${adviceWords.refused[language]}: ${words}` });
    }
    if (verdict.verdict === 'reason_needed') return setAsked({ moves, verdict });
    setPending(verdict);
    store({ act: 'moves', moves }, adviceWords.stored[language]);
  };
  return {
    ...{ asked, said, pending, busy: edit.isPending, decide },
    /** Judges moves, then does them or asks why. */
    propose: async (moves: readonly MoveInput[]): Promise<void> => {
      const verdict = await judge(planId, moves).catch((failure: unknown) => {
        setSaid({ tone: 'bad', words: refusal(failure) });
        return null;
      });
      if (verdict !== null) decide(moves, verdict);
    },
    answer: (reason: string | null): void => {
      setAsked(null);
      if (asked === null || reason === null) return;
      setPending(asked.verdict);
      store({ act: 'moves', moves: asked.moves, reason }, adviceWords.stored[language]);
    },
    pin: (pin: Omit<Extract<Edit, { act: 'pins' }>, 'act'>): void => store({ act: 'pins', ...pin }, adviceWords.stored[language]),
    turn: (act: 'undo' | 'redo'): void =>
      store({ act }, act === 'undo' ? adviceWords.undone[language] : adviceWords.stored[language]),
  };
}

export type Proposals = ReturnType<typeof useProposals>;
