import type { EmergencyView } from '#contracts';
import { useState } from 'react';
import { useEmergencies, useReviewEmergency } from '../api/accounts.js';
import { Failed, Waiting } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';
import { Why } from './why.js';
import { useWords } from './words.js';

/** Every access in an emergency, and what the administrator found of it. */
export function EmergencyReviews() {
  const { say } = useWords();
  const all = useEmergencies();
  const review = useReviewEmergency();
  return (
    <>
      {all.isPending && <Waiting rows={3} kind="plan" />}
      {all.isError && !all.data && <Failed failure={all.error} retry={() => void all.refetch()} />}
      {all.data?.length === 0 && <p>{say('noEmergencies')}</p>}
      <Why failure={review.error} />
      <ul className="emergencies">
        {all.data?.map((access) => (
          <Access key={access.id} access={access} review={review} />
        ))}
      </ul>
    </>
  );
}

interface AccessProps {
  readonly access: EmergencyView;
  readonly review: ReturnType<typeof useReviewEmergency>;
}

function Access({
  access: { id, account, client, clientName, reason, openedAt, endsAt, open, review: found },
  review,
}: AccessProps) {
  const { say } = useWords();
  const { format } = useTexts();
  return (
    <li className="panel">
      <p>
        <strong>{account}</strong> → {clientName} ({client}){' '}
        <span className="soft">
          {format.moment(openedAt)}
          {open && `, ${say('openUntil', { at: format.moment(endsAt) })}`}
        </span>
      </p>
      <p>{reason}</p>
      {found === null ? (
        <Verdict give={(verdict) => review.mutate({ id, ...verdict })} />
      ) : (
        <p className="soft">
          {say(found.justified ? 'justified' : 'notJustified')} · {found.by}, {format.moment(found.at)} {found.note}
        </p>
      )}
    </li>
  );
}

function Verdict({ give }: { readonly give: (verdict: { readonly justified: boolean; readonly note: string }) => void }) {
  const { say } = useWords();
  const [note, setNote] = useState('');
  return (
    <div className="actions">
      <label className="field">
        <span>{say('note')}</span>
        <input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </label>
      {([true, false] as const).map((justified) => (
        <button key={String(justified)} type="button" className="button" onClick={() => give({ justified, note })}>
          {say(justified ? 'justified' : 'notJustified')}
        </button>
      ))}
    </div>
  );
}
