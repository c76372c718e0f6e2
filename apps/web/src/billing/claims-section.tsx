import type { BillingOrder, ClaimsView } from '#contracts';
import { useClaims } from '../api/billing.js';
import { Failed, Waiting } from '../shell/states.js';
import { billingTexts } from '../text/billing-texts.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';

/** What the state may be asked to pay for: services given under episodes, their codes, and what stands in the way. */
export function ClaimsSection({ days }: { readonly days: BillingOrder }) {
  const { language, format } = useTexts();
  const claims = useClaims(days);
  if (claims.isPending) return <Waiting rows={3} kind="plans" />;
  if (claims.isError) return <Failed failure={claims.error} retry={() => void claims.refetch()} />;
  const { lines, totals } = claims.data;
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="billing-claims">
      <h2 id="billing-claims">{billingTexts.services[language]}</h2>
      <p className="soft">
        {billingTexts.payable[language]}: {format.number(totals.payable)} / {format.number(totals.lines)} ·{' '}
        {format.euros(totals.cents)}. {billingTexts.byCode[language]}
      </p>
      <div className="ledger-scroll panel" tabIndex={0} role="region" aria-labelledby="billing-claims">
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{billingTexts.service[language]}</th>
              <th scope="col">{billingTexts.code[language]}</th>
              <th scope="col" className="amount">
                {billingTexts.times[language]}
              </th>
              <th scope="col" className="amount">
                {billingTexts.sum[language]}
              </th>
              <th scope="col">{billingTexts.missing[language]}</th>
            </tr>
          </thead>
          <tbody>
            {servicesOf(lines).map(({ key, task, code, times, cents, missing }) => (
              <tr key={key}>
                <th scope="row">{taskName(language, task)}</th>
                <td>{code ?? billingTexts.noCode[language]}</td>
                <td className="amount">{format.number(times)}</td>
                <td className="amount">{cents === null ? '–' : format.euros(cents * times)}</td>
                <td>{missing.length === 0 ? '–' : missing.map((words) => words[language]).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type ClaimLine = ClaimsView['lines'][number];

interface Service extends Pick<ClaimLine, 'task' | 'code' | 'cents'> {
  readonly key: string;
  readonly times: number;
  readonly missing: readonly ClaimLine['problems'][number]['words'][];
}

/** Lines of the same service, code, price and problems together. */
function servicesOf(lines: ClaimsView['lines']): readonly Service[] {
  const services = new Map<string, Service>();
  for (const { task, code, cents, problems } of lines) {
    const missing = [...new Map(problems.map(({ words }) => [words.en, words])).values()];
    const key = JSON.stringify([task, code, cents, missing.map(({ en }) => en)]);
    const service = services.get(key) ?? { ...{ key, task, code, cents, missing }, times: 0 };
    services.set(key, { ...service, times: service.times + 1 });
  }
  return [...services.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
