import { useEffect, useState } from 'react';
import { adviceWords } from '../text/advice-texts.js';
import { wallMinutes } from '../text/format.js';
import { useTexts } from '../text/use-texts.js';
import { hourMarks, type Axis } from './axis.js';

/** The hours above the bars; the rows say their times themselves. */
export function Hours({ axis }: { readonly axis: Axis }) {
  return (
    <div className="board-hours" aria-hidden="true">
      <div className="hours">
        {hourMarks(axis).map(({ hour, left }) => (
          <span key={left} style={{ left: `${left}%` }} className={hour % 2 === 0 ? undefined : 'odd-hour'}>
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
    </div>
  );
}

const MINUTE_MS = 60_000;

/** A red line through the rows at the present minute; nothing on other days. */
export function NowLine({ axis }: { readonly axis: Axis }) {
  const { language } = useTexts();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const clock = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(clock);
  }, []);
  const minutes = wallMinutes(now.toISOString(), axis.date);
  if (minutes < axis.start || minutes > axis.end) return null;
  const share = (minutes - axis.start) / (axis.end - axis.start);
  return (
    <div className="now-line" aria-hidden="true">
      <span style={{ left: `${100 * share}%` }} title={adviceWords.now[language]} />
    </div>
  );
}
