import { useState } from 'react';
import { observationTexts, onlyWhenNew } from '../text/observation-texts.js';
import { useTexts } from '../text/use-texts.js';
import { newObservation } from './new-entry.js';
import type { Outbox } from './use-outbox.js';
import { useSay } from './use-say.js';

interface SawProps {
  readonly visit: string;
  readonly profession: string;
  readonly outbox: Outbox;
  readonly account: string;
}

const GROUPS = { E: 'emergency', D: 'health', H: 'living' } as const;

/** What was seen at the home, emergencies first; each field reports what the other one must hear of. */
export function Saw({ visit, profession, outbox, account }: SawProps) {
  const say = useSay();
  const { language } = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const reported = new Set(
    outbox.entries.flatMap((entry) => (entry.channel === 'observations' && entry.body.visit === visit ? [entry.body.code] : [])),
  );
  const [sent, setSent] = useState<ReadonlySet<string>>(reported);
  const social = profession === 'carer' || profession === 'van_crew';
  const report = async (code: string, more: { isNew: boolean; clientInformed: boolean; note?: string; calledAt?: string }) => {
    await outbox.add(newObservation(account, { visit, code, ...more }));
    setSent(new Set([...sent, code]));
  };
  return (
    <details className="phone-card phone-saw">
      <summary>{say('saw')}</summary>
      {(['E', social ? 'D' : 'H'] as const).map((group) => (
        <section key={group} aria-labelledby={`saw-${group}`} className={group === 'E' ? 'phone-danger' : undefined}>
          <h3 id={`saw-${group}`}>{say(GROUPS[group])}</h3>
          {Object.entries(observationTexts)
            .filter(([code]) => code.startsWith(group))
            .map(([code, words]) => (
              <div key={code}>
                <button
                  type="button"
                  className="button wide phone-code"
                  aria-expanded={chosen === code}
                  onClick={() => setChosen(chosen === code ? null : code)}
                >
                  {words[language]}
                </button>
                {sent.has(code) && <p className="phone-done">{say('reported')}</p>}
                {chosen === code &&
                  (group === 'E' ? (
                    <Emergency
                      reported={sent.has(code)}
                      called={() => {
                        // Dialled again, it is still one emergency.
                        if (sent.has(code)) return;
                        void report(code, { isNew: true, clientInformed: false, calledAt: new Date().toISOString() });
                      }}
                    />
                  ) : (
                    <Details
                      code={code}
                      report={(more) => {
                        setChosen(null);
                        void report(code, more);
                      }}
                    />
                  ))}
              </div>
            ))}
        </section>
      ))}
    </details>
  );
}

/** Nothing stands between the person and the call: the tap that dials also reports. */
function Emergency({ called, reported }: { readonly called: () => void; readonly reported: boolean }) {
  const say = useSay();
  return (
    <div className="phone-emergency" role="alert">
      <a className="phone-big phone-call" href="tel:113" onClick={called}>
        {say('call113')}
      </a>
      {!reported && (
        <button type="button" className="button wide" onClick={called}>
          {say('called113')}
        </button>
      )}
      <p>{say('stay')}</p>
    </div>
  );
}

function Details({
  code,
  report,
}: {
  readonly code: string;
  readonly report: (more: { isNew: boolean; clientInformed: boolean; note?: string }) => void;
}) {
  const say = useSay();
  const [isNew, setNew] = useState<boolean | null>(onlyWhenNew.has(code) ? true : null);
  const [informed, setInformed] = useState(false);
  const [note, setNote] = useState('');
  return (
    <div className="phone-ask">
      <p id={`new-${code}`}>
        <strong>{say('isNew')}</strong>
      </p>
      <div className="phone-choice" role="group" aria-labelledby={`new-${code}`}>
        <button type="button" className="button" aria-pressed={isNew === true} onClick={() => setNew(true)}>
          {say('yesNew')}
        </button>
        <button type="button" className="button" aria-pressed={isNew === false} onClick={() => setNew(false)}>
          {say('known')}
        </button>
      </div>
      <label className="phone-check">
        <input type="checkbox" checked={informed} onChange={(event) => setInformed(event.target.checked)} /> {say('informed')}
      </label>
      <label className="field">
        <span>{say('more')}</span>
        <textarea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <button
        type="button"
        className="button primary wide"
        disabled={isNew === null}
        onClick={() =>
          isNew !== null && report({ isNew, clientInformed: informed, ...(note.trim() !== '' && { note: note.trim() }) })
        }
      >
        {say('report')}
      </button>
    </div>
  );
}
