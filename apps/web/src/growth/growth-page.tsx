import { growthMix, growthOrder, type GrowthView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { isStudied, useGrowthStudies, useGrowthStudy, useStopStudy, useStudyGrowth } from '../api/growth.js';
import { ManagerPage } from '../ledger/manager-page.js';
import { navigate, useAddress } from '../shell/navigation.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { growthTexts } from '../text/growth-texts.js';
import { useTexts } from '../text/use-texts.js';
import { GrowthResult } from './growth-result.js';
import './growth.css';

const goTo = (id: string): void => navigate(`/ledger/growth?study=${id}`, 'replace');

/** How many shifts and people are missing with so many more clients: asked for, watched and read. */
export function GrowthPage() {
  const { language } = useTexts();
  return (
    <ManagerPage title={growthTexts.title[language]} lead={growthTexts.lead[language]}>
      {(_, today) => (
        <>
          <OrderForm today={today} />
          <Studies />
        </>
      )}
    </ManagerPage>
  );
}

/** The Monday after a day. */
function nextMonday(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7 || 7));
  return date.toISOString().slice(0, 10);
}

function OrderForm({ today }: { readonly today: string }) {
  const { language } = useTexts();
  const [order, setOrder] = useState({ clients: '1000', mix: 'all', from: nextMonday(today), draws: '3' });
  const study = useStudyGrowth();
  const read = growthOrder
    .omit({ seed: true })
    .safeParse({ ...order, clients: Number(order.clients), draws: Number(order.draws) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (read.success) study.mutate(read.data, { onSuccess: ({ id }) => goTo(id) });
  };
  return (
    <form className="growth-form panel" onSubmit={send}>
      <label>
        {growthTexts.clients[language]}
        <input
          type="number"
          {...{ min: 1, max: 2000, required: true, title: growthTexts.number[language], value: order.clients }}
          onChange={({ target }) => setOrder({ ...order, clients: target.value })}
        />
      </label>
      <label>
        {growthTexts.mix[language]}
        <select value={order.mix} onChange={({ target }) => setOrder({ ...order, mix: target.value })}>
          {growthMix.options.map((mix) => (
            <option key={mix} value={mix}>
              {growthTexts[mix][language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {growthTexts.from[language]}
        <input type="date" required value={order.from} onChange={({ target }) => setOrder({ ...order, from: target.value })} />
      </label>
      <label>
        {growthTexts.draws[language]}
        <select value={order.draws} onChange={({ target }) => setOrder({ ...order, draws: target.value })}>
          {['1', '3', '5'].map((n) => (
            <option key={n}>{n}</option>
          ))}
        </select>
      </label>
      <button type="submit" className="button primary" disabled={!read.success || study.isPending}>
        {growthTexts.start[language]}
      </button>
      {study.isError && <Failed failure={study.error} retry={() => study.reset()} />}
    </form>
  );
}

function Studies() {
  const { language } = useTexts();
  const { searchParams } = useAddress();
  const studies = useGrowthStudies();
  const words = useStudyWords();
  if (studies.isPending) return <Waiting rows={3} kind="plans" />;
  if (studies.isError) return <Failed failure={studies.error} retry={() => void studies.refetch()} />;
  if (studies.data.length === 0) return <Empty icon="calendar" title={growthTexts.none[language]} />;
  const chosen = studies.data.find(({ id }) => id === searchParams.get('study')) ?? studies.data[0];
  return (
    <>
      <div className="ledger-choice">
        <label>
          {growthTexts.studies[language]}{' '}
          <select value={chosen.id} onChange={({ target }) => goTo(target.value)}>
            {studies.data.map((study) => (
              <option key={study.id} value={study.id}>
                {words(study)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Study key={chosen.id} id={chosen.id} />
    </>
  );
}

function useStudyWords(): (study: GrowthView) => string {
  const { language, format, fill } = useTexts();
  return ({ order: { clients, mix, from } }) =>
    fill(growthTexts.study[language], {
      ...{ n: format.number(clients), mix: growthTexts[mix][language] },
      days: format.day(from, 'medium'),
    });
}

function Study({ id }: { readonly id: string }) {
  const { language } = useTexts();
  const study = useGrowthStudy(id);
  const stop = useStopStudy(id);
  if (study.isPending) return <Waiting rows={3} kind="plans" />;
  if (study.isError) return <Failed failure={study.error} retry={() => void study.refetch()} />;
  const { status, share, result } = study.data;
  if (isStudied(study.data)) {
    return (
      <div className="growth-form panel">
        <label role="status">
          {growthTexts.progress[language]}
          <progress max={1} value={share} />
        </label>
        <button type="button" className="button" disabled={stop.isPending} onClick={() => stop.mutate()}>
          {growthTexts.stop[language]}
        </button>
      </div>
    );
  }
  if (status === 'stopped' || status === 'failed') return <Empty icon="calendar" title={growthTexts[status][language]} />;
  if (!result || result.draws[0].cells.length === 0) return <Empty icon="calendar" title={growthTexts.noVisits[language]} />;
  return <GrowthResult id={id} result={result} />;
}
