import type { RouteView, StopView } from '#contracts';
import { Fragment, useState } from 'react';
import { ChangeButton } from '../changes/change-button.js';
import { PlansFollow } from '../changes/plans-follow.js';
import { runsOver } from '../changes/runs-over.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { waitingBefore } from './blocks.js';
import { FunderMark } from './funder-mark.js';
import { ReservedMark } from './reserved-mark.js';
import { Links } from './links.js';
import type { Whereabouts } from './partners.js';
import { isFound, type Sought } from './search.js';
import type { Chosen } from './visit-panel.js';
import { adviceWords } from '../text/advice-texts.js';
import './stops.css';

/** The page's id of a stop. */
export function stopId(shift: string, visit: string): string {
  return `stop-${shift}-${visit}`;
}

interface StopsProps {
  readonly route: RouteView;
  readonly places: Whereabouts;
  readonly sought: Sought;
  /** Opens what can be done about a visit; absent: the plan is not edited. */
  readonly choose: ((chosen: Chosen) => void) | undefined;
  /** The day, where the plan is in force: what has begun may run over. */
  readonly dayInForce: string | null;
}

/** A route as a timed list: the ways between, and at each stop who, where, what, who pays and which rules speak of it. */
export function Stops({ route, places, sought, choose, dayInForce }: StopsProps) {
  const { text, fill, format } = useTexts();
  const last = route.stops.at(-1);
  const wayBack = last ? (Date.parse(route.return) - Date.parse(last.end)) / 1000 : 0;
  return (
    <>
      <p className="stops-summary soft">
        {fill(text.board.shift, { from: format.time(route.shiftStart), to: format.time(route.shiftEnd) })}
        {' · '}
        {text.mode[route.mode]}
        {' · '}
        {fill(text.board.care, { time: format.duration(route.serviceSeconds) })}
        {' · '}
        {fill(text.board.travel, { time: format.duration(route.travelSeconds) })}
      </p>
      <ol className="stops" aria-label={fill(text.board.details, { staff: route.staffName })}>
        <li className="stop-end">
          <span className="stop-time">{format.time(route.departure)}</span>
          <span className="soft">{text.board.leaves}</span>
        </li>
        {route.stops.map((stop, i) => (
          <Fragment key={i}>
            {stop.kind === 'break' ? (
              <BreakStop stop={stop} />
            ) : (
              <VisitStop {...{ route, stop, places, sought, choose, dayInForce }} />
            )}
          </Fragment>
        ))}
        <li className="stop-end">
          <span className="stop-time">{format.time(route.return)}</span>
          <span className="soft">
            {text.board.returns}
            {wayBack >= 60 && ` · ${fill(text.board.before, { time: format.duration(wayBack) })}`}
          </span>
        </li>
      </ol>
    </>
  );
}

/** When the stop begins and ends, how long the way to it is, and when one arrives if that is earlier. */
function StopTime({ stop }: { readonly stop: StopView }) {
  const { text, fill, format } = useTexts();
  const way = stop.travelSeconds >= 60 && fill(text.board.before, { time: format.duration(stop.travelSeconds) });
  const early = waitingBefore(stop) >= 60 && fill(text.board.arrival, { time: format.time(stop.arrival) });
  return (
    <p className="stop-time">
      {format.time(stop.start)}–{format.time(stop.end)}
      {way && <span className="stop-way">{way}</span>}
      {early && <span className="stop-way">{early}</span>}
    </p>
  );
}

function BreakStop({ stop }: { readonly stop: StopView }) {
  const { text } = useTexts();
  return (
    <li className="stop stop-break">
      <StopTime stop={stop} />
      <span>{text.board.break}</span>
    </li>
  );
}

interface VisitStopProps extends StopsProps {
  readonly stop: StopView;
}

function VisitStop({ route, stop, places, sought, choose, dayInForce }: VisitStopProps) {
  const { text, fill, language, format } = useTexts();
  const { visit, part, client, start } = stop;
  return (
    <li
      id={stopId(route.shift, stop.visit)}
      className={isFound(stop, sought) ? 'stop found' : 'stop'}
      data-funder={stop.funder ?? undefined}
    >
      <StopTime stop={stop} />
      <div className="stop-who">
        <p className="stop-client">{stop.client}</p>
        <p className="soft small">
          {stop.address}
          {stop.neighbourhood !== null && ` · ${stop.neighbourhood}`}
        </p>
      </div>
      <ul className="stop-tasks">
        {stop.tasks.map((code) => (
          <li key={code}>{taskName(language, code)}</li>
        ))}
      </ul>
      <p className="stop-payer">
        {stop.funder !== null && <FunderMark funder={stop.funder} />}
        <ReservedMark reserved={stop.reserved} />
        {stop.parts > 1 && <span className="soft small">{fill(text.board.part, { part: stop.part, parts: stop.parts })}</span>}
      </p>
      {choose && (
        <button
          type="button"
          className="button stop-change"
          aria-label={fill(adviceWords.changeOf[language], { client, time: format.time(start) })}
          onClick={() => choose({ visit, part, client, start, shift: route.shift })}
        >
          {adviceWords.change[language]}
        </button>
      )}
      {dayInForce !== null && Date.parse(start) <= Date.now() && <RunsOver stop={stop} day={dayInForce} />}
      <Links shift={route.shift} stop={stop} places={places} />
    </li>
  );
}

/** Says that somebody is still at a visit, and leads to what plans do about it. */
function RunsOver({ stop, day }: { readonly stop: StopView; readonly day: string }) {
  const { language } = useTexts();
  const [said, setSaid] = useState(false);
  return (
    <div className="stop-over">
      <ChangeButton form={runsOver(language, stop, day)} look="plain" recorded={() => setSaid(true)} />
      {said && <PlansFollow day={day} />}
    </div>
  );
}
