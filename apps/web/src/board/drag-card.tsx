import { adviceWords } from '../text/advice-texts.js';
import { useTexts } from '../text/use-texts.js';
import { isSettled, type Drag } from './use-drag.js';
import { VerdictText } from './verdict-text.js';

/** The visit in the hand, with the verdict on where it is. */
export function DragCard({ drag }: { readonly drag: Drag }) {
  const { language, format } = useTexts();
  const left = Math.min(drag.x + 16, window.innerWidth - 340);
  const upper = drag.y < window.innerHeight / 2;
  const place = upper ? { top: drag.y + 18 } : { bottom: window.innerHeight - drag.y + 18 };
  return (
    <div className="drag-card" style={{ left, ...place }} role="status" aria-busy={!isSettled(drag)}>
      <p>
        <strong>{drag.client}</strong> {drag.target && format.time(drag.target.start)}
      </p>
      {drag.verdict === null ? (
        <p className="soft small">{adviceWords.judging[language]}</p>
      ) : (
        <VerdictText verdict={drag.verdict} visit={drag.visit} />
      )}
    </div>
  );
}
