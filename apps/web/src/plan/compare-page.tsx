import type { ComparisonView, PlanSummary } from '#contracts';
import { useEffect } from 'react';
import { useComparison } from '../api/compare.js';
import { usePlan, usePlans } from '../api/plans.js';
import { Icon } from '../shell/icons.js';
import { Link, navigate, useAddress } from '../shell/navigation.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { compareWords } from '../text/compare-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Causes, Clients, Figures, People, Prices, Visits } from './comparison.js';
import './compare.css';

/** A plan beside another: figures, changed visits, changed faces, per person and per client, by cause. */
export function ComparePage({ id }: { readonly id: string }) {
  const { language, text } = useTexts();
  const { pathname, searchParams } = useAddress();
  const plan = usePlan(id);
  const plans = usePlans();
  const others =
    plans.data?.filter((one) => one.id !== id && one.figures !== null && plan.data && shareDays(one, plan.data)) ?? [];
  // What a recomputed draft began from is what people want to see it beside.
  const first = others.find((one) => one.id === plan.data?.basedOn) ?? (others.length === 1 ? others[0] : undefined);
  const other = searchParams.get('with') ?? first?.id ?? null;
  const comparison = useComparison(id, other);
  useEffect(() => {
    document.title = `${compareWords.title[language]} · ${text.app.name}`;
  }, [language, text]);
  return (
    <div className="compare">
      <p className="crumbs">
        <Link href={`/plans/${id}`}>
          <Icon name="back" />
          {plan.data ? <PlanName plan={plan.data} /> : text.plan.back}
        </Link>
      </p>
      <h1>{compareWords.title[language]}</h1>
      {(plans.isPending || plan.isPending) && <Waiting rows={4} kind="plan" />}
      {plans.isError && <Failed failure={plans.error} retry={() => void plans.refetch()} />}
      {plans.data && plan.data && others.length === 0 && <Empty icon="calendar" title={compareWords.noOther[language]} />}
      {others.length > 0 && (
        <label className="picker">
          <span>{compareWords.with[language]}</span>
          <select value={other ?? ''} onChange={(event) => navigate(`${pathname}?with=${event.target.value}`, 'replace')}>
            <option value="" disabled>
              {compareWords.choose[language]}
            </option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                <PlanName plan={one} />
              </option>
            ))}
          </select>
        </label>
      )}
      {other !== null && comparison.isPending && <Waiting rows={8} kind="plan" />}
      {comparison.isError && <Failed failure={comparison.error} retry={() => void comparison.refetch()} />}
      {comparison.data && <Compared comparison={comparison.data} />}
    </div>
  );
}

function PlanName({ plan }: { readonly plan: PlanSummary }) {
  const { text, fill, format } = useTexts();
  return `${format.days(plan.from, plan.to)} · ${fill(text.plans.version, { n: plan.version })} · ${text.status[plan.status]}`;
}

function shareDays(a: PlanSummary, b: PlanSummary): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function Compared({ comparison }: { readonly comparison: ComparisonView }) {
  const { language, format } = useTexts();
  const { days, visits } = comparison;
  if (days === null) return <p>{compareWords.noDay[language]}</p>;
  return (
    <>
      <h2>{format.days(days.from, days.to)}</h2>
      {visits.length === 0 && <p role="status">{compareWords.same[language]}</p>}
      <div className="compare-grid">
        <Figures rows={comparison.figures} />
        <Causes rows={comparison.causes} />
        <Prices rows={comparison.prices} />
      </div>
      <Visits rows={visits} />
      <div className="compare-grid">
        <People rows={comparison.people} />
        <Clients rows={comparison.clients} />
      </div>
    </>
  );
}
