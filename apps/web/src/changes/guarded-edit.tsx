import { useState, type ReactNode } from 'react';
import { ApiFailure } from '../api/client.js';
import { officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Conflict } from './conflict.js';
import { entered, type Entered, type Field } from './fields.js';
import { FormDialog } from './form-dialog.js';

/** What a form writes to, at the state that was looked at. */
export interface Guarded {
  readonly revision: string;
  readonly fields: readonly Field[];
}

interface Props {
  readonly title: string;
  /** As it is now; a newer state may come while the form is open. */
  readonly now: Guarded;
  readonly save: (values: Entered, revision: string) => Promise<unknown>;
  readonly busy: boolean;
  readonly close: () => void;
  readonly children?: ReactNode;
}

/** A form on something colleagues change too: whoever saves second sees what was done since, and nothing is lost. */
export function GuardedEdit({ title, now, save, busy, close, children }: Props) {
  const { language } = useTexts();
  // What the person began with: what others do meanwhile must not slip under their pen.
  const [begun] = useState(now);
  const [failure, setFailure] = useState<unknown>(null);
  const [stale, setStale] = useState<Entered | null>(null);
  const send = (values: Entered, revision: string): void => {
    save(values, revision).then(close, (cause: unknown) => {
      const conflict = cause instanceof ApiFailure && cause.problem?.code === 'client.stale';
      if (conflict) setStale(values);
      else setFailure(cause);
    });
  };
  if (stale !== null && now.revision !== begun.revision) {
    const [base, theirs] = [entered(begun.fields), entered(now.fields)];
    return (
      <Conflict
        key={now.revision}
        {...{ fields: begun.fields, base, theirs, mine: stale, busy }}
        keepMine={(merged) => send(merged, now.revision)}
        keepTheirs={close}
      />
    );
  }
  return (
    <FormDialog
      {...{ title, failure, children }}
      fields={begun.fields}
      submit={officeWords.save[language]}
      busy={busy || stale !== null}
      onSubmit={(values) => send(values, begun.revision)}
      onClose={close}
    />
  );
}
