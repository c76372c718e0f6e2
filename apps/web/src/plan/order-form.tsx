import type { ProviderView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { useOrderPlan } from '../api/plans.js';
import { Icon } from '../shell/icons.js';
import { navigate } from '../shell/navigation.js';
import { failureText } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';
import { comingWeek, daysIncluded } from './days.js';
import { USUAL, Weights } from './weights.js';

/** Seconds a search may take, by what the coordinator wants. */
const efforts = { quick: 20, careful: 60, thorough: 300 } as const;
type Effort = keyof typeof efforts;

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Asks for a plan: the next working day, the coming week, or any days. */
export function OrderForm({ provider }: { readonly provider: ProviderView }) {
  const { text, format } = useTexts();
  const order = useOrderPlan();
  const [effort, setEffort] = useState<Effort>('quick');
  const [profile, setProfile] = useState(USUAL);
  const next = { from: provider.nextWorkingDay, to: provider.nextWorkingDay };
  const week = comingWeek(provider.today);
  const ask = (days: Days) =>
    order.mutate(
      { ...days, seconds: efforts[effort], threads: 2, seed: 1, ...(profile !== USUAL && { profile }) },
      { onSuccess: (plan) => navigate(`/plans/${plan.id}`) },
    );
  return (
    <section className="order panel" aria-labelledby="order-title">
      <h2 id="order-title">{text.order.title}</h2>
      <button type="button" className="button primary choice" disabled={order.isPending} onClick={() => ask(next)}>
        <strong>{text.order.nextDay}</strong>
        <span>{format.days(next.from, next.to)}</span>
      </button>
      <button type="button" className="button choice" disabled={order.isPending} onClick={() => ask(week)}>
        <strong>{text.order.nextWeek}</strong>
        <span>{format.days(week.from, week.to)}</span>
      </button>
      <details>
        <summary>
          <Icon name="calendar" />
          {text.order.choose}
        </summary>
        <ChosenDays first={next} busy={order.isPending} ask={ask} />
      </details>
      <label className="field">
        <span>{text.order.effort}</span>
        <select value={effort} onChange={(event) => setEffort(event.target.value as Effort)}>
          {(Object.keys(efforts) as Effort[]).map((name) => (
            <option key={name} value={name}>
              {text.order[name]}
            </option>
          ))}
        </select>
      </label>
      <Weights profile={profile} choose={setProfile} />
      {order.isError && (
        <p className="form-error" role="alert">
          {text.order.notNow} {failureText(text, order.error)}
        </p>
      )}
    </section>
  );
}

interface ChosenDaysProps {
  readonly first: Days;
  readonly busy: boolean;
  readonly ask: (days: Days) => void;
}

function ChosenDays({ first, busy, ask }: ChosenDaysProps) {
  const { text, format } = useTexts();
  const [days, setDays] = useState(first);
  const length = days.from && days.to ? daysIncluded(days.from, days.to) : 1;
  const error = length < 1 ? text.order.wrongOrder : length > 31 ? text.order.tooLong : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!error) ask(days);
  };
  return (
    <form className="chosen-days" onSubmit={submit}>
      <label className="field">
        <span>{text.order.from}</span>
        <input
          type="date"
          required
          value={days.from}
          onChange={({ target }) => setDays(({ to }) => ({ from: target.value, to: to < target.value ? target.value : to }))}
        />
      </label>
      <label className="field">
        <span>{text.order.to}</span>
        <input
          type="date"
          required
          value={days.to}
          aria-invalid={error !== null}
          onChange={({ target }) => setDays(({ from }) => ({ from, to: target.value }))}
        />
      </label>
      <p className="form-error" role="alert">
        {error}
      </p>
      {/* Date fields speak the browser's language, not the page's: the days again, in words. */}
      {error === null && days.from && days.to && <p className="days-chosen soft small">{format.days(days.from, days.to)}</p>}
      <button type="submit" className="button primary" disabled={busy || error !== null}>
        {busy ? text.order.busy : text.order.submit}
      </button>
    </form>
  );
}
