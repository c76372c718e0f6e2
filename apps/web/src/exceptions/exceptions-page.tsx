import type { ExceptionsQuery, ExceptionsView } from '#contracts';
import { useEffect, useState } from 'react';
import { useAcknowledge, useExceptions } from '../api/exceptions.js';
import { useProvider } from '../api/session.js';
import { LedgerNav } from '../ledger/ledger-nav.js';
import { MonthChoice, useMonth } from '../ledger/month-choice.js';
import { monthDays } from '../ledger/months.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { exceptionReasonTexts, exceptionTexts } from '../text/exception-texts.js';
import { fill } from '../text/messages.js';
import { useTexts } from '../text/use-texts.js';
import { ExceptionTable } from './exception-table.js';
import { LimitsForm } from './limits-form.js';
import '../ledger/ledger.css';
import './exceptions.css';

/** Visits outside the provider's limits: looked at one by one or many at once; the rest was confirmed on its own. */
export function ExceptionsPage() {
  const { text, language } = useTexts();
  const provider = useProvider();
  useEffect(() => {
    document.title = `${exceptionTexts.title[language]} · ${text.app.name}`;
  }, [text, language]);
  return (
    <div className="ledger-page">
      <LedgerNav />
      <h1>{exceptionTexts.title[language]}</h1>
      <p className="soft">{exceptionTexts.lead[language]}</p>
      {provider.isPending && <Waiting rows={2} kind="plans" />}
      {provider.isError && <Failed failure={provider.error} retry={() => void provider.refetch()} />}
      {provider.data && <Month today={provider.data.today} />}
    </div>
  );
}

function Month({ today }: { readonly today: string }) {
  const { language } = useTexts();
  const month = useMonth(today);
  const [state, setState] = useState<ExceptionsQuery['state']>('exception');
  const [reason, setReason] = useState('');
  const exceptions = useExceptions({ ...monthDays(month), state });
  return (
    <>
      <div className="ledger-choice">
        <MonthChoice month={month} />
        <label>
          {exceptionTexts.show[language]}{' '}
          <select value={state} onChange={({ target }) => setState(target.value as ExceptionsQuery['state'])}>
            {(['exception', 'acknowledged'] as const).map((one) => (
              <option key={one} value={one}>
                {exceptionTexts[one][language]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {exceptionTexts.reason[language]}{' '}
          <select value={reason} onChange={({ target }) => setReason(target.value)}>
            <option value="">{exceptionTexts.allReasons[language]}</option>
            {Object.entries(exceptionReasonTexts).map(([code, words]) => (
              <option key={code} value={code}>
                {fill(words[language], { actual: '…' })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {exceptions.isPending && <Waiting rows={6} kind="plans" />}
      {exceptions.isError && <Failed failure={exceptions.error} retry={() => void exceptions.refetch()} />}
      {exceptions.data && (
        <Exceptions key={`${month} ${state} ${reason}`} exceptions={exceptions.data} state={state} reason={reason} />
      )}
    </>
  );
}

interface Shown {
  readonly exceptions: ExceptionsView;
  readonly state: ExceptionsQuery['state'];
  readonly reason: string;
}

function Exceptions({ exceptions: { visits, ...counts }, state, reason }: Shown) {
  const { language, format } = useTexts();
  const shown = visits.filter(({ reasons }) => reason === '' || reasons.some(({ code }) => code === reason));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const figures = { confirmed: counts.confirmed, acknowledged: counts.acknowledged, open: counts.open } as const;
  return (
    <>
      <dl className="exception-counts">
        {state === 'exception' && <Count name={exceptionTexts.exception[language]} n={format.number(visits.length)} />}
        {(['confirmed', 'acknowledged', 'open'] as const).map((name) => (
          <Count key={name} name={exceptionTexts[name][language]} n={format.number(figures[name])} />
        ))}
      </dl>
      {shown.length === 0 ? (
        <Empty icon="done" title={exceptionTexts.empty[language]} />
      ) : (
        <>
          <ExceptionTable visits={shown} chosen={chosen} choose={state === 'exception' ? setChosen : null} />
          {state === 'exception' && (
            <Acknowledge visits={shown.filter(({ visit }) => chosen.has(visit))} done={() => setChosen(new Set())} />
          )}
        </>
      )}
      <LimitsForm />
    </>
  );
}

function Count({ name, n }: { readonly name: string; readonly n: string }) {
  return (
    <div className="panel">
      <dt>{name}</dt>
      <dd>{n}</dd>
    </div>
  );
}

function Acknowledge({ visits, done }: { readonly visits: ExceptionsView['visits']; readonly done: () => void }) {
  const { language, count } = useTexts();
  const [note, setNote] = useState('');
  const acknowledge = useAcknowledge();
  const send = (): void =>
    acknowledge.mutate(
      { visits: visits.map(({ visit, events }) => ({ visit, events })), note: note.trim() },
      {
        onSuccess: () => {
          setNote('');
          done();
        },
      },
    );
  return (
    <form
      className="exception-bar panel"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p aria-live="polite">
        {acknowledge.data && visits.length === 0
          ? count(exceptionTexts.done[language], acknowledge.data.acknowledged)
          : count(exceptionTexts.selected[language], visits.length)}
      </p>
      <label>
        {exceptionTexts.note[language]} <input value={note} maxLength={200} onChange={({ target }) => setNote(target.value)} />
      </label>
      <button
        type="submit"
        className="button primary"
        disabled={visits.length === 0 || note.trim() === '' || acknowledge.isPending}
      >
        {exceptionTexts.acknowledge[language]}
      </button>
      {acknowledge.isError && <Failed failure={acknowledge.error} retry={send} />}
    </form>
  );
}
