import type { PlanSummary, UnservedView } from '#contracts';
import { useEffect, useMemo } from 'react';
import { isUnfinished, usePlan, usePlans, useRoutes, useStopPlan, useUnserved } from '../api/plans.js';
import { useDifferences } from '../api/replans.js';
import { Board } from '../board/board.js';
import { Icon } from '../shell/icons.js';
import { Link, navigate, useAddress } from '../shell/navigation.js';
import { Failed, Waiting } from '../shell/states.js';
import { compareCounts, compareWords } from '../text/compare-texts.js';
import { profileNames, weightsWords } from '../text/weights-texts.js';
import { weekWords } from '../text/week-texts.js';
import { planNote } from '../text/plan-notes.js';
import { useTexts } from '../text/use-texts.js';
import { DayTabs } from './day-tabs.js';
import { Differences } from './differences.js';
import { eachDay } from './days.js';
import { Figures } from './figures.js';
import { Progress } from './progress.js';
import { Publish } from './publish.js';
import { Status } from './status.js';
import { WeekBoard } from './week-board.js';
import './compare.css';
import { Unanswered, useUnanswered } from '../work/field-reports.js';
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
  const { text, fill, count, format, language } = useTexts();
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
            {plan.profile !== null && (
              <span>
                {fill(weightsWords.weighed[language], { name: profileNames[plan.profile]?.[language] ?? plan.profile })}
              </span>
            )}
            {plan.lateChanges !== null && plan.lateChanges > 0 && (
              <span>{count(compareCounts.lateShort[language], plan.lateChanges)}</span>
            )}
          </p>
        </div>
        <div className="plan-acts">
          {plan.figures && (
            <Link className="button" href={`/plans/${plan.id}/compare`}>
              {compareWords.compare[language]}
            </Link>
          )}
          <Publish plan={plan} />
        </div>
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
      {plan.figures && !isUnfinished(plan) && plan.status !== 'failed' && <Made plan={plan} figures={plan.figures} />}
    </>
  );
}

/** Shown at once when what stands above the board is there: nothing may push it down. */
function Made({ plan, figures }: { readonly plan: PlanSummary; readonly figures: NonNullable<PlanSummary['figures']> }) {
  const differences = useDifferences(plan.id, plan.basedOn !== null);
  const unanswered = useUnanswered(plan.status === 'published');
  if (differences.isLoading || unanswered.isLoading) return <Waiting rows={6} kind="plan" />;
  return (
    <>
      {plan.status === 'published' && <Unanswered of={plan} />}
      <Differences plan={plan} />
      <Figures figures={figures} />
      <Days plan={plan} />
    </>
  );
}

function BeingMade({ plan }: { readonly plan: PlanSummary }) {
  const { text, language } = useTexts();
  const stop = useStopPlan(plan.id);
  const found = plan.progress?.phase === 'searching' && plan.progress.served > 0;
  return (
    <section className="being-made panel" aria-labelledby="being-made">
      <h2 id="being-made">{text.plan.waitTitle}</h2>
      <Progress plan={plan} />
      <p className="soft">{text.plan.waitText}</p>
      <button
        type="button"
        className="button"
        disabled={!found || stop.isPending || stop.isSuccess}
        onClick={() => stop.mutate()}
      >
        {compareWords.stop[language]}
      </button>
      {stop.isError && <Failed failure={stop.error} />}
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

/** The chosen day, or the week, lives in the address, so that it can be sent to somebody and survives a reload. */
function Days({ plan }: { readonly plan: PlanSummary }) {
  const { searchParams } = useAddress();
  const days = useMemo(() => eachDay(plan.from, plan.to), [plan.from, plan.to]);
  const unserved = useUnserved(plan.id);
  const several = days.length > 1;
  const week = several && searchParams.get('view') === 'week';
  return (
    <>
      {several && <ViewSwitch week={week} />}
      {unserved.isError && <Failed failure={unserved.error} retry={() => void unserved.refetch()} />}
      {week && <WeekBoard plan={plan} days={days} unserved={unserved.data ?? NONE} />}
      {!week && <OneDay plan={plan} days={days} unserved={unserved.data} />}
    </>
  );
}

const NONE: readonly never[] = [];

function ViewSwitch({ week }: { readonly week: boolean }) {
  const { language } = useTexts();
  const { pathname } = useAddress();
  return (
    <div className="view-switch" role="group" aria-label={weekWords.views[language]}>
      <button type="button" className="button" aria-pressed={!week} onClick={() => navigate(pathname, 'replace')}>
        {weekWords.byDay[language]}
      </button>
      <button type="button" className="button" aria-pressed={week} onClick={() => navigate(`${pathname}?view=week`, 'replace')}>
        {weekWords.week[language]}
      </button>
    </div>
  );
}

interface OneDayProps {
  readonly plan: PlanSummary;
  readonly days: readonly string[];
  /** Of all days; undefined until read. */
  readonly unserved: readonly UnservedView[] | undefined;
}

function OneDay({ plan, days, unserved }: OneDayProps) {
  const { searchParams, pathname } = useAddress();
  const wanted = searchParams.get('day');
  const day = wanted !== null && days.includes(wanted) ? wanted : plan.from;
  // Asked for at once, though the board shows only below what is left out: nothing on the page may move when that comes.
  useRoutes(plan.id, day);
  const perDay = useMemo(() => {
    const counts = new Map<string, number>();
    for (const visit of unserved ?? []) counts.set(visit.date, (counts.get(visit.date) ?? 0) + 1);
    return counts;
  }, [unserved]);
  const left = useMemo(() => unserved?.filter(({ date }) => date === day) ?? [], [unserved, day]);
  const several = days.length > 1;
  const choose = (to: string): void => {
    searchParams.set('day', to);
    searchParams.delete('row');
    navigate(`${pathname}?${searchParams.toString()}`, 'replace');
  };
  return (
    <>
      {several && <DayTabs days={days} chosen={day} unserved={perDay} choose={choose} />}
      <div id="day" {...(several ? { role: 'tabpanel', 'aria-labelledby': `tab-${day}` } : {})}>
        {unserved === undefined && <Waiting rows={12} kind="board" />}
        {unserved && <Board key={day} plan={plan} day={day} unserved={left} />}
      </div>
    </>
  );
}
