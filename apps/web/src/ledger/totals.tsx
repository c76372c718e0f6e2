import type { LedgerGapView, LedgerView } from '#contracts';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Causes } from './causes.js';

/** The four columns of all accounts, and between each two what lies between them. */
export function Totals({ total }: { readonly total: LedgerView['totals'][number] }) {
  const { language, format } = useTexts();
  const most = Math.max(total.granted.minutes, total.planned.minutes, total.delivered.minutes, 1);
  const column = (name: 'granted' | 'planned' | 'delivered' | 'billed', gaps: readonly LedgerGapView[] | null) => (
    <li className="panel">
      <h3>{ledgerTexts[name][language]}</h3>
      <p className="ledger-figure">{format.duration(total[name].minutes * 60)}</p>
      <p className="soft">{format.euros(total[name].cents)}</p>
      <span className="ledger-bar" aria-hidden="true">
        <span className={name} style={{ width: `${Math.max(0, (total[name].minutes / most) * 100)}%` }} />
      </span>
      {gaps && <Causes gaps={gaps} />}
    </li>
  );
  return (
    <section aria-labelledby="ledger-totals">
      <h2 id="ledger-totals">{ledgerTexts.totals[language]}</h2>
      <ol className="ledger-totals">
        {column('granted', null)}
        {column('planned', total.notPlanned)}
        {column('delivered', total.notDelivered)}
        {column('billed', total.notBilled)}
      </ol>
    </section>
  );
}
