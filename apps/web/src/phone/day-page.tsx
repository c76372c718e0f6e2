import type { MyDayView, MyStopView } from '#contracts';
import { useEffect, useState } from 'react';
import { FunderMark } from '../board/funder-mark.js';
import { ReservedMark } from '../board/reserved-mark.js';
import { Icon } from '../shell/icons.js';
import { Link } from '../shell/navigation.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { AllDone, CheckButton } from './check-button.js';
import { addDays, todayInRiga } from './days.js';
import type { Outbox } from './use-outbox.js';
import { useSay } from './use-say.js';
import { isOver, nextVisit, paidUntil, reported, stateOf, type VisitStop } from './visit-state.js';

/** What every page of a day works with. */
export interface DayProps {
  readonly day: MyDayView;
  readonly outbox: Outbox;
  readonly account: string;
}

/** The next visit first, with its button; then the whole day. */
export function DayPage({ day, outbox, account }: DayProps) {
  const say = useSay();
  const { format } = useTexts();
  const events = reported(day, outbox.entries);
  const next = nextVisit(day, events);
  const stops = day.routes.flatMap((route) => route.stops.map((stop) => ({ ...stop, mode: route.mode })));
  useEffect(() => {
    document.title = `${say('today')} · Apgaita`;
  });
  return (
    <>
      <div className="phone-day">
        <Link className="button" href={`/my?day=${addDays(day.day, -1)}`} aria-label={say('dayBefore')}>
          <Icon name="back" />
        </Link>
        <h1>{format.day(day.day, 'tab')}</h1>
        <Link className="button" href={`/my?day=${addDays(day.day, 1)}`} aria-label={say('dayAfter')}>
          <Icon name="next" />
        </Link>
      </div>
      {stops.length === 0 && <p>{say('noVisits')}</p>}
      {next && <NextVisit stop={next} {...{ day, outbox, account }} />}
      {!next && stops.length > 0 && <p className="phone-card">{say('dayDone')}</p>}
      {stops.length > 0 && (
        <>
          <PaidTime day={day} />
          <h2>{say('dayList')}</h2>
          <ol className="phone-stops">
            {stops.map((stop) => (
              <StopRow key={`${stop.start}-${stop.visit?.visit ?? ''}`} stop={stop} day={day.day} over={isDone(stop, events)} />
            ))}
          </ol>
        </>
      )}
      {day.providerPhone && (
        <a className="button wide" href={`tel:${day.providerPhone}`}>
          {say('callOffice')} {day.providerPhone.replaceAll(' ', '\u00a0')}
        </a>
      )}
    </>
  );
}

function isDone({ visit }: MyStopView, events: ReturnType<typeof reported>): boolean {
  return visit !== null && isOver(stateOf(visit.visit, events));
}

function NextVisit({ stop, day, outbox, account }: DayProps & { readonly stop: VisitStop }) {
  const say = useSay();
  const { language, format } = useTexts();
  const { visit } = stop;
  const state = stateOf(visit.visit, reported(day, outbox.entries));
  return (
    <section className="phone-card phone-next" aria-labelledby="next-visit">
      <h2 id="next-visit">{state.startedAt === null ? say('next') : say('underway')}</h2>
      <p className="phone-time">
        {format.time(stop.start)}–{format.time(stop.end)}
      </p>
      <p className="phone-client">{visit.client ?? say('hidden')}</p>
      <ReservedMark reserved={visit.reserved} long />
      {visit.home && <p>{visit.home.address}</p>}
      <Way stop={stop} mode={modeOf(day, stop)} />
      {day.day === todayInRiga() && (
        <>
          <AllDone {...{ visit, state, outbox, account }} />
          <CheckButton {...{ stop, state, outbox, account }} />
        </>
      )}
      <p className="soft">{visit.tasks.map((code) => taskName(language, code)).join(' · ')}</p>
      <Link className="button wide" href={visitAddress(day.day, visit.visit)}>
        {say('open')}
      </Link>
    </section>
  );
}

function modeOf({ routes }: MyDayView, stop: VisitStop) {
  return routes.find(({ stops }) => stops.some(({ visit }) => visit?.visit === stop.visit.visit))?.mode ?? 'walk';
}

/** Address of a visit's own page. */
export function visitAddress(day: string, visit: string): string {
  return `/my/visit/${day}/${encodeURIComponent(visit)}`;
}

/** How long the way is and by what, with the door for the phone's own map. */
export function Way({ stop, mode }: { readonly stop: MyStopView; readonly mode: 'walk' | 'bicycle' | 'car' | 'transit' }) {
  const say = useSay();
  const { text, format } = useTexts();
  const home = stop.visit?.home;
  if (stop.travelSeconds < MINUTE_S && !home) return null;
  return (
    <p className="phone-way">
      <span>
        <Icon name={mode} /> {text.mode[mode]}, {format.duration(stop.travelSeconds)}
      </span>
      {home && (
        <a className="button" href={`geo:${home.latitude},${home.longitude}?q=${home.latitude},${home.longitude}`}>
          {say('map')}
        </a>
      )}
    </p>
  );
}

/** A minute is as exact as times get on the page; a shorter way is none. */
const MINUTE_S = 60;
const MINUTE_MS = 60_000;

function PaidTime({ day }: { readonly day: MyDayView }) {
  const say = useSay();
  const { format } = useTexts();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  const all = day.routes.reduce((sum, { paidSeconds }) => sum + paidSeconds, 0);
  return (
    <p className="phone-paid">
      {say('paid')}: <strong>{format.duration(paidUntil(day, now))}</strong> {say('ofDay', { all: format.duration(all) })}
    </p>
  );
}

type ModedStop = MyStopView & { readonly mode: 'walk' | 'bicycle' | 'car' | 'transit' };

/** The way to a stop; before a break it leads to the next home. */
function Leg({ stop: { travelSeconds, mode } }: { readonly stop: ModedStop }) {
  const { text, format } = useTexts();
  if (travelSeconds < MINUTE_S) return null;
  return (
    <span className="soft">
      <Icon name={mode} /> {text.mode[mode]}, {format.duration(travelSeconds)}
    </span>
  );
}

function StopRow({ stop, day, over }: { readonly stop: ModedStop; readonly day: string; readonly over: boolean }) {
  const say = useSay();
  const { format } = useTexts();
  const time = `${format.time(stop.start)}–${format.time(stop.end)}`;
  if (stop.visit === null) {
    return (
      <li className="phone-stop">
        <Leg stop={stop} />
        <span className="phone-break">
          <span className="phone-time">{time}</span>
          <span>{say('break')}</span>
        </span>
      </li>
    );
  }
  const { visit } = stop;
  return (
    <li className={over ? 'phone-stop is-over' : 'phone-stop'}>
      <Leg stop={stop} />
      <Link href={visitAddress(day, visit.visit)}>
        <span className="phone-time">
          {time} {over && <Icon name="done" />}
        </span>
        <span className="phone-client">{visit.client ?? say('hidden')}</span>
        <span>{visit.home?.address}</span>
        <FunderMark funder={visit.funder} />
        <ReservedMark reserved={visit.reserved} />
      </Link>
    </li>
  );
}
