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
}: {
  readonly form: ChangeForm;
  readonly look?: 'quiet' | 'primary' | 'plain';
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={`button small ${look === 'plain' ? '' : look}`} onClick={() => setOpen(true)}>
        {form.title}
      </button>
      {open && <ChangeDialog form={form} close={() => setOpen(false)} />}
    </>
  );
}

function ChangeDialog({ form, close }: { readonly form: ChangeForm; readonly close: () => void }) {
  const { language } = useTexts();
  const record = useRecordChange();
  return (
    <FormDialog
      title={form.title}
      fields={form.fields}
      submit={officeWords.save[language]}
      failure={record.error}
      busy={record.isPending}
      onSubmit={(values) => record.mutate(form.order(values), { onSuccess: close })}
      onClose={close}
    />
  );
}
