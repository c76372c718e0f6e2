import type { PlanSummary } from '#contracts';
import { useEffect, useMemo } from 'react';
import { isUnfinished, usePlan, usePlans, useRoutes, useUnserved } from '../api/plans.js';
import { Board } from '../board/board.js';
import { Icon } from '../shell/icons.js';
import { Link, navigate, useAddress } from '../shell/navigation.js';
import { Failed, Waiting } from '../shell/states.js';
import { planNote } from '../text/plan-notes.js';
import { useTexts } from '../text/use-texts.js';
import { DayTabs } from './day-tabs.js';
import { Differences } from './differences.js';
import { eachDay } from './days.js';
import { Figures } from './figures.js';
import { Progress } from './progress.js';
import { Publish } from './publish.js';
import { Status } from './status.js';
import { Unanswered } from '../work/field-reports.js';
import './plan.css';

/** One plan: what it achieves, what it leaves out, and everybody's day. */
export function PlanPage({ id }: { readonly id: string }) {
  const { text } = useTexts();
  const plan = usePlan(id);
  return (
    <div className="plan-page">
      <p className="crumbs">
        <Link href="/">
          <Icon name="back" />
          {text.plan.back}
        </Link>
        <PlanPicker id={id} />
      </p>
      {plan.isPending && <Waiting rows={6} kind="plan" />}
      {plan.isError && !plan.data && <Failed failure={plan.error} retry={() => void plan.refetch()} />}
      {plan.data && <Loaded plan={plan.data} />}
    </div>
  );
}

/** The way from plan to plan without going back. */
function PlanPicker({ id }: { readonly id: string }) {
  const { text, fill, format } = useTexts();
  const { data: plans, isError } = usePlans();
  if (isError || (plans && plans.length < 2)) return null;
  return (
    <label className="picker">
      <span>{text.plans.pick}</span>
      <select value={id} disabled={!plans} onChange={(event) => navigate(`/plans/${event.target.value}`)}>
        {plans?.map((plan) => (
          <option key={plan.id} value={plan.id}>
            {format.days(plan.from, plan.to)} · {fill(text.plans.version, { n: plan.version })} · {text.status[plan.status]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Loaded({ plan }: { readonly plan: PlanSummary }) {
  const { text, fill, format, language } = useTexts();
  const days = format.days(plan.from, plan.to);
  useEffect(() => {
    document.title = `${days} · ${text.app.name}`;
  }, [days, text]);
  return (
    <>
      <div className="plan-head">
        <div>
          <h1 className="plan-title">{days}</h1>
          <p className="soft">
            <Status plan={plan} /> <span>{fill(text.plans.version, { n: plan.version })}</span>
            {plan.figures && (
              <span>
                {fill(text.plan.search, {
                  seconds: format.number(plan.figures.seconds),
                  iterations: format.number(plan.figures.iterations),
                })}
              </span>
            )}
          </p>
        </div>
        <Publish plan={plan} />
      </div>
      {plan.warnings.length > 0 && (
        <ul className="warnings" aria-label={text.plan.warnings}>
          {plan.warnings.map((warning) => (
            <li key={warning}>
              <Icon name="warn" />
              {planNote(language, warning)}
            </li>
          ))}
        </ul>
      )}
      {isUnfinished(plan) && <BeingMade plan={plan} />}
      {plan.status === 'failed' && <NotMade plan={plan} />}
      {plan.figures && !isUnfinished(plan) && plan.status !== 'failed' && (
        <>
          {plan.status === 'published' && <Unanswered of={plan} />}
          <Differences plan={plan} />
          <Figures figures={plan.figures} />
          <Days plan={plan} />
        </>
      )}
    </>
  );
}

function BeingMade({ plan }: { readonly plan: PlanSummary }) {
  const { text } = useTexts();
  return (
    <section className="being-made panel" aria-labelledby="being-made">
      <h2 id="being-made">{text.plan.waitTitle}</h2>
      <Progress plan={plan} />
      <p className="soft">{text.plan.waitText}</p>
    </section>
  );
}

function NotMade({ plan }: { readonly plan: PlanSummary }) {
  const { text, language } = useTexts();
  return (
    <section className="state state-failed" role="alert">
      <Icon name="warn" />
      <div>
        <p className="state-title">{text.plan.failedTitle}</p>
        <p>{text.plan.failedText}</p>
        {plan.failure !== null && <p className="code">{planNote(language, plan.failure)}</p>}
      </div>
    </section>
  );
}

/** The chosen day lives in the address, so that it can be sent to somebody and survives a reload. */
function Days({ plan }: { readonly plan: PlanSummary }) {
  const { searchParams, pathname } = useAddress();
  const days = useMemo(() => eachDay(plan.from, plan.to), [plan.from, plan.to]);
  const wanted = searchParams.get('day');
  const day = wanted !== null && days.includes(wanted) ? wanted : plan.from;
  const unserved = useUnserved(plan.id);
  // Asked for at once, though the board shows only below what is left out: nothing on the page may move when that comes.
  useRoutes(plan.id, day);
  const perDay = useMemo(() => {
    const counts = new Map<string, number>();
    for (const visit of unserved.data ?? []) counts.set(visit.date, (counts.get(visit.date) ?? 0) + 1);
    return counts;
  }, [unserved.data]);
  const left = useMemo(() => unserved.data?.filter(({ date }) => date === day) ?? [], [unserved.data, day]);
  const several = days.length > 1;
  return (
    <>
      {several && (
        <DayTabs days={days} chosen={day} unserved={perDay} choose={(to) => navigate(`${pathname}?day=${to}`, 'replace')} />
      )}
      <div id="day" {...(several ? { role: 'tabpanel', 'aria-labelledby': `tab-${day}` } : {})}>
        {unserved.isPending && <Waiting rows={12} kind="board" />}
        {unserved.isError && <Failed failure={unserved.error} retry={() => void unserved.refetch()} />}
        {unserved.data && <Board key={day} plan={plan} day={day} unserved={left} />}
      </div>
    </>
  );
}
