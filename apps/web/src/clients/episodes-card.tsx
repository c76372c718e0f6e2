import type { ClientEpisodeView, ClientView } from '#contracts';
import { ChangeButton } from '../changes/change-button.js';
import { askOpinion, recordOpinion, type FormPlace } from '../changes/forms.js';
import { changeWords } from '../text/change-texts.js';
import { episodeKinds, officeWords, termStates } from '../text/office-texts.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { Card } from './card.js';

/** Health care with its statutory terms, the newest first; the diagnosis stays with those who treat. */
export function Episodes({ client, place }: { readonly client: ClientView; readonly place: FormPlace }) {
  const { language } = useTexts();
  return (
    <Card title={officeWords.episodes[language]} id="episodes">
      {client.episodes.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {client.episodes.map((episode) => (
          <Episode key={episode.id} episode={episode} place={place} />
        ))}
      </ul>
    </Card>
  );
}

function Episode({ episode, place }: { readonly episode: ClientEpisodeView; readonly place: FormPlace }) {
  const { language, format, fill } = useTexts();
  const { id, kind, issuer, startedOn, endedOn, mainTasks, additionalTasks, terms } = episode;
  const runs = terms.find(({ from }) => from <= place.today);
  const waits = runs !== undefined && ['running', 'requested', 'windowOpen', 'lapsed'].includes(runs.state) && endedOn === null;
  return (
    <li>
      <div className="entry-head">
        <strong>{episodeKinds[kind][language]}</strong>
        <span className="soft">{id}</span>
      </div>
      <p>
        {endedOn === null ? format.day(startedOn, 'medium') : format.days(startedOn, endedOn)} ·{' '}
        {fill(officeWords.issuer[language], { who: issuer })}
      </p>
      <p className="soft small">{[...mainTasks, ...additionalTasks].map((task) => taskName(language, task)).join(', ')}</p>
      <ul className="small">
        {terms.map((term) => (
          <Term key={term.from} term={term} />
        ))}
      </ul>
      {waits && (
        <div className="entry-acts">
          {runs.id !== null && runs.requestedOn === null && <ChangeButton form={askOpinion(place, runs.id)} />}
          <ChangeButton form={recordOpinion(place, id)} />
        </div>
      )}
    </li>
  );
}

function Term({ term }: { readonly term: ClientEpisodeView['terms'][number] }) {
  const { language, format, fill } = useTexts();
  const { from, end, window, requestedOn, opinion, state } = term;
  const look = state === 'lapsed' ? 'bad' : state === 'windowOpen' ? 'warn' : '';
  return (
    <li>
      {end === null ? format.day(from, 'medium') : format.days(from, end)}{' '}
      <span className={`tag ${look}`}>{termStates[state][language]}</span>{' '}
      <span className="soft">
        {[
          window && opinion === null && fill(officeWords.windowOpens[language], { day: format.day(window.from, 'tab') }),
          requestedOn && fill(officeWords.askedOn[language], { day: format.day(requestedOn, 'tab') }),
          opinion &&
            fill(officeWords.opinionOn[language], {
              day: format.day(opinion.givenOn, 'tab'),
              verdict: changeWords[opinion.verdict][language],
            }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
