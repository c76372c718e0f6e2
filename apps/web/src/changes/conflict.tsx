import { useEffect, useId, useRef } from 'react';
import { officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';
import type { Entered, Field } from './fields.js';

interface Props {
  readonly fields: readonly Field[];
  /** As it was when somebody began to write, as it is now, and as they wrote it. */
  readonly base: Entered;
  readonly theirs: Entered;
  readonly mine: Entered;
  readonly busy: boolean;
  /** What somebody wrote, over what is there now. */
  readonly keepMine: (merged: Entered) => void;
  readonly keepTheirs: () => void;
}

/** Somebody was first: what is there now beside what was written, and the choice. */
export function Conflict({ fields, base, theirs, mine, busy, keepMine, keepTheirs }: Props) {
  const { language } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const merged = mergedOf(base, theirs, mine);
  const differing = fields.filter(({ name }) => theirs[name] !== base[name] || merged[name] !== theirs[name]);
  return (
    <dialog ref={dialog} className="form-dialog conflict" aria-labelledby={titleId} onClose={keepTheirs}>
      <h2 id={titleId}>{officeWords.conflictTitle[language]}</h2>
      <p className="with-warning">{officeWords.conflictText[language]}</p>
      {differing.length === 0 ? (
        <p>{officeWords.sameNow[language]}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col">{officeWords.theirs[language]}</th>
              <th scope="col">{officeWords.mine[language]}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ name, label, kind }) => (
              <tr key={name}>
                <th scope="row">{label}</th>
                <td>{shown(theirs[name], kind, language)}</td>
                <td>{shown(merged[name], kind, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {officeWords.keepTheirs[language]}
        </button>
        <button type="button" className="button primary" disabled={busy} onClick={() => keepMine(merged)}>
          {officeWords.keepMine[language]}
        </button>
      </div>
    </dialog>
  );
}

/** What is there now, with every field that was written changed as it was written: what a colleague did elsewhere stays. */
export function mergedOf(base: Entered, theirs: Entered, mine: Entered): Entered {
  return Object.fromEntries(
    Object.entries(theirs).map(([name, value]) => [name, mine[name] === base[name] ? value : (mine[name] ?? value)]),
  );
}

function shown(value: string | undefined, kind: Field['kind'], language: 'lv' | 'en' | 'ru'): string {
  if (kind === 'check') return officeWords[value === 'on' ? 'yes' : 'no'][language];
  return value === undefined || value === '' ? '–' : value;
}
