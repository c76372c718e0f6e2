import type { ClientView } from '#contracts';
import { professionName } from '../text/names.js';
import { observationTexts } from '../text/observation-texts.js';
import { fieldTexts } from '../text/field-texts.js';
import { officeWords, weekdayNames } from '../text/office-texts.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { Card } from './card.js';

interface Props {
  readonly client: ClientView;
}

/** Relatives and friends, and what they do themselves. */
export function Family({ client }: Props) {
  const { language, format, fill } = useTexts();
  return (
    <Card title={officeWords.family[language]} id="family">
      {client.relatives.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {client.relatives.map((one) => (
          <li key={one.id}>
            <div className="entry-head">
              <strong>{one.name}</strong>
              <span className="soft">{one.relation}</span>
              {one.paidByMunicipality && <span className="tag">{officeWords.paid[language]}</span>}
            </div>
            <p className="small">
              {[
                one.phone,
                fill(officeWords.perWeek[language], { time: format.duration(one.minutesPerWeek * 60) }),
                one.weekdays.map((day) => weekdayNames[day]?.[language] ?? day).join(' '),
                one.from && one.to && `${one.from}–${one.to}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="soft small">{one.tasks.map((task) => taskName(language, task)).join(', ')}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Who was there in the last fourteen days: the measure of continuity. */
export function Seen({ client }: Props) {
  const { text, language, format, count, fill } = useTexts();
  return (
    <Card
      title={officeWords.seen[language]}
      id="seen"
      acts={client.seen.length > 0 && <span className="tag">{count(officeWords.seenCount[language], client.seen.length)}</span>}
    >
      {client.seen.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {client.seen.map(({ staff, profession, visits, lastOn }) => (
          <li key={staff}>
            <div className="entry-head">
              <strong>{staff}</strong>
              <span className="soft">{professionName(text, profession)}</span>
              <span>
                {count(officeWords.visits[language], visits)},{' '}
                {fill(officeWords.lastOn[language], { day: format.day(lastOn, 'tab') })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What staff saw at the home, the newest first. */
export function Observations({ client: { observations } }: Props) {
  const { language, format } = useTexts();
  return (
    <Card title={officeWords.observations[language]} id="observations">
      {observations === null && <p className="soft">{officeWords.noRight[language]}</p>}
      {observations?.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {observations?.map(({ id, at, code, isNew, note, staff }) => (
          <li key={id}>
            <div className="entry-head">
              <strong>{observationTexts[code]?.[language] ?? code}</strong>
              {isNew && <span className="tag warn">{fieldTexts.isNew[language]}</span>}
            </div>
            <p className="soft small">
              {format.moment(at)} · {staff}
            </p>
            {note !== null && <p>{note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Who should or must not come. */
export function Wishes({ client: { preferences } }: Props) {
  const { language } = useTexts();
  return (
    <Card title={officeWords.wishes[language]} id="wishes">
      {preferences.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {preferences.map(({ staff, kind, reason }) => (
          <li key={`${staff} ${kind}`}>
            <div className="entry-head">
              <strong>{staff}</strong>
              <span className={`tag ${kind === 'excluded' ? 'bad' : ''}`}>{officeWords[kind][language]}</span>
            </div>
            {reason !== null && <p className="soft small">{reason}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
