import type { PlanSummary } from '#contracts';
import { useEffect } from 'react';
import { isUnfinished, usePlans } from '../api/plans.js';
import { useProvider } from '../api/session.js';
import { Link, navigate } from '../shell/navigation.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';
import { OrderForm } from './order-form.js';
import { Progress } from './progress.js';
import { Status } from './status.js';
import './compare.css';
import './plans-page.css';

/** Every plan, and the way to a new one. */
export function PlansPage() {
  const { text } = useTexts();
  const plans = usePlans();
  const provider = useProvider();
  useEffect(() => {
    document.title = `${text.plans.title} · ${text.app.name}`;
  }, [text]);
  const noData = provider.data?.counts['clients'] === 0;
  return (
    <div className="plans-page">
      <h1>{text.plans.title}</h1>
      <aside>
        {provider.isPending && <Waiting rows={1} kind="order" />}
        {provider.isError && <Failed failure={provider.error} retry={() => void provider.refetch()} />}
        {provider.data && <OrderForm provider={provider.data} />}
      </aside>
      <section aria-labelledby="plans-title" className="plans-list">
        <h2 id="plans-title" className="unseen">
          {text.plans.title}
        </h2>
        {plans.isPending && <Waiting rows={4} kind="plans" />}
        {plans.isError && <Failed failure={plans.error} retry={() => void plans.refetch()} />}
        {plans.data?.length === 0 && (noData ? <NoData /> : <NoPlans />)}
        {plans.data && plans.data.length > 0 && <PlansTable plans={plans.data} />}
      </section>
    </div>
  );
}

function NoPlans() {
  const { text } = useTexts();
  return (
    <Empty icon="calendar" title={text.plans.emptyTitle}>
      <p>{text.plans.emptyText}</p>
    </Empty>
  );
}

function NoData() {
  const { text } = useTexts();
  return (
    <Empty icon="file" title={text.plans.noDataTitle}>
      <p>{text.plans.noDataText}</p>
      <Link className="button primary" href="/import">
        {text.plans.toImport}
      </Link>
    </Empty>
  );
}

function PlansTable({ plans }: { readonly plans: readonly PlanSummary[] }) {
  const { text } = useTexts();
  return (
    <table className="plans panel">
      <thead>
        <tr>
          <th scope="col">{text.plans.days}</th>
          <th scope="col">{text.plans.status}</th>
          <th scope="col">{text.plans.served}</th>
          <th scope="col">{text.plans.made}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </tbody>
    </table>
  );
}

function PlanRow({ plan }: { readonly plan: PlanSummary }) {
  const { text, fill, format } = useTexts();
  const days = format.days(plan.from, plan.to);
  const address = `/plans/${plan.id}`;
  return (
    <tr onClick={(event) => !(event.target as Element).closest('a') && navigate(address)}>
      <td>
        <Link className="plan-days" href={address} aria-label={fill(text.plans.open, { days })}>
          {days}
        </Link>
        <span className="soft small">{fill(text.plans.version, { n: plan.version })}</span>
      </td>
      <td>
        <Status plan={plan} />
      </td>
      <td>{isUnfinished(plan) ? <Progress plan={plan} /> : <Served plan={plan} />}</td>
      <td className="soft">{format.moment(plan.requestedAt)}</td>
    </tr>
  );
}

function Served({ plan }: { readonly plan: PlanSummary }) {
  const { text, count, format } = useTexts();
  if (!plan.figures) return <span className="soft">–</span>;
  const { served, visits } = plan.figures;
  return (
    <div className="served">
      <span>{count(text.plans.of, visits, { served: format.number(served) })}</span>
      <span className="served-share">{visits > 0 ? format.percent(served / visits) : ''}</span>
      <span className="served-bar" aria-hidden="true">
        <span style={{ width: `${visits > 0 ? (served / visits) * 100 : 0}%` }} />
      </span>
    </div>
  );
}
