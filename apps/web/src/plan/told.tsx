import type { PublicationView } from '#contracts';
import { compareCounts, compareWords } from '../text/compare-texts.js';
import { effectTexts } from '../text/replan-texts.js';
import { useTexts } from '../text/use-texts.js';

interface ToldProps {
  readonly title: string;
  readonly people: PublicationView['staff'];
}

/** Who is told, each with what. */
export function Told({ title, people }: ToldProps) {
  const { language, count, format } = useTexts();
  if (people.length === 0) return null;
  return (
    <details className="told">
      <summary>
        {title}: {format.number(people.length)}
      </summary>
      <ul tabIndex={0} role="list" aria-label={title}>
        {people.map(({ id, name, visits, changes }) => (
          <li key={id}>
            <strong>{name}</strong>{' '}
            {changes.length === 0 && <span className="soft">{count(compareCounts.visits[language], visits)}</span>}
            {changes.length > 0 && (
              <ul>
                {changes.map((change) => (
                  <li key={change.visit}>
                    <Change change={change} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Change({ change }: { readonly change: PublicationView['staff'][number]['changes'][number] }) {
  const { language, format } = useTexts();
  const { date, client, effect, before, after, late } = change;
  const places = [before, after].map((at) => (at === null ? '–' : `${format.time(at.start)} ${at.staff.join(', ')}`));
  return (
    <>
      {format.day(date, 'tab')} · {client}: {effectTexts[effect][language]} <span className="soft">{places.join(' → ')}</span>
      {late && <span className="late-mark">{compareWords.late[language]}</span>}
    </>
  );
}
