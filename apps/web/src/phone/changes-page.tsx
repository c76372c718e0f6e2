import type { MyChangeView } from '#contracts';
import { useState } from 'react';
import { Failed, Waiting } from '../shell/states.js';
import { changeTexts } from '../text/replan-texts.js';
import type { phoneTexts } from '../text/phone-texts.js';
import { useTexts } from '../text/use-texts.js';
import { newAnswer } from './new-entry.js';
import { Received } from './sync-line.js';
import { useMyChanges } from './use-mine.js';
import type { Outbox } from './use-outbox.js';
import { useSay } from './use-say.js';

interface ChangesProps {
  readonly outbox: Outbox;
  readonly account: string;
}

/** What changed, when, by whom and why; each is accepted or asked about. */
export function ChangesPage({ outbox, account }: ChangesProps) {
  const say = useSay();
  const changes = useMyChanges();
  if (changes.isPending) return <Waiting rows={3} kind="plan" />;
  if (changes.isError && !changes.data) return <Failed failure={changes.error} retry={() => void changes.refetch()} />;
  const all = changes.data.value;
  return (
    <>
      <h1>{say('changes')}</h1>
      <Received told={changes.data} />
      {all.length === 0 && <p>{say('nothingChanged')}</p>}
      <ul className="phone-stops">
        {all.map((change) => (
          <Change key={`${change.plan}-${change.visit}`} {...{ change, outbox, account }} />
        ))}
      </ul>
    </>
  );
}

/** What a change means for the person it is told to. */
function meaningOf({ before, after }: MyChangeView): keyof typeof phoneTexts {
  if (!before?.mine) return after?.mine ? 'nowMine' : 'noVisitNow';
  if (after === null) return 'noVisitNow';
  if (!after.mine) return 'notMineNow';
  return after.start === before.start ? 'otherContent' : 'otherTime';
}

function Change({ change, outbox, account }: ChangesProps & { readonly change: MyChangeView }) {
  const say = useSay();
  const { language, format } = useTexts();
  const [question, setQuestion] = useState<string | null>(null);
  const { plan, visit, client, day, before, after, publishedAt, by, why } = change;
  const waiting = outbox.entries.findLast(
    (entry) => entry.channel === 'answers' && entry.body.plan === plan && entry.body.visit === visit,
  );
  const answer = (waiting?.channel === 'answers' ? waiting.body.answer : null) ?? change.answer;
  const placed = (at: MyChangeView['before']): string =>
    at === null ? say('nobody') : `${format.time(at.start)}${at.mine ? '' : `, ${say('notMine')}`}`;
  const tell = (body: { answer: 'accepted' | 'asked'; question?: string }): void => {
    setQuestion(null);
    void outbox.add(newAnswer(account, { plan, visit, ...body }));
  };
  return (
    <li className="phone-card">
      <p>
        <strong>
          {format.day(day, 'tab')} · {say(meaningOf(change))}
        </strong>
      </p>
      {client && <p className="phone-client">{client}</p>}
      <p>
        {say('was')}: {placed(before)} → {say('willBe')}: {placed(after)}
      </p>
      <p className="soft">
        {why !== null && `${changeTexts[why as keyof typeof changeTexts]?.[language] ?? why} · `}
        {format.moment(publishedAt)}
        {by !== null && ` · ${by}`}
      </p>
      {answer !== null && <p className="phone-done">{say(answer)}</p>}
      {answer !== 'accepted' && (
        <div className="phone-choice">
          <button type="button" className="button primary" onClick={() => tell({ answer: 'accepted' })}>
            {say('accept')}
          </button>
          <button type="button" className="button" onClick={() => setQuestion('')}>
            {say('ask')}
          </button>
        </div>
      )}
      {question !== null && (
        <div className="phone-ask">
          <label className="field">
            <span>{say('question')}</span>
            <textarea rows={2} maxLength={500} value={question} onChange={(event) => setQuestion(event.target.value)} />
          </label>
          <button
            type="button"
            className="button wide"
            onClick={() => tell({ answer: 'asked', ...(question.trim() !== '' && { question: question.trim() }) })}
          >
            {say('ask')}
          </button>
        </div>
      )}
    </li>
  );
}
