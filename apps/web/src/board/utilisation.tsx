import type { RouteView, WorkingTimeView } from '#contracts';
import { Icon } from '../shell/icons.js';
import { adviceWords } from '../text/advice-texts.js';
import { useTexts } from '../text/use-texts.js';

/** How much of a shift is work, from leaving to being back without breaks, and what the law of working time says of it. */
export function Utilisation({ route, findings }: { readonly route: RouteView; readonly findings: readonly WorkingTimeView[] }) {
  const { language, format, fill } = useTexts();
  const work = workSeconds(route);
  const shift = (Date.parse(route.shiftEnd) - Date.parse(route.shiftStart)) / 1000;
  if (work === 0) return <span className="soft">{adviceWords.free[language]}</span>;
  const words = findings.map((finding) => format.sentence(finding.words[language])).join(' ');
  const share = format.percent(work / shift);
  return (
    <span
      className={findings.length > 0 ? 'hours-chip has-finding' : 'hours-chip'}
      title={words || fill(adviceWords.used[language], { percent: share })}
    >
      {findings.length > 0 && <Icon name="warn" />}
      <span>{format.duration(work)}</span>
      <meter
        min={0}
        max={1}
        value={Math.min(1, work / shift)}
        aria-label={fill(adviceWords.used[language], { percent: share })}
      />
      {words !== '' && <span className="unseen">{fill(adviceWords.attention[language], { words })}</span>}
    </span>
  );
}

/** Seconds from leaving to being back, breaks taken off. */
export function workSeconds({ departure, return: back, stops }: Pick<RouteView, 'departure' | 'return' | 'stops'>): number {
  const breaks = stops
    .filter(({ kind }) => kind === 'break')
    .reduce((sum, { start, end }) => sum + Date.parse(end) - Date.parse(start), 0);
  return (Date.parse(back) - Date.parse(departure) - breaks) / 1000;
}
