import type { LedgerVisitView, PayersQuery, PayersView } from '#contracts';
import { useEffect } from 'react';
import { useAccountRow } from '../api/ledger.js';
import { useAccountVisits, usePayers } from '../api/ledger-dashboard.js';
import { useProvider } from '../api/session.js';
import { Icon } from '../shell/icons.js';
import { Link } from '../shell/navigation.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { dashboardTexts } from '../text/dashboard-texts.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Causes } from './causes.js';
import { LedgerNav } from './ledger-nav.js';
import { MonthChoice, useMonth } from './month-choice.js';
import { monthDays } from './months.js';
import './ledger.css';

/** One decision, episode or client of the ledger: every visit of the month with its minutes, and who pays and why. */
export function AccountPage({ account }: { readonly account: string }) {
  const { text, language } = useTexts();
  const provider = useProvider();
  useEffect(() => {
    document.title = `${dashboardTexts.visits[language]} · ${text.app.name}`;
  }, [text, language]);
  return (
    <div className="ledger-page">
      <LedgerNav />
      {provider.isPending && <Waiting rows={2} kind="plans" />}
      {provider.isError && <Failed failure={provider.error} retry={() => void provider.refetch()} />}
      {provider.data && <Month account={account} today={provider.data.today} />}
    </div>
  );
}

function Month({ account, today }: { readonly account: string; readonly today: string }) {
  const { language } = useTexts();
  const month = useMonth(today);
  const days = monthDays(month);
  const visits = useAccountVisits(account, days);
  const row = useAccountRow(account, days).data;
  return (
    <>
      <Link className="button quiet" href={`/ledger?month=${month}`}>
        <Icon name="back" /> {dashboardTexts.back[language]}
      </Link>
      <h1>
        {dashboardTexts.visits[language]}
        {row && <span className="soft"> · {[row.number, row.client].filter(Boolean).join(' · ')}</span>}
      </h1>
      <div className="ledger-choice">
        <MonthChoice month={month} />
      </div>
      {visits.isPending && <Waiting rows={6} kind="plans" />}
      {visits.isError && <Failed failure={visits.error} retry={() => void visits.refetch()} />}
      {visits.data && (visits.data.length === 0 ? <None /> : <Visits visits={visits.data} />)}
      <Payers account={account} days={days} />
    </>
  );
}

function None() {
  const { language } = useTexts();
  return <Empty icon="calendar" title={ledgerTexts.noVisits[language]} />;
}

const columns = ['ordered', 'planned', 'delivered', 'billed'] as const;

function Visits({ visits }: { readonly visits: readonly LedgerVisitView[] }) {
  const { language, format } = useTexts();
  return (
    <div className="ledger-scroll panel" tabIndex={0} role="region" aria-label={dashboardTexts.visits[language]}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{dashboardTexts.day[language]}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="amount">
                {dashboardTexts[column][language]}
              </th>
            ))}
            <th scope="col">{ledgerTexts.why[language]}</th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <tr key={visit.visit}>
              <th scope="row">
                {format.day(visit.date, 'tab')}
                <span className="soft small">{visit.start === null ? '–' : format.time(visit.start)}</span>
              </th>
              {columns.map((column) => (
                <td key={column} className="amount">
                  {format.duration(visit[column] * 60)}
                  {column === 'billed' && <span className="soft small">{format.euros(visit.cents)}</span>}
                </td>
              ))}
              <td className="why">
                <Causes gaps={visit.causes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Payers({ account, days }: { readonly account: string; readonly days: PayersQuery }) {
  const { language } = useTexts();
  const payers = usePayers(account, days);
  if (!payers.data || payers.data.spans.length === 0) return null;
  return (
    <section aria-labelledby="account-payers">
      <h2 id="account-payers">{dashboardTexts.payers[language]}</h2>
      {payers.data.spans.map((span) => (
        <Span key={span.from} span={span} />
      ))}
    </section>
  );
}

function Span({ span }: { readonly span: PayersView['spans'][number] }) {
  const { language, format } = useTexts();
  const parts = [
    ['pays', span.municipality],
    ['client', span.client],
    ['state', span.state],
  ] as const;
  const hour = span.centsPerHour === null ? dashboardTexts.unknown[language] : format.euros(span.centsPerHour);
  return (
    <div className="panel payer-span">
      <p>
        <strong>
          {format.day(span.from, 'medium')} – {format.day(span.to, 'medium')}
        </strong>{' '}
        · {dashboardTexts.hour[language]}: {hour}
        {parts.map(([name, cents]) => cents > 0 && ` · ${dashboardTexts[name][language]} ${format.euros(cents)}`)}
      </p>
      {span.reasons.map(({ code, words }) => (
        <p key={code} className="soft">
          {format.sentence(words[language])}
        </p>
      ))}
    </div>
  );
}
