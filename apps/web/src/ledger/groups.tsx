import type { LedgerGrouping, PayersQuery } from '#contracts';
import { useState } from 'react';
import { useLedgerGroups } from '../api/ledger-dashboard.js';
import { Failed, Waiting } from '../shell/states.js';
import { dashboardTexts } from '../text/dashboard-texts.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Amount } from './amount.js';
import { Causes } from './causes.js';

const groupings = ['funder', 'municipality', 'district', 'kind'] as const;
const columns = ['granted', 'planned', 'delivered', 'billed'] as const;

/** The four columns by funder, municipality, district or kind of account. */
export function Groups({ days }: { readonly days: PayersQuery }) {
  const { language, format } = useTexts();
  const [by, setBy] = useState<LedgerGrouping>('funder');
  const groups = useLedgerGroups(days, by);
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
      {groups.isPending && <Waiting rows={3} kind="plans" />}
      {groups.isError && <Failed failure={groups.error} retry={() => void groups.refetch()} />}
      {groups.data && (
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
              {groups.data.map((group) => (
                <tr key={group.name}>
                  <th scope="row">
                    {nameOf(by, group.name, language)}
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
      )}
    </section>
  );
}

const funders = { municipality: 'pays', client: 'client', state: 'state' } as const;

function nameOf(by: LedgerGrouping, name: string, language: 'lv' | 'en' | 'ru'): string {
  if (by === 'funder') return dashboardTexts[funders[name as keyof typeof funders]][language];
  if (by === 'kind') return ledgerTexts[name as 'decision' | 'episode' | 'private'][language];
  return name === '' ? dashboardTexts.noDistrict[language] : name;
}
