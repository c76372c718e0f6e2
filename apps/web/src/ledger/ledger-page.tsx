import type { LedgerOverview } from '#contracts';
import { useEffect, useState } from 'react';
import { ledgerFile, useLedger, type LedgerChoice } from '../api/ledger.js';
import { useProvider } from '../api/session.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';
import { AccountsTable } from './accounts-table.js';
import { Forecast } from './forecast.js';
import { Groups } from './groups.js';
import type { LedgerPart } from './parts.js';
import { LedgerNav } from './ledger-nav.js';
import { MonthChoice, useMonth } from './month-choice.js';
import { monthDays } from './months.js';
import { Totals } from './totals.js';
import './ledger.css';

/** Granted, planned, delivered and billed of one month, with the causes between them; the address holds the month. */
export function LedgerPage() {
  const { text, language } = useTexts();
  const provider = useProvider();
  useEffect(() => {
    document.title = `${ledgerTexts.title[language]} · ${text.app.name}`;
  }, [text, language]);
  return (
    <div className="ledger-page">
      <LedgerNav />
      <h1>{ledgerTexts.title[language]}</h1>
      {provider.isPending && <Waiting rows={2} kind="plans" />}
      {provider.isError && <Failed failure={provider.error} retry={() => void provider.refetch()} />}
      {provider.data && <Month today={provider.data.today} />}
    </div>
  );
}

const kinds = ['decision', 'episode', 'private'] as const;

function Month({ today }: { readonly today: string }) {
  const { language } = useTexts();
  const month = useMonth(today);
  const [kind, setKind] = useState<LedgerChoice['kind']>(null);
  const choice = { ...monthDays(month), kind };
  const ledger = useLedger(choice);
  return (
    <>
      <div className="ledger-choice">
        <MonthChoice month={month} />
        <label>
          {ledgerTexts.kind[language]}{' '}
          <select value={kind ?? ''} onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? null)}>
            <option value="">{ledgerTexts.all[language]}</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {ledgerTexts[one][language]}
              </option>
            ))}
          </select>
        </label>
        {(['xlsx', 'csv'] as const).map((type) => (
          <a key={type} className="button" href={ledgerFile(choice, type)} download>
            {ledgerTexts[type === 'csv' ? 'file' : 'workbook'][language]}
          </a>
        ))}
      </div>
      {ledger.isPending && <Waiting rows={6} kind="plans" />}
      {ledger.isError && <Failed failure={ledger.error} retry={() => void ledger.refetch()} />}
      {ledger.data && <Ledger overview={ledger.data} month={month} />}
    </>
  );
}

function Ledger({ overview, month }: { readonly overview: LedgerOverview; readonly month: string }) {
  const { rows, totals } = overview.ledger;
  const { language } = useTexts();
  const [part, setPart] = useState<LedgerPart | null>(null);
  if (rows.length === 0) return <Empty icon="calendar" title={ledgerTexts.empty[language]} />;
  return (
    <>
      {totals.map((total) => (
        <Totals key={total.from} total={total} />
      ))}
      <Forecast forecast={overview.forecast} month={month} />
      <Groups groups={overview.groups} show={setPart} />
      <AccountsTable rows={rows} part={part} showAll={() => setPart(null)} />
    </>
  );
}
