import type { IdentityProviderView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { ApiFailure } from '../api/client.js';
import { useIdentityProvider, useRemoveIdentityProvider, useSetIdentityProvider } from '../api/accounts.js';
import { Failed, Waiting } from '../shell/states.js';
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
        {say('redirect')} <code>{location.origin + kept.data.redirectPath}</code>
      </p>
      <Settings key={JSON.stringify(kept.data.settings)} settings={kept.data.settings} />
    </>
  );
}

const FIELDS = ['domain', 'issuer', 'clientId', 'clientSecret'] as const;

function Settings({ settings }: Pick<IdentityProviderView, 'settings'>) {
  const { say } = useWords();
  const set = useSetIdentityProvider();
  const remove = useRemoveIdentityProvider();
  const [entered, setEntered] = useState({ domain: '', issuer: '', clientId: '', ...settings, clientSecret: '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { clientSecret, ...rest } = entered;
    set.mutate({ ...rest, ...(clientSecret !== '' && { clientSecret }) });
  };
  const invalid = set.error instanceof ApiFailure && set.error.status === 400;
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
        </label>
      ))}
      {invalid ? (
        <p className="form-error" role="alert">
          {say('organisationWrong')}
        </p>
      ) : (
        <Why failure={set.error ?? remove.error} />
      )}
      {set.isSuccess && <p role="status">{say('saved')}</p>}
      <div className="actions">
        <button type="submit" className="button primary" disabled={set.isPending}>
          {say('save')}
        </button>
        {settings && (
          <button type="button" className="button" onClick={() => remove.mutate()} disabled={remove.isPending}>
            {say('remove')}
          </button>
        )}
      </div>
    </form>
  );
}
