import type { ConfirmationLimitsView } from '#contracts';
import { useState } from 'react';
import { useSetLimits } from '../api/exceptions.js';
import { useSession } from '../api/session.js';
import { Failed } from '../shell/states.js';
import { exceptionTexts, limitTexts } from '../text/exception-texts.js';
import { useTexts } from '../text/use-texts.js';

const names = Object.keys(limitTexts) as readonly (keyof typeof limitTexts)[];

/** The limits inside which a visit is confirmed on its own; managers may change them. */
export function LimitsForm({ limits }: { readonly limits: ConfirmationLimitsView }) {
  const { language } = useTexts();
  const session = useSession();
  const [wanted, setWanted] = useState(limits);
  const set = useSetLimits();
  const manages = session.data?.role === 'manager' || session.data?.role === 'administrator';
  return (
    <details className="panel exception-limits">
      <summary>{exceptionTexts.limits[language]}</summary>
      <p className="soft">{exceptionTexts.limitsLead[language]}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(wanted);
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
          </label>
        ))}
        {manages && (
          <button type="submit" className="button" disabled={set.isPending}>
            {exceptionTexts.save[language]}
          </button>
        )}
        {set.isError && <Failed failure={set.error} retry={() => set.mutate(wanted)} />}
      </form>
    </details>
  );
}
