import type { RouteView } from '#contracts';
import { memo, useId } from 'react';
import { Icon } from '../shell/icons.js';
import { professionName } from '../text/names.js';
import { useTexts } from '../text/use-texts.js';
import type { Axis } from './axis.js';
import { Bar } from './bar.js';
import type { Whereabouts } from './partners.js';
import type { Sought } from './search.js';
import { stopId, Stops } from './stops.js';

interface RouteRowProps {
  readonly route: RouteView;
  readonly axis: Axis;
  readonly places: Whereabouts;
  readonly sought: Sought;
  readonly open: boolean;
  readonly toggle: (shift: string, to?: boolean) => void;
}

/** One person's day: the bar, and on demand the stops. */
export const RouteRow = memo(
  function RouteRow({ route, axis, places, sought, open, toggle }: RouteRowProps) {
    const { text, fill, count, format } = useTexts();
    const stopsId = useId();
    const visits = route.stops.filter((stop) => stop.kind === 'visit').length;
    const showStop = (visit: string) => {
      toggle(route.shift, true);
      // The stop is there only after the row has opened.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => document.getElementById(stopId(route.shift, visit))?.scrollIntoView({ block: 'nearest' })),
      );
    };
    return (
      <li className={open ? 'route route-open' : 'route'}>
        <div className="route-head">
          <h3>
            <button type="button" aria-expanded={open} aria-controls={stopsId} onClick={() => toggle(route.shift)}>
              <Icon name="next" className="route-arrow" />
              <span className="route-name" title={route.staffName}>
                {route.staffName}
              </span>
              <span className="route-job">
                <Icon name={route.mode} />
                {professionName(text, route.profession)}
                <span className="unseen">, {text.mode[route.mode]}</span>
              </span>
              <span className="unseen">
                {fill(text.board.shift, { from: format.time(route.shiftStart), to: format.time(route.shiftEnd) })}
              </span>
            </button>
          </h3>
          <Bar route={route} axis={axis} sought={sought} showStop={showStop} />
          <p className="route-figures">
            <span>{count(text.board.visits, visits)}</span>
            <span className="soft">{format.duration(route.serviceSeconds)}</span>
          </p>
        </div>
        <div id={stopsId} className="route-stops">
          {open && <Stops route={route} places={places} sought={sought} />}
        </div>
      </li>
    );
  },
  // `toggle` is made anew with each change but does the same.
  (a, b) => a.route === b.route && a.axis === b.axis && a.places === b.places && a.sought === b.sought && a.open === b.open,
);
