import type { ForecastView } from '#contracts';
import { Link } from '../shell/navigation.js';
import { dashboardTexts } from '../text/dashboard-texts.js';
import { fill } from '../text/messages.js';
import { useTexts } from '../text/use-texts.js';

const figures = ['granted', 'informal', 'delivered', 'ahead', 'expected'] as const;
/** Accounts shown: the ledger below has them all. */
const MOST = 50;

type Account = ForecastView['accounts'][number];

/** How the month will end, and the accounts that need somebody: over or under their grant, used up, or running out. */
export function Forecast({ forecast: { total, accounts }, month }: { readonly forecast: ForecastView; readonly month: string }) {
  const { language, format } = useTexts();
  const attention = accounts.filter(needsAttention).sort((a, b) => weight(b) - weight(a));
  return (
    <section aria-labelledby="ledger-forecast">
      <h2 id="ledger-forecast">{dashboardTexts.forecast[language]}</h2>
      <p className="soft">{dashboardTexts.forecastLead[language]}</p>
      <dl className="ledger-figures">
        {figures.map((name) => (
          <div key={name} className="panel">
            <dt>{dashboardTexts[name][language]}</dt>
            <dd>{format.duration(total[name] * 60)}</dd>
          </div>
        ))}
      </dl>
      <h3 id="ledger-attention">{dashboardTexts.attention[language]}</h3>
      {attention.length === 0 ? (
        <p className="soft">{dashboardTexts.noAttention[language]}</p>
      ) : (
        <div className="ledger-scroll panel" tabIndex={0} role="region" aria-labelledby="ledger-attention">
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{dashboardTexts.account[language]}</th>
                {figures.map((name) => (
                  <th key={name} scope="col" className="amount">
                    {dashboardTexts[name][language]}
                  </th>
                ))}
                <th scope="col">{dashboardTexts.outlook[language]}</th>
              </tr>
            </thead>
            <tbody>
              {attention.slice(0, MOST).map((account) => (
                <Row key={account.account} account={account} month={month} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function needsAttention({ outlook, exhaustedOn, runsOut }: Account): boolean {
  return outlook !== 'within' || exhaustedOn !== null || runsOut;
}

/** What runs out first, then what is farthest from its grant. */
function weight({ runsOut, expected, granted }: Account): number {
  return (runsOut ? 1e6 : 0) + Math.abs(expected - granted);
}

function Row({ account, month }: { readonly account: Account; readonly month: string }) {
  const { language, format } = useTexts();
  const { number, client, outlook, exhaustedOn, endsOn, runsOut } = account;
  return (
    <tr>
      <th scope="row">
        <Link href={`/ledger/accounts/${account.account}?month=${month}`}>{number}</Link>
        <span className="soft small">{client}</span>
      </th>
      {figures.map((name) => (
        <td key={name} className="amount">
          {format.duration(account[name] * 60)}
        </td>
      ))}
      <td>
        <ul className="causes small">
          <li className={outlook === 'within' ? undefined : 'side-provider'}>{dashboardTexts[outlook][language]}</li>
          {exhaustedOn !== null && <li>{fill(dashboardTexts.exhausted[language], { day: format.day(exhaustedOn, 'tab') })}</li>}
          {runsOut && endsOn !== null && <li>{fill(dashboardTexts.ends[language], { day: format.day(endsOn, 'medium') })}</li>}
        </ul>
      </td>
    </tr>
  );
}
