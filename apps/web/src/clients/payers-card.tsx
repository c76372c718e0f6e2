import type { ClientView, PayersView } from '#contracts';
import { usePayers } from '../api/clients.js';
import { monthDays, monthOf } from '../ledger/months.js';
import { Failed, Waiting } from '../shell/states.js';
import { officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Card } from './card.js';

type Span = PayersView['spans'][number];

/** Days in a row whose price nobody knows are one line: only the day differs in what is said of them. */
function joined(spans: readonly Span[]): readonly Span[] {
  return spans.reduce<Span[]>((lines, span) => {
    const last = lines.at(-1);
    if (last?.centsPerHour !== null || span.centsPerHour !== null) return [...lines, span];
    return [...lines.slice(0, -1), { ...last, to: span.to }];
  }, []);
}

/** Who pays for this month's care under the decision or episode in force, and why. */
export function Payers({ client, today }: { readonly client: ClientView; readonly today: string }) {
  const { language } = useTexts();
  const accounts = [
    ...client.decisions.filter(({ state }) => state !== 'ended').map(({ account, number }) => ({ account, label: number })),
    ...client.episodes
      .filter(({ endedOn }) => endedOn === null || endedOn >= today)
      .map(({ account, id }) => ({ account, label: id })),
  ];
  return (
    <Card title={officeWords.payers[language]} id="payers">
      {accounts.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {accounts.map((one) => (
          <Account key={one.account} {...one} today={today} />
        ))}
      </ul>
    </Card>
  );
}

function Account({ account, label, today }: { readonly account: string; readonly label: string; readonly today: string }) {
  const { language, format, fill } = useTexts();
  const payers = usePayers(account, monthDays(monthOf(today)), true);
  return (
    <li>
      <strong>{label}</strong>
      {payers.isPending && <Waiting rows={2} kind="rows" />}
      {payers.isError && <Failed failure={payers.error} />}
      {joined(payers.data?.spans ?? []).map((span) => {
        const { from, to, centsPerHour, reasons } = span;
        const parts = (['municipality', 'client', 'state'] as const).filter((payer) => span[payer] !== 0);
        return (
          <div key={from}>
            <p>
              {format.days(from, to)}:{' '}
              {centsPerHour === null
                ? officeWords.noPrice[language]
                : `${fill(officeWords.perHour[language], { amount: format.euros(centsPerHour) })} – ${parts
                    .map((payer) => `${officeWords[payer][language]} ${format.euros(span[payer])}`)
                    .join(', ')}`}
            </p>
            {reasons.map(({ code, rule, words }) => (
              <p key={code} className="soft small">
                {format.sentence(words[language])} ({rule})
              </p>
            ))}
          </div>
        );
      })}
    </li>
  );
}
