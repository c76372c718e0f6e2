import type { RepairProfile, RepairView } from '#contracts';
import { signed } from '../board/verdict-text.js';
import { morningWords, profileTexts } from '../text/morning-texts.js';
import { effectTexts } from '../text/replan-texts.js';
import { useTexts } from '../text/use-texts.js';

interface RepairProps {
  readonly repair: RepairView;
  /** What else it is the best for. */
  readonly also: readonly RepairProfile[];
  readonly busy: boolean;
  readonly choose: (repair: RepairView) => void;
}

/** One way to repair a day: its figures, whom to tell, what changes. */
export function Repair({ repair, also, busy, choose }: RepairProps) {
  const { language, format, fill } = useTexts();
  const { figures, tell, changes, profile } = repair;
  const counts = (['newFaces', 'changedTimes', 'reassigned', 'unserved'] as const).map(
    (name) => [name, format.number(figures[name])] as const,
  );
  const travel = signed(format.duration(Math.abs(figures.travelDelta)), figures.travelDelta, true);
  return (
    <section className="panel repair" aria-label={profileTexts[profile][language]}>
      <h2>{profileTexts[profile][language]}</h2>
      {also.map((other) => (
        <p key={other} className="soft small">
          {fill(morningWords.also[language], { name: profileTexts[other][language] })}
        </p>
      ))}
      <dl>
        {[...counts, ['travel', travel] as const].map(([name, value]) => (
          <div key={name}>
            <dt>{morningWords[name][language]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button primary" disabled={busy} onClick={() => choose(repair)}>
        {morningWords.apply[language]}
      </button>
      <h3>{morningWords.tellClients[language]}</h3>
      <ul>
        {tell.clients.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <h3>{morningWords.tellStaff[language]}</h3>
      <ul>
        {tell.staff.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <details>
        <summary>{morningWords.changes[language]}</summary>
        <ul>
          {changes.map(({ visit, client, effect, before, after }) => (
            <li key={visit}>
              <strong>{client}</strong>: {effectTexts[effect][language]}
              <br />
              {[before, after]
                .map((place) => (place === null ? '–' : `${format.time(place.start)} ${place.staff.join(', ')}`))
                .join(' → ')}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
