import type { PlanSummary } from '#contracts';
import { useTexts } from '../text/use-texts.js';
import './progress.css';

export function Status({ plan }: { readonly plan: PlanSummary }) {
  const { text } = useTexts();
  return <span className={`status status-${plan.status}`}>{text.status[plan.status]}</span>;
}
