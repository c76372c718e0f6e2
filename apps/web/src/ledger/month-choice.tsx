import { navigate, useAddress } from '../shell/navigation.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';
import { monthAfter, monthOf } from './months.js';

/** The month the address names, or today's. */
export function useMonth(today: string): string {
  return useAddress().searchParams.get('month') ?? monthOf(today);
}

/** Steps through the months; the address holds the month. */
export function MonthChoice({ month }: { readonly month: string }) {
  const { language, format } = useTexts();
  const { pathname } = useAddress();
  const go = (months: number) => navigate(`${pathname}?month=${monthAfter(month, months)}`, 'replace');
  return (
    <div className="month" role="group" aria-label={ledgerTexts.month[language]}>
      <button type="button" className="button" aria-label={ledgerTexts.before[language]} onClick={() => go(-1)}>
        ‹
      </button>
      <strong aria-live="polite">{format.month(month)}</strong>
      <button type="button" className="button" aria-label={ledgerTexts.after[language]} onClick={() => go(1)}>
        ›
      </button>
    </div>
  );
}
