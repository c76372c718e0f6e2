import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ApiFailure } from '../api/client.js';
import { failureText } from '../shell/states.js';
import { issueAdvice } from '../text/issue-advice.js';
import { officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';
import { entered, type Entered, type Field } from './fields.js';
import './form-dialog.css';

interface Props {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  /** What was said of it: shown above the buttons. */
  readonly failure: unknown;
  readonly busy: boolean;
  readonly onSubmit: (values: Entered) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A form in a dialog; what the server finds wrong stands beside its field. */
export function FormDialog({ title, fields, submit, failure, busy, onSubmit, onClose, children }: Props) {
  const { language } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [values, setValues] = useState(() => entered(fields));
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const issues = failure instanceof ApiFailure ? (failure.problem?.issues ?? []) : [];
  const issueOf = (name: string) => issues.find(({ path }) => path === name || path.endsWith(`.${name}`));
  const elsewhere = issues.filter(({ path }) => !fields.some(({ name }) => path === name || path.endsWith(`.${name}`)));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(values);
  };
  return (
    <dialog ref={dialog} className="form-dialog" aria-labelledby={titleId} onClose={onClose}>
      <form onSubmit={send}>
        <h2 id={titleId}>{title}</h2>
        {children}
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={wordsOf(issueOf(field.name), language)}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        <Failure failure={failure} issues={elsewhere} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {officeWords.cancel[language]}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {submit}
          </button>
        </div>
      </form>
    </dialog>
  );
}

type Issues = NonNullable<ApiFailure['problem']>['issues'];

function wordsOf(issue: Issues[number] | undefined, language: Parameters<typeof issueAdvice>[0]): string | null {
  if (issue === undefined) return null;
  return `${issueAdvice(language, issue).text}${issue.allowed ? ` (${issue.allowed})` : ''}`;
}

function Failure({ failure, issues }: { readonly failure: unknown; readonly issues: Issues }) {
  const { text, language } = useTexts();
  if (!failure) return null;
  const invalid = failure instanceof ApiFailure && failure.problem?.code === 'request.invalid';
  if (invalid && issues.length === 0) return null;
  return (
    <div className="form-error" role="alert">
      {invalid
        ? issues.map((issue) => <p key={issue.path + issue.code}>{wordsOf(issue, language)}</p>)
        : failureText(text, failure)}
    </div>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

function FormField({ field, value, error, onChange }: FieldProps) {
  const id = useId();
  const { format } = useTexts();
  const said = {
    id,
    'aria-invalid': error !== null || undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  } as const;
  const { label, required = false } = field;
  if (field.kind === 'check') {
    return (
      <label className="check">
        <input
          {...said}
          type="checkbox"
          checked={value === 'on'}
          onChange={({ target }) => onChange(target.checked ? 'on' : '')}
        />
        <span>{label}</span>
      </label>
    );
  }
  const shared = { ...said, required, value };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {field.kind === 'choice' ? (
        <select {...shared} onChange={({ target }) => onChange(target.value)}>
          {field.options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      ) : field.kind === 'lines' ? (
        <textarea {...shared} rows={3} maxLength={2000} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...shared} {...limitsOf(field)} onChange={({ target }) => onChange(target.value)} />
      )}
      {field.kind === 'date' && value !== '' && <p className="soft small">{format.day(value, 'long')}</p>}
      {error && (
        <p id={`${id}-error`} className="form-error">
          {error}
        </p>
      )}
    </div>
  );
}

function limitsOf(field: Field) {
  if (field.kind === 'time') return { type: 'time' };
  if (field.kind !== 'date' && field.kind !== 'number') return { type: 'text', maxLength: 200 };
  const { min, max } = field;
  return {
    type: field.kind,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(field.kind === 'number' && { step: field.step ?? 1 }),
  };
}
