import { adviceWords } from '../text/advice-texts.js';
import { useTexts } from '../text/use-texts.js';
import type { Drag } from './use-drag.js';
import { VerdictText } from './verdict-text.js';

/** The visit in the hand, with the verdict on where it is. */
export function DragCard({ drag }: { readonly drag: Drag }) {
  const { language, format } = useTexts();
  const left = Math.min(drag.x + 16, window.innerWidth - 340);
  const top = Math.min(drag.y + 18, window.innerHeight - 190);
  return (
    <div className="drag-card" style={{ left, top }} role="status">
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
