import { useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import { ApiFailure } from '../api/client.js';
import { useLogIn } from '../api/session.js';
import { failureText } from '../shell/states.js';
import { accountTexts } from '../text/account-texts.js';
import type { Messages } from '../text/dictionary.js';
import { useTexts } from '../text/use-texts.js';
import { SessionFrame } from './session-frame.js';

export function LogInPage() {
  const { text } = useTexts();
  return (
    <SessionFrame title={text.session.title} about={text.app.about}>
      <LogInForm />
    </SessionFrame>
  );
}

type Missing = 'email' | 'password';

function LogInForm() {
  const { text } = useTexts();
  const logIn = useLogIn();
  const [missing, setMissing] = useState<Missing | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const errorId = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const data = new FormData(form.current ?? undefined);
    const email = entered(data, 'email').trim();
    const password = entered(data, 'password');
    const code = entered(data, 'code').replaceAll(' ', '').toLowerCase();
    const gap = !email.includes('@') ? 'email' : password === '' ? 'password' : null;
    setMissing(gap);
    logIn.reset();
    if (gap) form.current?.querySelector<HTMLInputElement>(`[name=${gap}]`)?.focus();
    else logIn.mutate({ email, password, ...(code !== '' && { code }) });
  };

  const asksCode = logIn.isError && /^session\.code/.test(codeOf(logIn.error));
  const [coded, setCoded] = useState(false);
  if (asksCode && !coded) setCoded(true);
  const error = missing ? text.session[`${missing}Needed`] : logIn.isError ? refusal(text, logIn.error) : null;
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <label className="field">
        <span>{text.session.email}</span>
        <input
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          aria-invalid={missing === 'email'}
          aria-describedby={error ? errorId : undefined}
        />
      </label>
      <label className="field">
        <span>{text.session.password}</span>
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          aria-invalid={missing === 'password'}
          aria-describedby={error ? errorId : undefined}
        />
      </label>
      {coded && (
        <label className="field">
          <span>{text.session.code}</span>
          <input name="code" autoComplete="one-time-code" maxLength={16} autoFocus aria-describedby={errorId} />
        </label>
      )}
      <p className="form-error" id={errorId} role="alert">
        {error}
      </p>
      <button type="submit" className="button primary wide" disabled={logIn.isPending}>
        {logIn.isPending ? text.session.busy : text.session.submit}
      </button>
      <ByOrganisation form={form} />
    </form>
  );
}

/** What the server says of a log-in at an organisation, by the word in the address it sends back to. */
const CAME_BACK: Readonly<Record<string, keyof typeof accountTexts>> = {
  unknown: 'byOrganisationUnknown',
  nobody: 'byOrganisationNobody',
};

/** Goes to the log-in of the organisation whose domain the address entered has; only the domain is sent. */
function ByOrganisation({ form }: { readonly form: RefObject<HTMLFormElement | null> }) {
  const { language } = useTexts();
  const [back] = useState(() => new URLSearchParams(location.search).get('organisation'));
  const go = (): void => {
    const domain =
      entered(new FormData(form.current ?? undefined), 'email')
        .trim()
        .split('@')[1] ?? '';
    if (domain !== '') location.assign(`/api/v1/session/organisation?domain=${encodeURIComponent(domain)}`);
    else form.current?.querySelector<HTMLInputElement>('[name=email]')?.focus();
  };
  return (
    <>
      {back !== null && (
        <p className="form-error" role="alert">
          {accountTexts[CAME_BACK[back] ?? 'byOrganisationFailed'][language]}
        </p>
      )}
      <button type="button" className="button quiet wide" onClick={go}>
        {accountTexts.byOrganisation[language]}
      </button>
    </>
  );
}

function entered(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

function refusal(text: Messages, failure: unknown): string {
  if (codeOf(failure) === 'session.code_needed') return text.session.codeNeeded;
  if (codeOf(failure) === 'session.code_wrong') return text.session.codeWrong;
  const status = failure instanceof ApiFailure ? failure.status : 0;
  if (status === 401 || status === 400 || status === 422) return text.session.wrong;
  if (status === 429) return text.session.tooMany;
  return failureText(text, failure);
}

function codeOf(failure: unknown): string {
  return (failure instanceof ApiFailure && failure.problem?.code) || '';
}
