import { useState, type ReactNode } from 'react';
import type { Entered, Field } from '../changes/fields.js';
import { FormDialog } from '../changes/form-dialog.js';
import { ruleWordsOfPage as words } from '../text/rule-page-texts.js';
import { useTexts } from '../text/use-texts.js';

interface Props {
  /** What is changed. */
  readonly title: string;
  readonly fields: readonly Field[];
  /** The change on its way to the server. */
  readonly change: { readonly error: unknown; readonly isPending: boolean; readonly reset: () => void };
  /** Called as the dialog opens. */
  readonly opened?: () => void;
  /** Sends what was entered; `done` closes the dialog. */
  readonly send: (values: Entered, done: () => void) => void;
  readonly children?: ReactNode;
}

/** A button that changes something of the rule book in a dialog, with a reason. */
export function ChangeDialog({ title, fields, change, opened, send, children }: Props) {
  const { language } = useTexts();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const reason: Field = { kind: 'lines', name: 'reason', label: words.reason[language], value: '', required: true };
  return (
    <>
      <button
        type="button"
        className="button quiet small"
        aria-label={`${words.change[language]}: ${title}`}
        onClick={() => {
          change.reset();
          opened?.();
          setOpen(true);
        }}
      >
        {words.change[language]}
      </button>
      {open && (
        <FormDialog
          title={title}
          fields={[...fields, reason]}
          submit={words.change[language]}
          failure={change.error}
          busy={change.isPending}
          onSubmit={(values) => send(values, close)}
          onClose={close}
        >
          {children}
        </FormDialog>
      )}
    </>
  );
}
