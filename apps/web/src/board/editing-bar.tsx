import type { EditingView, LiveView } from '#contracts';
import { useEffect, useRef } from 'react';
import { Icon } from '../shell/icons.js';
import { adviceWords } from '../text/advice-texts.js';
import { useTexts } from '../text/use-texts.js';
import type { Proposals } from './use-proposals.js';

interface EditingBarProps {
  readonly editing: EditingView;
  readonly proposals: Proposals;
  /** The last edit that somebody else made while the page was open. */
  readonly colleague: LiveView | null;
}

/** Taking back and doing again, by button and keyboard, and what came of the last edit. */
export function EditingBar({ editing, proposals, colleague }: EditingBarProps) {
  const { language, fill } = useTexts();
  useTurnKeys(proposals);
  const { said } = proposals;
  return (
    <div className="editing-bar">
      {(['undo', 'redo'] as const).map((way) => (
        <button
          key={way}
          type="button"
          className="button"
          disabled={proposals.busy || editing[way] === null || !editing[way].own}
          title={editing[way] && !editing[way].own ? adviceWords.ofSomebody[language] : undefined}
          onClick={() => proposals.turn(way)}
        >
          <Icon name={way} />
          {adviceWords[way][language]}
        </button>
      ))}
      <p className="soft small editing-help">{adviceWords.help[language]}</p>
      <p className={said?.tone === 'bad' ? 'editing-said is-bad' : 'editing-said'} role="status">
        {said?.words ?? ''}
      </p>
      {colleague?.by && (
        <p className="editing-said" role="status">
          {fill(adviceWords.colleague[language], { who: colleague.by })}
        </p>
      )}
    </div>
  );
}

/** Ctrl+Z takes back, Ctrl+Y and Ctrl+Shift+Z do again; not while somebody writes. */
function useTurnKeys(proposals: Proposals): void {
  const latest = useRef(proposals);
  useEffect(() => {
    latest.current = proposals;
  });
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const letter = event.key.toLowerCase();
      const writing = (event.target as Element).closest('input, select, textarea, dialog');
      if (!(event.ctrlKey || event.metaKey) || (letter !== 'z' && letter !== 'y') || writing) return;
      event.preventDefault();
      latest.current.turn(letter === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
}
