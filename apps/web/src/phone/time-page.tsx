import { secretLinkMade, secretLinkView, type MyTimeDay } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { ask, tell } from '../api/client.js';
import { Icon } from '../shell/icons.js';
import { Failed, failureText, Waiting } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';
import { addDays, mondayOf, todayInRiga } from './days.js';
import { newSwap } from './new-entry.js';
import { Received } from './sync-line.js';
import { useMyTime } from './use-mine.js';
import type { Outbox } from './use-outbox.js';
import { useSay } from './use-say.js';

interface TimeProps {
  readonly outbox: Outbox;
  readonly account: string;
}

/** A week of one's time: planned, travelled, waited, paid, rests and days off. */
export function TimePage({ outbox, account }: TimeProps) {
  const say = useSay();
  const { format } = useTexts();
  const [monday, setMonday] = useState(() => mondayOf(todayInRiga()));
  const time = useMyTime(monday, addDays(monday, 6));
  if (time.isPending) return <Waiting rows={7} kind="plan" />;
  if (time.isError && !time.data) return <Failed failure={time.error} retry={() => void time.refetch()} />;
  const { days, contractMinutesPerWeek, findings } = time.data.value;
  const paid = days.reduce((sum, { paidSeconds }) => sum + paidSeconds, 0);
  return (
    <>
      <div className="phone-day">
        <button type="button" className="button" aria-label={say('weekBefore')} onClick={() => setMonday(addDays(monday, -7))}>
          <Icon name="back" />
        </button>
        <h1>{say('time')}</h1>
        <button type="button" className="button" aria-label={say('weekAfter')} onClick={() => setMonday(addDays(monday, 7))}>
          <Icon name="next" />
        </button>
      </div>
      <p>{format.days(monday, addDays(monday, 6))}</p>
      <Received told={time.data} />
      <p className="phone-paid">
        {say('inAll')}: <strong>{format.duration(paid)}</strong> · {say('contract')}:{' '}
        {format.duration(contractMinutesPerWeek * 60)}
      </p>
      <ul className="phone-stops">
        {days.map((day) => (
          <DayOfTime key={day.day} {...{ day, outbox, account }} />
        ))}
      </ul>
      <section className="phone-card">
        <h2>{say('limits')}</h2>
        {findings.length === 0 && <p>{say('limitsFine')}</p>}
        {findings.map((finding) => (
          <Finding key={`${finding.from}-${finding.words.en}`} words={finding.words} />
        ))}
      </section>
      <Calendar />
    </>
  );
}

function Finding({ words }: { readonly words: Readonly<Record<'lv' | 'en' | 'ru', string>> }) {
  const { language } = useTexts();
  return <p>{words[language]}</p>;
}

function DayOfTime({ day, outbox, account }: TimeProps & { readonly day: MyTimeDay }) {
  const say = useSay();
  const { format } = useTexts();
  const asked = outbox.entries.some((entry) => entry.channel === 'swaps' && entry.body.day === day.day);
  const [tapped, setTapped] = useState(false);
  const works = day.start !== null || (day.shift !== null && day.absence === null);
  const parts = [
    ['care', day.careSeconds],
    ['travel', day.travelSeconds],
    ['wait', day.waitingSeconds],
    ['paidTime', day.paidSeconds],
  ] as const;
  return (
    <li className="phone-card">
      <p>
        <strong>{format.day(day.day, 'tab')}</strong>{' '}
        {day.start !== null && day.end !== null ? `${format.time(day.start)}–${format.time(day.end)}` : <Without day={day} />}
      </p>
      {day.start !== null && (
        <>
          <dl className="phone-parts">
            {parts.map(([name, seconds]) => (
              <div key={name}>
                <dt>{say(name)}</dt>
                <dd>{format.duration(seconds)}</dd>
              </div>
            ))}
            {day.restSeconds !== null && (
              <div>
                <dt>{say('rest')}</dt>
                <dd>{format.duration(day.restSeconds)}</dd>
              </div>
            )}
          </dl>
        </>
      )}
      {works && day.day > todayInRiga() && (
        <>
          {asked || tapped ? (
            <p className="phone-done">{say('swapAsked')}</p>
          ) : (
            <button
              type="button"
              className="button wide"
              onClick={() => {
                setTapped(true);
                void outbox.add(newSwap(account, day.day));
              }}
            >
              {say('swap')}
            </button>
          )}
        </>
      )}
    </li>
  );
}

/** A day without a published route: away, rostered, or off. */
function Without({ day: { absence, shift } }: { readonly day: MyTimeDay }) {
  const say = useSay();
  const { format } = useTexts();
  if (absence !== null) return <>{say(absence)}</>;
  if (shift === null) return <>{say('free')}</>;
  return <>{say('rostered', { from: format.time(shift.start), to: format.time(shift.end) })}</>;
}

/** The secret address of one's calendar; it is shown once and can be taken back. */
function Calendar() {
  const say = useSay();
  const { text, format } = useTexts();
  const client = useQueryClient();
  const links = useQuery({
    queryKey: ['calendar-links'],
    queryFn: ({ signal }) => ask(z.array(secretLinkView), '/my/calendar-links', { signal }),
  });
  const fresh = () => client.invalidateQueries({ queryKey: ['calendar-links'] });
  const make = useMutation({
    mutationFn: () => ask(secretLinkMade, '/my/calendar-links', { method: 'POST' }),
    onSuccess: fresh,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => tell(`/my/calendar-links/${id}`, { method: 'DELETE' }),
    onSuccess: fresh,
  });
  const failed = make.error ?? revoke.error;
  return (
    <section className="phone-card">
      <h2>{say('calendar')}</h2>
      <p>{say('calendarText')}</p>
      {make.data && <p className="phone-secret">{location.origin + make.data.path}</p>}
      {failed && <p className="form-error">{failureText(text, failed)}</p>}
      <button type="button" className="button wide" disabled={make.isPending} onClick={() => make.mutate()}>
        {say('makeLink')}
      </button>
      {links.data?.map(({ id, createdAt }) => (
        <p key={id} className="phone-choice">
          <span>{say('madeOn', { at: format.moment(createdAt) })}</span>
          <button type="button" className="button" onClick={() => revoke.mutate(id)}>
            {say('revoke')}
          </button>
        </p>
      ))}
    </section>
  );
}
