import type { PlanSummary } from '#contracts';
import { useTexts } from '../text/use-texts.js';
import './progress.css';

/** How far the planner is, in a bar and in words. Only a new phase is read out; the figures change too often for that. */
export function Progress({ plan }: { readonly plan: PlanSummary }) {
  const { text, fill, format } = useTexts();
  const progress = plan.progress;
  const phase = progress?.phase ?? 'waiting';
  const searching = progress !== null && progress.visits > 0;
  return (
    <div className="progress">
      <p className="progress-phase" role="status">
        {text.phase[phase]}
      </p>
      <progress aria-label={text.progress.label} max={1} value={progress?.share ?? 0} />
      <p className="soft small figures-line">
        {searching
          ? fill(text.progress.figures, {
              served: format.number(progress.served),
              visits: format.number(progress.visits),
              cost: format.number(progress.cost),
              seconds: format.number(progress.seconds),
            })
          : '\u00a0'}
      </p>
    </div>
  );
}
