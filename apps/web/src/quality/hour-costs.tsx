import type { HourCostsView } from '#contracts';
import { useState } from 'react';
import { useHourCosts, useSetHourCosts } from '../api/billing.js';
import { Failed } from '../shell/states.js';
import { professionName } from '../text/names.js';
import { qualityTexts } from '../text/quality-texts.js';
import { useTexts } from '../text/use-texts.js';
import '../exceptions/exceptions.css';

/** What a working hour costs by profession: kept, so that the cost of an hour at clients can be told. */
export function HourCosts() {
  const { language } = useTexts();
  const costs = useHourCosts();
  return (
    <details className="panel exception-limits">
      <summary>{qualityTexts.wage[language]}</summary>
      {costs.isError && <Failed failure={costs.error} retry={() => void costs.refetch()} />}
      {costs.data && <Form key={JSON.stringify(costs.data)} costs={costs.data.costs} />}
    </details>
  );
}

function Form({ costs }: HourCostsView) {
  const { text, language } = useTexts();
  const set = useSetHourCosts();
  const [written, setWritten] = useState(() =>
    Object.fromEntries(costs.map(({ profession, cents }) => [profession, cents === null ? '' : (cents / 100).toFixed(2)])),
  );
  const save = (): void =>
    set.mutate({
      costs: costs.map(({ profession }) => {
        const euros = Number((written[profession] ?? '').replace(',', '.'));
        return { profession, cents: euros > 0 ? Math.round(euros * 100) : null };
      }),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {costs.map(({ profession }) => (
        <label key={profession} className="field">
          <span>{professionName(text, profession)}</span>
          <input
            inputMode="decimal"
            pattern="\d{0,3}([.,]\d{1,2})?"
            value={written[profession]}
            onChange={({ target }) => setWritten({ ...written, [profession]: target.value })}
          />
        </label>
      ))}
      <button type="submit" className="button" disabled={set.isPending}>
        {qualityTexts.save[language]}
      </button>
      {set.isError && <Failed failure={set.error} retry={save} />}
    </form>
  );
}
