import type { EditingView, RouteView, WorkingTimeView } from '#contracts';
import { memo, useId } from 'react';
import { personColour } from '../map/person-colour.js';
import { Icon } from '../shell/icons.js';
import { professionName } from '../text/names.js';
import { useTexts } from '../text/use-texts.js';
import type { Axis } from './axis.js';
import { Bar } from './bar.js';
import type { Whereabouts } from './partners.js';
import type { Sought } from './search.js';
import { stopId, Stops } from './stops.js';
import { Utilisation } from './utilisation.js';
import type { Chosen } from './visit-panel.js';

interface RouteRowProps {
  readonly route: RouteView;
  readonly axis: Axis;
  readonly places: Whereabouts;
  readonly sought: Sought;
  /** Of the person on the map; null: no map is shown. */
  readonly colour: number | null;
  readonly open: boolean;
  readonly toggle: (shift: string, to?: boolean) => void;
  readonly pins: EditingView['pins'];
  /** What the law of working time says of this person. */
  readonly findings: readonly WorkingTimeView[];
  /** How a visit dragged over this row would do; empty: none is. */
  readonly drop: '' | 'judging' | 'allowed' | 'reason_needed' | 'refused';
  /** Opens what can be done about a visit; absent: the plan is not edited. */
  readonly choose: ((chosen: Chosen) => void) | undefined;
  /** The day, where the plan is in force. */
  readonly dayInForce: string | null;
}

const SAME = [
  'route',
  'axis',
  'places',
  'sought',
  'colour',
  'open',
  'pins',
  'findings',
  'drop',
  'dayInForce',
] as const satisfies readonly (keyof RouteRowProps)[];

/** One person's day: the bar, and on demand the stops. */
export const RouteRow = memo(
  function RouteRow(props: RouteRowProps) {
    const { route, axis, places, sought, colour, open, toggle, pins, findings, drop, choose, dayInForce } = props;
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
    const openBlock = ({ dataset }: HTMLElement) => {
      const { visit = '', part, client = '', start = null } = dataset;
      if (choose) choose({ visit, part: Number(part), client, start, shift: route.shift });
      else showStop(visit);
    };
    return (
      <li className={open ? 'route route-open' : 'route'} data-row={route.shift} data-drop={drop || undefined}>
        <div className="route-head">
          <h3>
            <button type="button" aria-expanded={open} aria-controls={stopsId} onClick={() => toggle(route.shift)}>
              <Icon name="next" className="route-arrow" />
              <span className="route-name" title={route.staffName}>
                {colour !== null && <PersonDot colour={colour} />}
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
          <Bar route={route} axis={axis} sought={sought} pins={pins} editable={choose !== undefined} open={openBlock} />
          <p className="route-figures">
            <span>{count(text.board.visits, visits)}</span>
            <Utilisation route={route} findings={findings} />
          </p>
        </div>
        <div id={stopsId} className="route-stops">
          {open && <Stops {...{ route, places, sought, choose, dayInForce }} />}
        </div>
      </li>
    );
  },
  // Functions are made anew with each change but do the same.
  (a, b) => SAME.every((name) => a[name] === b[name]) && (a.choose === undefined) === (b.choose === undefined),
);

/** The person's colour on the map. */
function PersonDot({ colour }: { readonly colour: number }) {
  const background = `light-dark(${personColour(colour, false)}, ${personColour(colour, true)})`;
  return <span className="person-dot" aria-hidden="true" style={{ background }} />;
}
