import { payModel, type BillingOrder } from '#contracts';
import { usePayModel, usePayroll, useSetPayModel } from '../api/billing.js';
import { ManagerPage } from '../ledger/manager-page.js';
import { MonthChoice } from '../ledger/month-choice.js';
import { monthDays } from '../ledger/months.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { billingTexts } from '../text/billing-texts.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';

const counts = ['days', 'absentDays'] as const;
const minutes = ['plannedMinutes', 'careMinutes', 'travelMinutes', 'commuteMinutes', 'waitingMinutes', 'paidMinutes'] as const;

/** Hours of everybody in a month, and what of them is paid by the chosen model. */
export function PayrollPage() {
  const { language } = useTexts();
  return (
    <ManagerPage title={billingTexts.payroll[language]}>
      {(month) => <Payroll month={month} days={monthDays(month)} />}
    </ManagerPage>
  );
}

function Payroll({ month, days }: { readonly month: string; readonly days: BillingOrder }) {
  const { language, format } = useTexts();
  const payroll = usePayroll(days);
  const chosen = usePayModel();
  const set = useSetPayModel();
  if (payroll.isPending) return <Waiting rows={6} kind="plans" />;
  if (payroll.isError) return <Failed failure={payroll.error} retry={() => void payroll.refetch()} />;
  const { model, rows } = payroll.data;
  return (
    <>
      <div className="ledger-choice">
        <MonthChoice month={month} />
        <label>
          {billingTexts.model[language]}{' '}
          <select
            value={model}
            disabled={set.isPending || !chosen.data}
            onChange={({ target }) => set.mutate({ value: payModel.parse(target.value), seen: chosen.data?.seen ?? '' })}
          >
            {payModel.options.map((one) => (
              <option key={one} value={one}>
                {billingTexts[one][language]}
              </option>
            ))}
          </select>
        </label>
        {(['xlsx', 'csv'] as const).map((type) => (
          <a key={type} className="button" href={`/api/v1/payroll.${type}?from=${days.from}&to=${days.to}`} download>
            {ledgerTexts[type === 'csv' ? 'file' : 'workbook'][language]}
          </a>
        ))}
      </div>
      {set.isError && <Failed failure={set.error} retry={() => set.reset()} />}
      {rows.length === 0 ? (
        <Empty icon="calendar" title={billingTexts.empty[language]} />
      ) : (
        <div className="ledger-scroll panel" tabIndex={0} role="region" aria-label={billingTexts.payroll[language]}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{billingTexts.staff[language]}</th>
                {[...counts, ...minutes].map((name) => (
                  <th key={name} scope="col" className="amount">
                    {billingTexts[name][language]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.number}>
                  <th scope="row">
                    {row.staff}
                    <span className="soft small">{row.number}</span>
                  </th>
                  {counts.map((name) => (
                    <td key={name} className="amount">
                      {format.number(row[name])}
                    </td>
                  ))}
                  {minutes.map((name) => (
                    <td key={name} className="amount">
                      {format.duration(row[name] * 60)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
