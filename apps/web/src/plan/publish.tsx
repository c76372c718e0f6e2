import type { PlanSummary, PublicationView } from '#contracts';
import { useId, useRef, useState } from 'react';
import { ApiFailure } from '../api/client.js';
import { usePublication } from '../api/compare.js';
import { usePublishPlan } from '../api/plans.js';
import { Failed, failureText, Waiting } from '../shell/states.js';
import { compareCounts, compareWords } from '../text/compare-texts.js';
import type { Messages } from '../text/dictionary.js';
import { useTexts } from '../text/use-texts.js';
import { Told } from './told.js';

/** The button that puts a draft into force, and before it does, who would be told what. */
export function Publish({ plan }: { readonly plan: PlanSummary }) {
  const { text } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const publish = usePublishPlan(plan.id);
  const titleId = useId();
  const show = (): void => {
    setOpen(true);
    dialog.current?.showModal();
  };
  const closed = (): void => {
    setOpen(false);
    if (publish.isError) publish.reset();
  };
  return (
    <>
      {plan.status === 'draft' && (
        <button type="button" className="button primary" onClick={show}>
          {text.publish.action}
        </button>
      )}
      <p className="unseen" role="status">
        {publish.isSuccess ? text.publish.done : ''}
      </p>
      <dialog ref={dialog} className="publish-dialog" aria-labelledby={titleId} onClose={closed}>
        <h2 id={titleId}>{text.publish.title}</h2>
        {open && (
          <Preview
            plan={plan}
            busy={publish.isPending}
            failure={publish.error}
            cancel={() => dialog.current?.close()}
            confirm={(reason) => publish.mutate(reason, { onSuccess: () => dialog.current?.close() })}
          />
        )}
      </dialog>
    </>
  );
}

interface PreviewProps {
  readonly plan: PlanSummary;
  readonly busy: boolean;
  readonly failure: unknown;
  readonly cancel: () => void;
  readonly confirm: (reason: string | null) => void;
}

function Preview({ plan, busy, failure, cancel, confirm }: PreviewProps) {
  const { text, fill, format, language } = useTexts();
  const publication = usePublication(plan.id, true);
  const [reason, setReason] = useState('');
  const { data } = publication;
  const late = data !== undefined && data.lateChanges > 0;
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault();
    confirm(late ? reason.trim() : null);
  };
  return (
    <form className="publish-form" onSubmit={submit}>
      <p>{fill(text.publish.text, { days: format.days(plan.from, plan.to) })}</p>
      {publication.isPending && <Waiting rows={4} kind="plan" />}
      {publication.isError && <Failed failure={publication.error} retry={() => void publication.refetch()} />}
      {data && <Effects publication={data} />}
      {late && (
        <label className="field">
          <span>{compareWords.whyLate[language]}</span>
          <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      {failure !== null && (
        <p className="form-error" role="alert">
          {refusal(text, failure)}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={cancel}>
          {text.publish.cancel}
        </button>
        <button type="submit" className="button primary" disabled={busy || !data || (late && reason.trim() === '')}>
          {busy ? text.publish.busy : text.publish.confirm}
        </button>
      </div>
    </form>
  );
}

/** What publishing does, in counts and by person. */
function Effects({ publication }: { readonly publication: PublicationView }) {
  const { text, count, language } = useTexts();
  const { first, changes, lateChanges, lateHours, unserved, staff, clients } = publication;
  return (
    <>
      <p role="status">{first ? compareWords.first[language] : count(compareCounts.changes[language], changes)}</p>
      {lateChanges > 0 && (
        <p className="with-warning">{count(compareCounts.late[language], lateChanges, { hours: lateHours })}</p>
      )}
      {unserved > 0 && <p className="with-warning">{count(text.publish.unserved, unserved)}</p>}
      {!first && changes === 0 && <p>{compareWords.nobody[language]}</p>}
      <Told title={compareWords.toldStaff[language]} people={staff} />
      <Told title={compareWords.toldClients[language]} people={clients} />
    </>
  );
}

/** A conflict is either an overlap of people or a plan that is no draft any more. */
function refusal(text: Messages, failure: unknown): string {
  if (!(failure instanceof ApiFailure) || failure.status !== 409) return failureText(text, failure);
  return failure.problem?.code.includes('overlap') ? text.publish.overlap : text.publish.notDraft;
}
