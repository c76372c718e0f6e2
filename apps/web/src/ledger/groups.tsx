import type { LedgerGrouping, LedgerOverview } from '#contracts';
import { useState } from 'react';
import { dashboardTexts } from '../text/dashboard-texts.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Amount } from './amount.js';
import { Causes } from './causes.js';
import { partName, type LedgerPart } from './parts.js';

const groupings = ['funder', 'municipality', 'district', 'kind'] as const;
const columns = ['granted', 'planned', 'delivered', 'billed'] as const;

interface Props {
  readonly groups: LedgerOverview['groups'];
  readonly show: (part: LedgerPart) => void;
}

/** The four columns by funder, municipality, district or kind of account; each leads to its accounts. */
export function Groups({ groups, show }: Props) {
  const { language, format } = useTexts();
  const [by, setBy] = useState<LedgerGrouping>('funder');
  return (
    <section aria-labelledby="ledger-groups">
      <div className="ledger-choice">
        <h2 id="ledger-groups">{dashboardTexts.groups[language]}</h2>
        <label>
          {dashboardTexts.by[language]}{' '}
          <select value={by} onChange={({ target }) => setBy(groupings.find((one) => one === target.value) ?? 'funder')}>
            {groupings.map((one) => (
              <option key={one} value={one}>
                {dashboardTexts[one][language]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="ledger-scroll panel" tabIndex={0} role="region" aria-labelledby="ledger-groups">
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{dashboardTexts.name[language]}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="amount">
                  {ledgerTexts[column][language]}
                </th>
              ))}
              {by !== 'funder' && <th scope="col">{ledgerTexts.why[language]}</th>}
            </tr>
          </thead>
          <tbody>
            {groups[by].map((group) => (
              <tr key={group.name}>
                <th scope="row">
                  <a href="#ledger-accounts" onClick={() => show({ by, name: group.name })}>
                    {partName({ by, name: group.name }, language)}
                  </a>
                  <span className="soft small">{format.number(group.accounts)}</span>
                </th>
                {columns.map((column) => (
                  <Amount key={column} cell={group[column]} />
                ))}
                {by !== 'funder' && (
                  <td className="why">
                    <Causes gaps={[...group.notPlanned, ...group.notDelivered, ...group.notBilled]} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
