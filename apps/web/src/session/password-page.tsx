import { useEffect, useId, useState, type FormEvent } from 'react';
import { ApiFailure } from '../api/client.js';
import { useChoosePassword } from '../api/session.js';
import { Link } from '../shell/navigation.js';
import { failureText } from '../shell/states.js';
import type { Messages } from '../text/dictionary.js';
import { useTexts } from '../text/use-texts.js';
import { SessionFrame } from './session-frame.js';

/** Where a link of the administrator leads: its secret stands behind #, which browsers tell no server. */
export function PasswordPage() {
  const { text } = useTexts();
  const [secret] = useState(() => location.hash.slice(1));
  useEffect(() => {
    // Nobody who looks over a shoulder, or at the history, finds it.
    history.replaceState(null, '', location.pathname);
  }, []);
  return (
    <SessionFrame title={text.session.choose}>
      <PasswordForm secret={secret} />
    </SessionFrame>
  );
}

function PasswordForm({ secret }: { readonly secret: string }) {
  const { text } = useTexts();
  const choose = useChoosePassword();
  const [password, setPassword] = useState('');
  const errorId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate({ secret, password });
  };
  if (choose.isSuccess) {
    return (
      <>
        <p role="status">{text.session.chosen}</p>
        <Link href="/">{text.session.submit}</Link>
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <label className="field">
        <span>{text.session.newPassword}</span>
        <input
          type="password"
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          aria-describedby={errorId}
        />
      </label>
      <p className="soft">{text.session.newPasswordHint}</p>
      <p className="form-error" id={errorId} role="alert">
        {choose.isError ? refusal(text, choose.error) : null}
      </p>
      <button type="submit" className="button primary wide" disabled={choose.isPending || password === ''}>
        {text.session.keep}
      </button>
    </form>
  );
}

function refusal(text: Messages, failure: unknown): string {
  if (!(failure instanceof ApiFailure)) return failureText(text, failure);
  if (failure.status === 410) return text.session.linkGone;
  if (failure.status === 400) {
    const paths = failure.problem?.issues.map(({ path }) => path) ?? [];
    return paths.includes('secret') ? text.session.linkGone : text.session.weak;
  }
  return failureText(text, failure);
}
