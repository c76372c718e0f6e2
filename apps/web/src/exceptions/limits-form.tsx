import type { ConfirmationLimitsView } from '#contracts';
import { useState } from 'react';
import type { Seen } from '../api/client.js';
import { useLimits, useSetLimits } from '../api/exceptions.js';
import { useSession } from '../api/session.js';
import { useSettingsForm } from '../changes/settings-form.js';
import { Failed } from '../shell/states.js';
import { exceptionTexts, limitTexts } from '../text/exception-texts.js';
import { officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';

const names = Object.keys(limitTexts) as readonly (keyof typeof limitTexts)[];

/** The limits inside which a visit is confirmed on its own; managers may change them. */
export function LimitsForm() {
  const limits = useLimits();
  if (limits.isError) return <Failed failure={limits.error} retry={() => void limits.refetch()} />;
  return limits.data && <Form read={limits} first={limits.data} />;
}

interface FormProps {
  readonly read: ReturnType<typeof useLimits>;
  readonly first: Seen<ConfirmationLimitsView>;
}

function Form({ read, first }: FormProps) {
  const { language } = useTexts();
  const session = useSession();
  const [wanted, setWanted] = useState(first.value);
  const { save, busy, failure, theirs } = useSettingsForm(read, first, useSetLimits().mutateAsync);
  const manages = session.data?.role === 'manager' || session.data?.role === 'administrator';
  return (
    <details className="panel exception-limits">
      <summary>{exceptionTexts.limits[language]}</summary>
      <p className="soft">{exceptionTexts.limitsLead[language]}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save(wanted);
        }}
      >
        {names.map((name) => (
          <label key={name} className="field">
            <span>{limitTexts[name][language]}</span>
            <input
              type="number"
              min={0}
              required
              disabled={!manages}
              value={wanted[name]}
              onChange={({ target }) => setWanted({ ...wanted, [name]: Math.max(0, Math.round(target.valueAsNumber || 0)) })}
            />
            {theirs !== null && theirs[name] !== wanted[name] && (
              <small>
                {officeWords.theirs[language]}: {theirs[name]}
              </small>
            )}
          </label>
        ))}
        {manages && (
          <button type="submit" className="button" disabled={busy}>
            {exceptionTexts.save[language]}
          </button>
        )}
        {failure !== null && <Failed failure={failure} />}
      </form>
    </details>
  );
}
