import type { LedgerRowView } from '#contracts';
import { Link } from '../shell/navigation.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Amount } from './amount.js';
import { Causes } from './causes.js';

const columns = ['granted', 'planned', 'delivered', 'billed'] as const;
const gaps = ['notPlanned', 'notDelivered', 'notBilled'] as const;

/** One row an account: its four columns and, column by column, why they differ. */
export function AccountsTable({ rows }: { readonly rows: readonly LedgerRowView[] }) {
  const { language } = useTexts();
  return (
    <section aria-labelledby="ledger-accounts">
      <h2 id="ledger-accounts">{ledgerTexts.accounts[language]}</h2>
      <div className="ledger-scroll panel" tabIndex={0} role="region" aria-labelledby="ledger-accounts">
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{ledgerTexts.kind[language]}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="amount">
                  {ledgerTexts[column][language]}
                </th>
              ))}
              <th scope="col">{ledgerTexts.why[language]}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <AccountRow key={`${row.account} ${row.from}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function AccountRow({ row }: { readonly row: LedgerRowView }) {
  const { language } = useTexts();
  return (
    <tr>
      <th scope="row">
        <Link href={`/ledger/accounts/${row.account}?month=${row.from.slice(0, 7)}`}>{row.number}</Link>
        <span className="soft small">
          {row.client} · {row.municipality}
        </span>
      </th>
      {columns.map((column) => (
        <Amount key={column} cell={row[column]} />
      ))}
      <td className="why">
        {gaps
          .filter((gap) => row[gap].length > 0)
          .map((gap) => (
            <div key={gap}>
              <span className="soft small">{ledgerTexts[gap][language]}</span>
              <Causes gaps={row[gap]} />
            </div>
          ))}
      </td>
    </tr>
  );
}
