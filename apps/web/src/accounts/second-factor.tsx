import { useState, type FormEvent, type ReactNode } from 'react';
import { useConfirmFactor, useOfferFactor, useRemoveFactor, useSecondFactor } from '../api/accounts.js';
import { Failed, Waiting } from '../shell/states.js';
import { QrCode } from './qr-code.js';
import { Why } from './why.js';
import { useWords } from './words.js';

/** Setting up a code beside the password, its recovery codes, and switching it off. */
export function SecondFactor() {
  const { say } = useWords();
  const factor = useSecondFactor();
  return (
    <section className="panel">
      <h2>{say('factor')}</h2>
      {factor.isPending && <Waiting rows={2} kind="plan" />}
      {factor.isError && !factor.data && <Failed failure={factor.error} retry={() => void factor.refetch()} />}
      {factor.data && <Steps confirmed={factor.data.confirmed} left={factor.data.recoveryCodes} />}
    </section>
  );
}

function Steps({ confirmed, left }: { readonly confirmed: boolean; readonly left: number }) {
  const { say } = useWords();
  const offer = useOfferFactor();
  const confirm = useConfirmFactor();
  const remove = useRemoveFactor();
  if (confirm.data) return <Codes codes={confirm.data.codes} done={() => confirm.reset()} />;
  if (confirmed) {
    return (
      <>
        <p>{say('factorOn', { n: left })}</p>
        <CodeForm failure={remove.error ?? confirm.error} busy={remove.isPending || confirm.isPending}>
          {(code) => (
            <>
              <button type="submit" className="button" onClick={() => confirm.mutate(code)} disabled={code === ''}>
                {say('newCodes')}
              </button>
              <button type="button" className="button" onClick={() => remove.mutate(code)} disabled={code === ''}>
                {say('factorRemove')}
              </button>
            </>
          )}
        </CodeForm>
      </>
    );
  }
  if (!offer.data) {
    return (
      <>
        <p>{say('factorOff')}</p>
        <Why failure={offer.error} />
        <button type="button" className="button" onClick={() => offer.mutate()} disabled={offer.isPending}>
          {say('factorBegin')}
        </button>
      </>
    );
  }
  return (
    <>
      <p>{say('factorScan')}</p>
      <QrCode text={offer.data.uri} title={say('factorPicture')} />
      <p className="soft small">
        {say('factorByHand')} <code>{offer.data.secret.match(/.{4}/g)?.join(' ')}</code>
      </p>
      <CodeForm failure={confirm.error} busy={confirm.isPending}>
        {(code) => (
          <button type="submit" className="button primary" onClick={() => confirm.mutate(code)} disabled={code === ''}>
            {say('confirm')}
          </button>
        )}
      </CodeForm>
    </>
  );
}

interface CodeFormProps {
  readonly failure: unknown;
  readonly busy: boolean;
  readonly children: (code: string) => ReactNode;
}

function CodeForm({ failure, busy, children }: CodeFormProps) {
  const { say } = useWords();
  const [code, setCode] = useState('');
  const stay = (event: FormEvent): void => event.preventDefault();
  return (
    <form onSubmit={stay} aria-busy={busy}>
      <label className="field code-field">
        <span>{say('code')}</span>
        <input
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={16}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <Why failure={failure} />
      <div className="actions">{children(code.replaceAll(' ', '').toLowerCase())}</div>
    </form>
  );
}

function Codes({ codes, done }: { readonly codes: readonly string[]; readonly done: () => void }) {
  const { say } = useWords();
  return (
    <div role="status">
      <h3>{say('codes')}</h3>
      <p>{say('codesText')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="button primary" onClick={done}>
        {say('codesKept')}
      </button>
    </div>
  );
}
