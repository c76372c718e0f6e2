import type { ChangeOrder } from '#contracts';
import { useState } from 'react';
import { useRecordChange } from '../api/clients.js';
import { officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';
import type { Entered, Field } from './fields.js';
import { FormDialog } from './form-dialog.js';

/** A kind of change as a form: its words, its fields, and what is recorded of them. */
export interface ChangeForm {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly order: (values: Entered) => ChangeOrder;
}

/** A button that asks what has happened and records it. */
export function ChangeButton({
  form,
  look = 'quiet',
  recorded,
}: {
  readonly form: ChangeForm;
  readonly look?: 'quiet' | 'primary' | 'plain';
  /** Told what was recorded. */
  readonly recorded?: (order: ChangeOrder) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={`button small ${look === 'plain' ? '' : look}`} onClick={() => setOpen(true)}>
        {form.title}
      </button>
      {open && (
        <ChangeDialog
          form={form}
          done={(order) => {
            setOpen(false);
            recorded?.(order);
          }}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface DialogProps {
  readonly form: ChangeForm;
  readonly done: (order: ChangeOrder) => void;
  readonly close: () => void;
}

function ChangeDialog({ form, done, close }: DialogProps) {
  const { language } = useTexts();
  const record = useRecordChange();
  return (
    <FormDialog
      title={form.title}
      fields={form.fields}
      submit={officeWords.save[language]}
      failure={record.error}
      busy={record.isPending}
      onSubmit={(values) => {
        const order = form.order(values);
        record.mutate(order, { onSuccess: () => done(order) });
      }}
      onClose={close}
    />
  );
}
