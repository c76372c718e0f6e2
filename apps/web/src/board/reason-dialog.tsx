import { useEffect, useId, useRef, useState } from 'react';
import { adviceWords } from '../text/advice-texts.js';
import { useTexts } from '../text/use-texts.js';
import type { Asked } from './use-proposals.js';
import { VerdictText } from './verdict-text.js';

/** Asks why a wish is set aside, with its price before and after. */
export function ReasonDialog({ asked, answer }: { readonly asked: Asked; readonly answer: (reason: string | null) => void }) {
  const { language } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={() => answer(null)}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          answer(reason.trim());
        }}
      >
        <h2 id={titleId}>{adviceWords.whyTitle[language]}</h2>
        <VerdictText verdict={asked.verdict} visit={asked.moves[0]?.visit ?? ''} />
        <label className="field">
          <span>{adviceWords.reason[language]}</span>
          <input required autoFocus maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => answer(null)}>
            {adviceWords.cancel[language]}
          </button>
          <button type="submit" className="button primary" disabled={reason.trim() === ''}>
            {adviceWords.move[language]}
          </button>
        </div>
      </form>
    </dialog>
  );
}
