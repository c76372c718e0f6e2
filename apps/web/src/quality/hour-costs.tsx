import type { HourCostsView } from '#contracts';
import { useState } from 'react';
import { useHourCosts, useSetHourCosts } from '../api/billing.js';
import type { Seen } from '../api/client.js';
import { useSettingsForm } from '../changes/settings-form.js';
import { Failed } from '../shell/states.js';
import { professionName } from '../text/names.js';
import { officeWords } from '../text/office-texts.js';
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
      {costs.data && <Form read={costs} first={costs.data} />}
    </details>
  );
}

const euros = (cents: number | null = null): string => (cents === null ? '' : (cents / 100).toFixed(2));

interface FormProps {
  readonly read: ReturnType<typeof useHourCosts>;
  readonly first: Seen<HourCostsView>;
}

function Form({ read, first }: FormProps) {
  const { text, language } = useTexts();
  const { save, busy, failure, theirs } = useSettingsForm(read, first, useSetHourCosts().mutateAsync);
  const { costs } = first.value;
  const [written, setWritten] = useState(() =>
    Object.fromEntries(costs.map(({ profession, cents }) => [profession, euros(cents)])),
  );
  const theirsOf = (profession: string): string => euros(theirs?.costs.find((one) => one.profession === profession)?.cents);
  const submit = (): void =>
    void save({
      costs: costs.map(({ profession }) => {
        const entered = Number((written[profession] ?? '').replace(',', '.'));
        return { profession, cents: entered > 0 ? Math.round(entered * 100) : null };
      }),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
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
          {theirs !== null && theirsOf(profession) !== written[profession] && (
            <small>
              {officeWords.theirs[language]}: {theirsOf(profession) || '–'}
            </small>
          )}
        </label>
      ))}
      <button type="submit" className="button" disabled={busy}>
        {qualityTexts.save[language]}
      </button>
      {failure !== null && <Failed failure={failure} />}
    </form>
  );
}
