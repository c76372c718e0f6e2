import type { UnservedView } from '#contracts';
import { useState } from 'react';
import { Icon } from '../shell/icons.js';
import { isBarred } from './barred.js';
import { Link } from '../shell/navigation.js';
import { adviceWords, waitsForPapers } from '../text/advice-texts.js';
import { taskName } from '../text/tasks.js';
import { unservedReason } from '../text/unserved-reasons.js';
import { useTexts } from '../text/use-texts.js';
import { FunderMark } from './funder-mark.js';
import './unserved.css';

const few = 2;

interface TrayProps {
  readonly visits: readonly UnservedView[];
  /** Opens what can be done about a visit; absent: the plan is not edited. */
  readonly choose?: ((visit: UnservedView) => void) | undefined;
}

/** Visits of the day the plan leaves out, the most urgent first, each with why. */
export function Unserved({ visits, choose }: TrayProps) {
  const { text, count, language } = useTexts();
  const [all, setAll] = useState(false);
  if (visits.length === 0) {
    return (
      <p className="all-served">
        <Icon name="done" />
        {text.unserved.none}
      </p>
    );
  }
  const sorted = [...visits].sort((a, b) => b.priority - a.priority || firstStart(a) - firstStart(b));
  const barred = sorted.filter(isBarred);
  const placeable = sorted.filter((visit) => !isBarred(visit));
  const shown = all ? placeable : placeable.slice(0, few);
  return (
    <section className="unserved panel" aria-labelledby="unserved-title">
      <h2 id="unserved-title">
        <Icon name="warn" />
        {count(text.unserved.title, visits.length)}
      </h2>
      <ul>
        {shown.map((visit) => (
          <UnservedVisit key={visit.visit} visit={visit} choose={choose} />
        ))}
      </ul>
      {placeable.length > few && (
        <button type="button" className="button quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.unserved.showFew : count(text.unserved.showAll, placeable.length)}
        </button>
      )}
      {barred.length > 0 && (
        <details>
          <summary>{count(waitsForPapers[language], barred.length)}</summary>
          <ul>
            {barred.map((visit) => (
              <UnservedVisit key={visit.visit} visit={visit} choose={choose} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function firstStart(visit: UnservedView): number {
  return visit.windows[0] ? Date.parse(visit.windows[0].start) : Infinity;
}

function UnservedVisit({ visit, choose }: { readonly visit: UnservedView } & Pick<TrayProps, 'choose'>) {
  const { text, fill, format, language } = useTexts();
  const act = (isBarred(visit) ? adviceWords.repairs : adviceWords.place)[language];
  const windows = visit.windows.map(({ start, end }) => `${format.time(start)}–${format.time(end)}`).join(', ');
  return (
    <li data-drag={(choose && !isBarred(visit)) || undefined} data-visit={visit.visit} data-client={visit.client}>
      <p className="unserved-when" title={text.unserved.windows}>
        <span className="unseen">{text.unserved.windows} </span>
        {windows}
      </p>
      <div>
        <p className="unserved-client">
          <Link href={`/clients/${encodeURIComponent(visit.clientId)}`}>{visit.client}</Link>{' '}
          <span className="soft">{visit.address}</span>
        </p>
        <p>{visit.tasks.map((code) => taskName(language, code)).join(' · ')}</p>
        <ul className="reasons">
          {visit.reasons.length === 0 && <li>{text.unserved.noReason}</li>}
          {visit.reasons.map((reason, i) => (
            <li key={i}>{unservedReason({ language, format, reason })}</li>
          ))}
        </ul>
      </div>
      <p className="unserved-marks">
        <FunderMark funder={visit.funder} />
        <span className="soft small">{fill(text.unserved.priority, { n: visit.priority })}</span>
        {choose && (
          <button type="button" className="button" aria-label={`${act}: ${visit.client}`} onClick={() => choose(visit)}>
            {act}
          </button>
        )}
      </p>
    </li>
  );
}
