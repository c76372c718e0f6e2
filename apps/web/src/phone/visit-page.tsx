import type { MyVisitView } from '#contracts';
import { useState } from 'react';
import { FunderMark } from '../board/funder-mark.js';
import { ReservedMark } from '../board/reserved-mark.js';
import { Icon } from '../shell/icons.js';
import { Link } from '../shell/navigation.js';
import { professionName } from '../text/names.js';
import { observationTexts } from '../text/observation-texts.js';
import { flagTexts } from '../text/phone-texts.js';
import { ruleWords } from '../text/rules.js';
import { useTexts } from '../text/use-texts.js';
import { CheckButton, TakeBack } from './check-button.js';
import type { DayProps } from './day-page.js';
import { Way } from './day-page.js';
import { todayInRiga } from './days.js';
import { newEvent } from './new-entry.js';
import { Saw } from './saw.js';
import { TaskList } from './task-list.js';
import { useSay } from './use-say.js';
import { reported, stateOf, visitsOf } from './visit-state.js';

const NOT_HAPPENING = ['no_answer', 'client_absent', 'visit_refused', 'client_in_hospital', 'unsafe'] as const;

/** Everything about one visit, in the order in which it is needed at the door. */
export function VisitPage({ day, outbox, account, visit: key }: DayProps & { readonly visit: string }) {
  const say = useSay();
  const { format } = useTexts();
  const stop = visitsOf(day).find(({ visit }) => visit.visit === key);
  if (stop === undefined) return <p>{say('noVisits')}</p>;
  const { visit } = stop;
  const state = stateOf(key, reported(day, outbox.entries));
  const mode = day.routes.find(({ stops }) => stops.some((one) => one.visit?.visit === key))?.mode ?? 'walk';
  const own = day.day <= todayInRiga();
  return (
    <article className="phone-visit">
      <Link className="button quiet" href={`/my?day=${day.day}`}>
        <Icon name="back" /> {say('back')}
      </Link>
      <h1>{visit.client ?? say('hidden')}</h1>
      <p className="phone-time">
        {format.time(stop.start)}–{format.time(stop.end)} <FunderMark funder={visit.funder} />
      </p>
      <ReservedMark reserved={visit.reserved} long />
      <Way stop={stop} mode={mode} />
      <Flags visit={visit} />
      <Home visit={visit} />
      <Partners visit={visit} />
      <TaskList {...{ visit, state, outbox, account }} locked={!own} />
      <Meetings visit={visit} />
      <HandOver visit={visit} />
      {own && (
        <>
          <Note notes={state.notes} keep={(note) => outbox.add(newEvent(account, { visit: key, kind: 'note', note }))} />
          <Saw visit={key} profession={day.profession} {...{ outbox, account }} />
          {state.startedAt === null && state.missed === null && (
            <details className="phone-card">
              <summary>{say('noVisit')}</summary>
              {NOT_HAPPENING.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className="button wide"
                  onClick={() =>
                    void outbox.add(newEvent(account, { visit: key, kind, ...(kind === 'unsafe' && { reason: 'unsafe' }) }))
                  }
                >
                  {say(kind)}
                </button>
              ))}
            </details>
          )}
          {state.missed !== null && <p className="phone-done">{say(state.missed as (typeof NOT_HAPPENING)[number])}</p>}
          <TakeBack {...{ stop, state, outbox, account }} />
        </>
      )}
      <WhoDoesWhat visit={visit} />
      {own && (
        <div className="phone-check-bar">
          <CheckButton {...{ stop, state, outbox, account }} />
        </div>
      )}
    </article>
  );
}

function Flags({ visit }: { readonly visit: MyVisitView }) {
  const { language } = useTexts();
  const flags = visit.home?.flags.flatMap((flag) => flagTexts[flag] ?? []) ?? [];
  if (flags.length === 0) return null;
  return (
    <ul className="phone-flags">
      {flags.map((flag) => (
        <li key={flag.en}>
          <Icon name={flag.icon} /> {flag[language]}
        </li>
      ))}
    </ul>
  );
}

function Home({ visit: { home } }: { readonly visit: MyVisitView }) {
  const say = useSay();
  if (home === null) return null;
  const { address, floor, lift, doorCode, keyNote, accessNote, phone } = home;
  const stairs = [floor !== null && say('floor', { n: floor }), lift !== null && say(lift ? 'lift' : 'noLift')];
  const lines = [
    ['doorCode', doorCode],
    ['key', keyNote],
    ['access', accessNote],
  ] as const;
  return (
    <section className="phone-card">
      <h2>{say('home')}</h2>
      <p>
        <strong>{address}</strong>
      </p>
      <p>{stairs.filter((part) => part !== false).join(', ')}</p>
      <dl>
        {lines.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{say(name)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {phone && (
        <a className="button wide" href={`tel:${phone}`}>
          {say('call')} {phone.replaceAll(' ', '\u00a0')}
        </a>
      )}
    </section>
  );
}

function Partners({ visit: { partners } }: { readonly visit: MyVisitView }) {
  const say = useSay();
  const { format } = useTexts();
  if (partners.length === 0) return null;
  return (
    <section className="phone-card">
      <h2>{say('partners')}</h2>
      {partners.map(({ staff, arrivedAt, leftAt }) => (
        <p key={staff}>
          <strong>{staff}</strong>:{' '}
          {leftAt !== null
            ? say('gone', { at: format.time(leftAt) })
            : arrivedAt !== null
              ? say('there', { at: format.time(arrivedAt) })
              : say('notThere')}
        </p>
      ))}
      <p className="soft">{say('bothFinish')}</p>
    </section>
  );
}

const EFFECTS = { joined: 'together', parted: 'apart', ordered: 'ordered' } as const;

function Meetings({ visit: { meetings } }: { readonly visit: MyVisitView }) {
  const say = useSay();
  const { text, language, format } = useTexts();
  if (meetings.length === 0) return null;
  return (
    <section className="phone-card">
      <h2>{say('meetings')}</h2>
      {meetings.map(({ profession, staff, start, effect, rule, reason }) => {
        const words = ruleWords(language, text, rule, reason);
        return (
          <div key={`${rule}-${start ?? ''}-${staff ?? ''}`} className="phone-meeting">
            <p>
              <strong>{professionName(text, profession)}</strong> {staff} ·{' '}
              {start === null ? say('notPlanned') : format.time(start)} · {say(EFFECTS[effect])}
            </p>
            {words.pair !== null && <p>{words.pair}</p>}
            <p className="soft" lang={words.reason.language === language ? undefined : words.reason.language}>
              {words.reason.text}
            </p>
          </div>
        );
      })}
    </section>
  );
}

function HandOver({ visit: { handOver } }: { readonly visit: MyVisitView }) {
  const say = useSay();
  const { text, language, format } = useTexts();
  if (handOver.length === 0) return null;
  return (
    <section className="phone-card">
      <h2>{say('handOver')}</h2>
      {handOver.map(({ at, profession, note, observation }) => (
        <p key={`${at}-${observation ?? ''}`}>
          <span className="soft">
            {format.moment(at)}, {professionName(text, profession)}:
          </span>{' '}
          {[observation !== null && observationTexts[observation]?.[language], note].filter(Boolean).join(' – ')}
        </p>
      ))}
    </section>
  );
}

function Note({ notes, keep }: { readonly notes: readonly string[]; readonly keep: (note: string) => Promise<void> }) {
  const say = useSay();
  const [note, setNote] = useState('');
  const save = async (): Promise<void> => {
    await keep(note.trim());
    setNote('');
  };
  return (
    <section className="phone-card">
      <label className="field">
        <span>{say('note')}</span>
        <textarea rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <button type="button" className="button wide" disabled={note.trim() === ''} onClick={() => void save()}>
        {say('keep')}
      </button>
      {notes.map((text) => (
        <p key={text} className="phone-done">
          {text}
        </p>
      ))}
    </section>
  );
}

function WhoDoesWhat({ visit: { notMine } }: { readonly visit: MyVisitView }) {
  const say = useSay();
  const { language } = useTexts();
  if (notMine.length === 0) return null;
  return (
    <details className="phone-card">
      <summary>{say('whoDoesWhat')}</summary>
      {notMine.map(({ task, words }) => (
        <p key={task}>{words[language]}</p>
      ))}
    </details>
  );
}
