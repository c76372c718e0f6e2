import { Link, useAddress } from '../shell/navigation.js';
import { billingTexts } from '../text/billing-texts.js';
import { exceptionTexts } from '../text/exception-texts.js';
import { growthTexts } from '../text/growth-texts.js';
import { qualityTexts } from '../text/quality-texts.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';

const areas = [
  ['/ledger', ledgerTexts.title],
  ['/ledger/exceptions', exceptionTexts.title],
  ['/ledger/billing', billingTexts.title],
  ['/ledger/hours', billingTexts.payroll],
  ['/ledger/quality', qualityTexts.title],
  ['/ledger/growth', growthTexts.title],
] as const;

/** The manager's pages; the month stays when one goes from one to the other. */
export function LedgerNav() {
  const { language } = useTexts();
  const { pathname, searchParams } = useAddress();
  const month = searchParams.get('month');
  return (
    <nav className="ledger-nav" aria-label={ledgerTexts.areas[language]}>
      {areas.map(([path, words]) => (
        <Link key={path} href={month ? `${path}?month=${month}` : path} aria-current={pathname === path ? 'page' : undefined}>
          {words[language]}
        </Link>
      ))}
    </nav>
  );
}
