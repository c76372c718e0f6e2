import type { BillingCheckView, BillingOrder, InvoiceView } from '#contracts';
import { useState } from 'react';
import { useBillingCheck, useInvoices, useRunBilling } from '../api/billing.js';
import { ClaimsSection } from './claims-section.js';
import { InvoiceLines } from './invoice-lines.js';
import { ManagerPage } from '../ledger/manager-page.js';
import { MonthChoice } from '../ledger/month-choice.js';
import { monthDays } from '../ledger/months.js';
import { Failed, Waiting } from '../shell/states.js';
import { billingTexts } from '../text/billing-texts.js';
import { ledgerCauseTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';

/** A month's billing: what a run would ask, what stays out and why, and every document that was issued. */
export function BillingPage() {
  const { language } = useTexts();
  return (
    <ManagerPage title={billingTexts.title[language]}>
      {(month, today) => (
        <>
          <div className="ledger-choice">
            <MonthChoice month={month} />
          </div>
          <Check days={billable(month, today)} />
          <ClaimsSection days={billable(month, today)} />
          <Invoices days={monthDays(month)} />
        </>
      )}
    </ManagerPage>
  );
}

/** The days of the month that are over: only these are billed. */
function billable(month: string, today: string): BillingOrder {
  const { from, to } = monthDays(month);
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  return { from, to: to <= yesterday || yesterday < from ? to : yesterday };
}

function Check({ days }: { readonly days: BillingOrder }) {
  const { language } = useTexts();
  const check = useBillingCheck(days);
  const run = useRunBilling();
  if (check.isPending) return <Waiting rows={4} kind="plans" />;
  if (check.isError) return <Failed failure={check.error} retry={() => void check.refetch()} />;
  const { asks, leaves } = check.data;
  const issue = (): void => {
    if (window.confirm(billingTexts.sure[language])) run.mutate(days);
  };
  return (
    <>
      <section aria-labelledby="billing-asks">
        <h2 id="billing-asks">{billingTexts.asks[language]}</h2>
        <Asks asks={asks} />
        {asks.length > 0 && (
          <button type="button" className="button primary" disabled={run.isPending} onClick={issue}>
            {billingTexts.run[language]}
          </button>
        )}
        {run.isError && <Failed failure={run.error} retry={issue} />}
      </section>
      <section aria-labelledby="billing-leaves">
        <h2 id="billing-leaves">{billingTexts.leaves[language]}</h2>
        <Leaves leaves={leaves} />
      </section>
    </>
  );
}

function Asks({ asks }: Pick<BillingCheckView, 'asks'>) {
  const { language, format } = useTexts();
  if (asks.length === 0) return <p className="soft">{billingTexts.nothing[language]}</p>;
  const sums = (['municipality', 'state', 'client'] as const).flatMap((funder) => {
    const own = asks.filter((one) => one.funder === funder);
    const sum = (field: 'minutes' | 'cents'): number => own.reduce((total, one) => total + one[field], 0);
    return own.length === 0 ? [] : [{ funder, documents: own.length, minutes: sum('minutes'), cents: sum('cents') }];
  });
  return (
    <dl className="ledger-figures">
      {sums.map(({ funder, documents, minutes, cents }) => (
        <div key={funder} className="panel">
          <dt>
            {billingTexts[funder][language]} ({format.number(documents)})
          </dt>
          <dd>
            {format.euros(cents)} <span className="soft small">{format.duration(minutes * 60)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Leaves({ leaves }: Pick<BillingCheckView, 'leaves'>) {
  const { language, format } = useTexts();
  if (leaves.length === 0) return <p className="soft">{billingTexts.allIn[language]}</p>;
  return (
    <div className="ledger-scroll panel" tabIndex={0} role="region" aria-labelledby="billing-leaves">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{billingTexts.cause[language]}</th>
            {(['visits', 'hours', 'sum'] as const).map((name) => (
              <th key={name} scope="col" className="amount">
                {billingTexts[name][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {leaves.map(({ cause, visits, minutes, cents }) => (
            <tr key={cause}>
              <th scope="row">{ledgerCauseTexts[cause]?.[language] ?? cause}</th>
              <td className="amount">{format.number(visits)}</td>
              <td className="amount">{format.duration(minutes * 60)}</td>
              <td className="amount">{format.euros(cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Invoices({ days }: { readonly days: BillingOrder }) {
  const { language } = useTexts();
  const invoices = useInvoices(days);
  if (invoices.isPending) return <Waiting rows={4} kind="plans" />;
  if (invoices.isError) return <Failed failure={invoices.error} retry={() => void invoices.refetch()} />;
  return (
    <section aria-labelledby="billing-invoices">
      <h2 id="billing-invoices">{billingTexts.invoices[language]}</h2>
      {invoices.data.length === 0 ? (
        <p className="soft">{billingTexts.none[language]}</p>
      ) : (
        <div className="ledger-scroll panel" tabIndex={0} role="region" aria-labelledby="billing-invoices">
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{billingTexts.number[language]}</th>
                <th scope="col">{billingTexts.payer[language]}</th>
                {(['lines', 'hours', 'sum'] as const).map((name) => (
                  <th key={name} scope="col" className="amount">
                    {billingTexts[name][language]}
                  </th>
                ))}
                <th scope="col">{billingTexts.files[language]}</th>
              </tr>
            </thead>
            <tbody>
              {invoices.data.map((invoice) => (
                <InvoiceRow key={invoice.id} invoice={invoice} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function InvoiceRow({ invoice }: { readonly invoice: InvoiceView }) {
  const { language, format } = useTexts();
  const [open, setOpen] = useState(false);
  const { id, number, funder, payer, lines, minutes, cents, issuedAt } = invoice;
  return (
    <>
      <tr>
        <th scope="row">
          {number}
          <span className="soft small">{format.moment(issuedAt)}</span>
        </th>
        <td>
          {payer ?? billingTexts.stateName[language]}
          <span className="soft small">{billingTexts[funder][language]}</span>
        </td>
        <td className="amount">
          <button type="button" className="button quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {format.number(lines)}
          </button>
        </td>
        <td className="amount">{format.duration(minutes * 60)}</td>
        <td className="amount">{format.euros(cents)}</td>
        <td>
          {(['pdf', 'xlsx', 'csv'] as const).map((type) => (
            <a key={type} className="button quiet" href={`/api/v1/invoices/${id}/document.${type}?language=${language}`} download>
              {type.toUpperCase()}
            </a>
          ))}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6}>
            <InvoiceLines invoice={id} />
          </td>
        </tr>
      )}
    </>
  );
}
