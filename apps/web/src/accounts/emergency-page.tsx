import type { EmergencyView } from '#contracts';
import { useEffect, useState, type FormEvent } from 'react';
import { useEmergencies, useEndEmergency, useOpenEmergency } from '../api/accounts.js';
import { useTexts } from '../text/use-texts.js';
import { EmergencyCard } from './emergency-card.js';
import { Why } from './why.js';
import { useWords } from './words.js';
import './accounts.css';

/** Breaking the glass: a client one does not visit, by the whole name and with a reason. */
export function EmergencyPage() {
  const { say } = useWords();
  const { text } = useTexts();
  const own = useEmergencies();
  const title = say('emergency');
  useEffect(() => {
    document.title = `${title} · ${text.app.name}`;
  }, [title, text]);
  return (
    <div className="accounts narrow">
      <h1>{title}</h1>
      <p className="with-warning">{say('emergencyAbout')}</p>
      {own.data
        ?.filter(({ open }) => open)
        .map((access) => (
          <Open key={access.id} access={access} />
        ))}
      <OpenForm />
    </div>
  );
}

function OpenForm() {
  const { say } = useWords();
  const open = useOpenEmergency();
  const [givenName, setGivenName] = useState('');
  const [familyName, setFamilyName] = useState('');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    open.mutate(
      { givenName, familyName, reason },
      {
        onSuccess: () => {
          for (const empty of [setGivenName, setFamilyName, setReason]) empty('');
        },
      },
    );
  };
  const ready = givenName.trim() !== '' && familyName.trim() !== '' && reason.trim().length >= 10;
  return (
    <form className="panel" onSubmit={submit}>
      <label className="field">
        <span>{say('given')}</span>
        <input value={givenName} maxLength={100} autoComplete="off" onChange={(event) => setGivenName(event.target.value)} />
      </label>
      <label className="field">
        <span>{say('family')}</span>
        <input value={familyName} maxLength={100} autoComplete="off" onChange={(event) => setFamilyName(event.target.value)} />
      </label>
      <label className="field">
        <span>{say('reason')}</span>
        <textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Why failure={open.error} missing="nobody" />
      <button type="submit" className="button primary" disabled={!ready || open.isPending}>
        {say('openNow')}
      </button>
    </form>
  );
}

function Open({ access }: { readonly access: EmergencyView }) {
  const { say } = useWords();
  const { format } = useTexts();
  const end = useEndEmergency();
  const [shown, setShown] = useState(false);
  return (
    <section className="panel">
      <h2>{access.clientName}</h2>
      <p className="soft">{say('openUntil', { at: format.moment(access.endsAt) })}</p>
      {shown && <EmergencyCard id={access.id} />}
      <Why failure={end.error} />
      <p className="actions">
        {!shown && (
          <button type="button" className="button primary" onClick={() => setShown(true)}>
            {say('look')}
          </button>
        )}
        <button type="button" className="button" onClick={() => end.mutate(access.id)}>
          {say('end')}
        </button>
      </p>
    </section>
  );
}
