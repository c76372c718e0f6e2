import type { UnservedView } from '#contracts';
import { isBarred } from './barred.js';
import { Icon } from '../shell/icons.js';
import { adviceWords } from '../text/advice-texts.js';
import { unservedReason } from '../text/unserved-reasons.js';
import { useTexts } from '../text/use-texts.js';

interface TrayStripProps {
  readonly visits: readonly UnservedView[];
  readonly choose: (visit: UnservedView) => void;
}

/** What is left out and can be placed, always in sight above the rows: to drag from, or to open. */
export function TrayStrip({ visits, choose }: TrayStripProps) {
  const { language, format } = useTexts();
  const placeable = visits.filter((visit) => !isBarred(visit));
  if (placeable.length === 0) return null;
  return (
    <div className="tray-strip">
      <p>
        <Icon name="warn" />
        {adviceWords.leftOut[language]}
      </p>
      <ul>
        {placeable.map((visit) => (
          <li key={visit.visit}>
            <button
              type="button"
              data-drag
              data-visit={visit.visit}
              data-client={visit.client}
              title={visit.reasons.map((reason) => unservedReason({ language, format, reason })).join(' ')}
              onClick={() => choose(visit)}
            >
              {visit.windows[0] && `${format.time(visit.windows[0].start)} `}
              {visit.client}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
