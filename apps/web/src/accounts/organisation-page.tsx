import type { IdentityProviderView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { ApiFailure, type Seen } from '../api/client.js';
import { useIdentityProvider, useRemoveIdentityProvider, useSetIdentityProvider } from '../api/accounts.js';
import { useSettingsForm } from '../changes/settings-form.js';
import { Failed, Waiting } from '../shell/states.js';
import { officeWords } from '../text/office-texts.js';
import { Why } from './why.js';
import { useWords } from './words.js';

/** The organisation's own log-in: OpenID Connect for the addresses of its domain. */
export function OrganisationPage() {
  const { say } = useWords();
  const kept = useIdentityProvider();
  if (kept.isPending) return <Waiting rows={4} kind="plan" />;
  if (kept.isError && !kept.data) return <Failed failure={kept.error} retry={() => void kept.refetch()} />;
  return (
    <>
      <p className="soft">{say('organisationAbout')}</p>
      <p>
        {say('redirect')} <code>{location.origin + kept.data.value.redirectPath}</code>
      </p>
      <Settings read={kept} first={kept.data} />
    </>
  );
}

const FIELDS = ['domain', 'issuer', 'clientId', 'clientSecret'] as const;

interface SettingsProps {
  readonly read: ReturnType<typeof useIdentityProvider>;
  readonly first: Seen<IdentityProviderView>;
}

function Settings({ read, first }: SettingsProps) {
  const { say } = useWords();
  const set = useSetIdentityProvider();
  const remove = useRemoveIdentityProvider();
  const { save, busy, failure, theirs } = useSettingsForm(read, first, set.mutateAsync);
  const settings = (read.data ?? first).value.settings;
  const [entered, setEntered] = useState({ domain: '', issuer: '', clientId: '', ...settings, clientSecret: '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { clientSecret, ...rest } = entered;
    void save({ ...rest, ...(clientSecret !== '' && { clientSecret }) });
  };
  const invalid = failure instanceof ApiFailure && failure.status === 400;
  return (
    <form className="panel" onSubmit={submit}>
      {FIELDS.map((name) => (
        <label key={name} className="field">
          <span>{say(name)}</span>
          <input
            value={entered[name]}
            type={name === 'clientSecret' ? 'password' : 'text'}
            autoComplete="off"
            placeholder={name === 'clientSecret' && settings ? say('secretKept') : ''}
            onChange={(event) => setEntered({ ...entered, [name]: event.target.value })}
          />
          {name !== 'clientSecret' && theirs !== null && theirs.settings?.[name] !== entered[name] && (
            <small>
              {say(officeWords.theirs)}: {theirs.settings?.[name] ?? '–'}
            </small>
          )}
        </label>
      ))}
      {invalid ? (
        <p className="form-error" role="alert">
          {say('organisationWrong')}
        </p>
      ) : (
        <Why failure={failure ?? remove.error} />
      )}
      {set.isSuccess && failure === null && <p role="status">{say('saved')}</p>}
      <div className="actions">
        <button type="submit" className="button primary" disabled={busy}>
          {say('save')}
        </button>
        {settings && (
          <button
            type="button"
            className="button"
            onClick={() => remove.mutate((read.data ?? first).seen)}
            disabled={remove.isPending}
          >
            {say('remove')}
          </button>
        )}
      </div>
    </form>
  );
}
