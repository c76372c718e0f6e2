import { useClientHours } from '../api/clients.js';
import { monthDays, monthOf } from '../ledger/months.js';
import { Failed, Waiting } from '../shell/states.js';
import { ledgerCauseTexts, ledgerTexts } from '../text/ledger-texts.js';
import { accountKinds, officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Card } from './card.js';

const columns = ['granted', 'planned', 'delivered', 'billed'] as const;
const gaps = ['notPlanned', 'notDelivered', 'notBilled'] as const;

/** This month's time of the client's accounts, with the causes of every difference. */
export function Hours({ client, today }: { readonly client: string; readonly today: string }) {
  const { language, format } = useTexts();
  const hours = useClientHours(client, monthDays(monthOf(today)));
  return (
    <Card title={officeWords.hours[language]} id="hours">
      {hours.isPending && <Waiting rows={3} kind="rows" />}
      {hours.isError && <Failed failure={hours.error} retry={() => void hours.refetch()} />}
      {hours.data?.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {hours.data?.map((row) => (
          <li key={row.account}>
            <div className="entry-head">
              <strong>{row.number}</strong>
              <span className="soft">{accountKinds[row.kind][language]}</span>
            </div>
            <dl className="facts">
              {columns.map((column) => (
                <div key={column} style={{ display: 'contents' }}>
                  <dt>{ledgerTexts[column][language]}</dt>
                  <dd>{format.duration(row[column] * 60)}</dd>
                </div>
              ))}
            </dl>
            {gaps.flatMap((gap) =>
              row[gap]
                .filter(({ minutes }) => minutes !== 0)
                .map(({ cause, minutes }) => (
                  <p key={gap + cause} className="small soft">
                    {ledgerTexts[gap][language]}: {ledgerCauseTexts[cause]?.[language] ?? cause} {minutes < 0 ? '+' : '−'}
                    {format.duration(Math.abs(minutes) * 60)}
                  </p>
                )),
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
