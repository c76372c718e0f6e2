import { creditOrder, type InvoiceLineView } from '#contracts';
import { useState } from 'react';
import { useGiveCredit, useInvoiceLines } from '../api/billing.js';
import { Failed, Waiting } from '../shell/states.js';
import { billingTexts } from '../text/billing-texts.js';
import { useTexts } from '../text/use-texts.js';

const causes = creditOrder.shape.cause.options;

/** The lines of an issued document; what is wrong with one is given back by a credit line of a document of its own. */
export function InvoiceLines({ invoice }: { readonly invoice: string }) {
  const { language, format } = useTexts();
  const lines = useInvoiceLines(invoice);
  const [chosen, setChosen] = useState<string | null>(null);
  if (lines.isPending) return <Waiting rows={2} kind="plans" />;
  if (lines.isError) return <Failed failure={lines.error} retry={() => void lines.refetch()} />;
  return (
    <table className="ledger">
      <tbody>
        {lines.data.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {format.day(line.date, 'tab')} <span className="soft small">{line.account}</span>
            </th>
            <td className="amount">{format.duration(line.minutes * 60)}</td>
            <td className="amount">{format.euros(line.cents)}</td>
            <td>
              {line.corrects !== null ? (
                billingTexts.credit[language]
              ) : chosen === line.id ? (
                <Credit line={line} done={() => setChosen(null)} />
              ) : (
                <button type="button" className="button quiet" onClick={() => setChosen(line.id)}>
                  {billingTexts.giveBack[language]}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How much of a line is given back, and why; minutes go with the money. */
function Credit({ line, done }: { readonly line: InvoiceLineView; readonly done: () => void }) {
  const { language } = useTexts();
  const give = useGiveCredit();
  // Made once: sent again after a lost answer it stays one credit.
  const [id] = useState(newId);
  const [euros, setEuros] = useState((line.cents / 100).toFixed(2));
  const [cause, setCause] = useState<(typeof causes)[number]>('credit_agreed');
  const cents = Math.round(Number(euros.replace(',', '.')) * 100);
  const minutes = line.cents === 0 ? line.minutes : Math.round((line.minutes * cents) / line.cents);
  const order = creditOrder.safeParse({ id, line: line.id, minutes, cents, cause });
  const send = (): void => {
    if (order.success) give.mutate(order.data, { onSuccess: done });
  };
  return (
    <form
      className="ledger-choice"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label>
        EUR <input inputMode="decimal" size={7} value={euros} onChange={({ target }) => setEuros(target.value)} />
      </label>
      <label>
        {billingTexts.cause[language]}{' '}
        <select value={cause} onChange={({ target }) => setCause(target.value as typeof cause)}>
          {causes.map((one) => (
            <option key={one} value={one}>
              {billingTexts[one][language]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button" disabled={!order.success || give.isPending}>
        {billingTexts.giveBack[language]}
      </button>
      {give.isError && <Failed failure={give.error} retry={send} />}
    </form>
  );
}

/** A version 4 id also where the page is not reached over https. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
