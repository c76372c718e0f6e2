import type { PlanSummary } from '#contracts';
import { useId, useRef } from 'react';
import { ApiFailure } from '../api/client.js';
import { usePublishPlan } from '../api/plans.js';
import { failureText } from '../shell/states.js';
import type { Messages } from '../text/dictionary.js';
import { useTexts } from '../text/use-texts.js';

/** The button that puts a draft into force, and the question before it does. */
export function Publish({ plan }: { readonly plan: PlanSummary }) {
  const { text, fill, count, format } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const publish = usePublishPlan(plan.id);
  const titleId = useId();
  const left = plan.figures ? plan.figures.visits - plan.figures.served : 0;
  const confirm = () => publish.mutate(undefined, { onSuccess: () => dialog.current?.close() });
  return (
    <>
      {plan.status === 'draft' && (
        <button type="button" className="button primary" onClick={() => dialog.current?.showModal()}>
          {text.publish.action}
        </button>
      )}
      <p className="unseen" role="status">
        {publish.isSuccess ? text.publish.done : ''}
      </p>
      <dialog ref={dialog} aria-labelledby={titleId} onClose={() => publish.isError && publish.reset()}>
        <h2 id={titleId}>{text.publish.title}</h2>
        <p>{fill(text.publish.text, { days: format.days(plan.from, plan.to) })}</p>
        {left > 0 && <p className="with-warning">{count(text.publish.unserved, left)}</p>}
        {publish.isError && (
          <p className="form-error" role="alert">
            {refusal(text, publish.error)}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {text.publish.cancel}
          </button>
          <button type="button" className="button primary" disabled={publish.isPending} onClick={confirm}>
            {publish.isPending ? text.publish.busy : text.publish.confirm}
          </button>
        </div>
      </dialog>
    </>
  );
}

/** A conflict is either an overlap of people or a plan that is no draft any more. */
function refusal(text: Messages, failure: unknown): string {
  if (!(failure instanceof ApiFailure) || failure.status !== 409) return failureText(text, failure);
  return failure.problem?.code.includes('overlap') ? text.publish.overlap : text.publish.notDraft;
}
