import { PROGRAM_SCOPES, type ProgramScope, type ProgramTokenView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { useMakeToken, useProgramTokens, useRevokeToken } from '../api/accounts.js';
import { Failed, Waiting } from '../shell/states.js';
import { scopeTexts } from '../text/account-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Why } from './why.js';
import { useWords } from './words.js';

/** Tokens by which other programs of the provider come in. */
export function ProgramsPage() {
  const { say } = useWords();
  const tokens = useProgramTokens();
  const revoke = useRevokeToken();
  return (
    <>
      <p className="soft">{say('programsAbout')}</p>
      <NewToken />
      <Why failure={revoke.error} />
      {tokens.isPending && <Waiting rows={3} kind="plan" />}
      {tokens.isError && !tokens.data && <Failed failure={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <p>{say('nothing')}</p>}
      {tokens.data && tokens.data.length > 0 && (
        <div className="wide-table" role="region" aria-label={say('programs')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {(['name', 'may', 'used', 'until'] as const).map((name) => (
                  <th key={name} scope="col">
                    {say(name)}
                  </th>
                ))}
                <th>
                  <span className="unseen">{say('revoke')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tokens.data.map((token) => (
                <Row key={token.id} token={token} revoke={() => revoke.mutate(token.id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Row({ token, revoke }: { readonly token: ProgramTokenView; readonly revoke: () => void }) {
  const { say } = useWords();
  const { format } = useTexts();
  const { name, scopes, usedAt, expiresAt, revokedAt, usable } = token;
  return (
    <tr className={usable ? undefined : 'is-locked'}>
      <th scope="row">{name}</th>
      <td>{scopes.map((scope) => say(scopeTexts[scope])).join(', ')}</td>
      <td>{usedAt === null ? '–' : format.moment(usedAt)}</td>
      <td>
        {format.moment(expiresAt)} {!usable && say(revokedAt === null ? 'expired' : 'revoked')}
      </td>
      <td className="actions">
        {usable && (
          <button type="button" className="button quiet" onClick={revoke}>
            {say('revoke')}
          </button>
        )}
      </td>
    </tr>
  );
}

function NewToken() {
  const { say } = useWords();
  const make = useMakeToken();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ProgramScope[]>([]);
  const [days, setDays] = useState(365);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate({ name: name.trim(), scopes: [...scopes], days }, { onSuccess: () => setName('') });
  };
  return (
    <section className="panel">
      <h2>{say('makeToken')}</h2>
      <form className="one-line" onSubmit={submit}>
        <label className="field">
          <span>{say('name')}</span>
          <input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          <span>{say('days')}</span>
          <input type="number" min={1} max={366} value={days} onChange={(event) => setDays(event.target.valueAsNumber)} />
        </label>
        <fieldset>
          <legend>{say('may')}</legend>
          {PROGRAM_SCOPES.map((scope) => (
            <label key={scope} className="tick">
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={(event) => setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
              />
              {say(scopeTexts[scope])}
            </label>
          ))}
        </fieldset>
        <button
          type="submit"
          className="button primary"
          disabled={name.trim() === '' || scopes.length === 0 || !(days >= 1) || make.isPending}
        >
          {say('makeToken')}
        </button>
      </form>
      <Why failure={make.error} />
      {make.data && (
        <div className="hand-over" role="status">
          <p>{say('tokenOnce')}</p>
          <p className="actions">
            <code>{make.data.token}</code>
            <button type="button" className="button" onClick={() => void navigator.clipboard?.writeText(make.data.token)}>
              {say('copy')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
