import { useEffect, type ReactNode } from 'react';
import { useProvider } from '../api/session.js';
import { Failed, Waiting } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';
import { LedgerNav } from './ledger-nav.js';
import { useMonth } from './month-choice.js';
import './ledger.css';

interface PageProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: (month: string, today: string) => ReactNode;
}

/** The frame of the manager's pages: where one is, the title, and the month of the address. */
export function ManagerPage({ title, lead, children }: PageProps) {
  const { text } = useTexts();
  const provider = useProvider();
  useEffect(() => {
    document.title = `${title} · ${text.app.name}`;
  }, [text, title]);
  return (
    <div className="ledger-page">
      <LedgerNav />
      <h1>{title}</h1>
      {lead !== undefined && <p className="soft">{lead}</p>}
      {provider.isPending && <Waiting rows={2} kind="plans" />}
      {provider.isError && <Failed failure={provider.error} retry={() => void provider.refetch()} />}
      {provider.data && <OfMonth today={provider.data.today}>{children}</OfMonth>}
    </div>
  );
}

function OfMonth({ today, children }: { readonly today: string } & Pick<PageProps, 'children'>) {
  return <>{children(useMonth(today), today)}</>;
}
