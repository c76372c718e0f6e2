import type { LedgerRowView } from '#contracts';
import { Link } from '../shell/navigation.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Amount } from './amount.js';
import { Causes } from './causes.js';
import { partName, rowsOf, type LedgerPart } from './parts.js';

const columns = ['granted', 'planned', 'delivered', 'billed'] as const;
const gaps = ['notPlanned', 'notDelivered', 'notBilled'] as const;

interface AccountsTableProps {
  readonly rows: readonly LedgerRowView[];
  /** Only these; null: all. */
  readonly part: LedgerPart | null;
  readonly showAll: () => void;
}

/** One row an account: its four columns and, column by column, why they differ. */
export function AccountsTable({ rows, part, showAll }: AccountsTableProps) {
  const { language } = useTexts();
  const shown = part === null ? rows : rowsOf(rows, part);
  return (
    <section aria-labelledby="ledger-accounts">
      <div className="ledger-choice">
        <h2 id="ledger-accounts">
          {ledgerTexts.accounts[language]}
          {part !== null && `: ${partName(part, language)}`}
        </h2>
        {part !== null && (
          <button type="button" className="button" onClick={showAll}>
            {ledgerTexts.all[language]}
          </button>
        )}
      </div>
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
            {shown.map((row) => (
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
