import { useEffect, useState, type FormEvent } from 'react';
import { useChangePassword, useEndSession, useOwnSessions } from '../api/accounts.js';
import { useSession } from '../api/session.js';
import { Link } from '../shell/navigation.js';
import { Failed, Waiting } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';
import { deviceName } from './device-name.js';
import { SecondFactor } from './second-factor.js';
import { Why } from './why.js';
import { useWords } from './words.js';
import './accounts.css';

/** One's own password, second factor and devices; the same on the phone and in the office. */
export function OwnAccount() {
  const { say } = useWords();
  const { text } = useTexts();
  const title = say('own');
  const role = useSession().data?.role;
  const opens = role === 'staff' ? '/my/emergency' : role === 'coordinator' ? '/emergency' : null;
  useEffect(() => {
    document.title = `${title} · ${text.app.name}`;
  }, [title, text]);
  return (
    <div className="accounts narrow">
      <h1>{title}</h1>
      <Password />
      <SecondFactor />
      <Devices />
      {opens && (
        <p>
          <Link className="button" href={opens}>
            {say('emergency')}
          </Link>
        </p>
      )}
    </div>
  );
}

function Password() {
  const { text } = useTexts();
  const { say } = useWords();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const empty = (): void => {
      setCurrent('');
      setPassword('');
    };
    change.mutate({ current, password }, { onSuccess: empty });
  };
  return (
    <section className="panel">
      <h2>{say('password')}</h2>
      <form onSubmit={submit}>
        <label className="field">
          <span>{say('current')}</span>
          <input
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{say('next')}</span>
          <input
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <p className="soft small">{text.session.newPasswordHint}</p>
        <Why failure={change.error} />
        {change.isSuccess && <p role="status">{say('changed')}</p>}
        <button type="submit" className="button" disabled={current === '' || password === '' || change.isPending}>
          {say('change')}
        </button>
      </form>
    </section>
  );
}

function Devices() {
  const { format } = useTexts();
  const { say } = useWords();
  const sessions = useOwnSessions();
  const end = useEndSession();
  return (
    <section className="panel">
      <h2>{say('devices')}</h2>
      {sessions.isPending && <Waiting rows={2} kind="plan" />}
      {sessions.isError && !sessions.data && <Failed failure={sessions.error} retry={() => void sessions.refetch()} />}
      <Why failure={end.error} />
      <ul className="devices">
        {sessions.data?.map(({ id, device, createdAt, usedAt, current }) => (
          <li key={id}>
            <p>
              <strong title={device}>{deviceName(device) ?? say('device')}</strong> {current && `(${say('here')})`}
              <br />
              <span className="soft small">
                {say('since')} {format.moment(createdAt)} · {say('used')} {format.moment(usedAt)}
              </span>
            </p>
            {!current && (
              <button type="button" className="button" onClick={() => end.mutate(id)} disabled={end.isPending}>
                {say('end')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
