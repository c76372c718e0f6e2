import type { EditingView, RouteView } from '#contracts';
import { useMemo, type MouseEvent } from 'react';
import { Icon } from '../shell/icons.js';
import { spanOf, type Axis, type Span } from './axis.js';
import { isJoint, routeBlocks } from './blocks.js';
import { isFound, type Sought } from './search.js';
import './bar.css';

interface BarProps {
  readonly route: RouteView;
  readonly axis: Axis;
  readonly sought: Sought;
  readonly pins: EditingView['pins'];
  /** Visits may be dragged. */
  readonly editable: boolean;
  /** What a click on a visit does. */
  readonly open: (block: HTMLElement) => void;
}

/** A route as a bar of time. For the eye and the mouse only: the row's button and its stops say the same in words. */
export function Bar({ route, axis, sought, pins, editable, open }: BarProps) {
  const blocks = useMemo(() => routeBlocks(route, axis), [route, axis]);
  const click = (event: MouseEvent) => {
    const block = (event.target as Element).closest<HTMLElement>('[data-visit]');
    if (block) open(block);
  };
  const hours = (axis.end - axis.start) / 60;
  return (
    <div className="bar" aria-hidden="true" onClick={click} style={{ backgroundSize: `${100 / hours}% 100%` }}>
      <span className="bar-shift" style={box(spanOf(axis, route.shiftStart, route.shiftEnd))} />
      {blocks.map((block, i) => {
        if (block.kind === 'way') return <span key={i} className="bar-way" style={box(block.span)} />;
        if (block.kind === 'break') return <span key={i} className="bar-break" style={box(block.span)} />;
        const { stop } = block;
        return (
          <span
            key={i}
            className={isFound(stop, sought) ? 'bar-visit found' : 'bar-visit'}
            style={box(block.span)}
            data-funder={stop.funder ?? undefined}
            data-visit={stop.visit}
            data-shift={route.shift}
            data-part={stop.part}
            data-start={stop.start}
            data-client={stop.client}
            data-drag={editable || undefined}
          >
            {isJoint(stop) && <Icon name="link" />}
            {pins.some(({ visit, part }) => visit === stop.visit && part === stop.part) && <Icon name="lock" />}
            <span className="bar-client">{stop.client}</span>
          </span>
        );
      })}
    </div>
  );
}

function box(span: Span): { readonly left: string; readonly width: string } {
  return { left: `${span.left}%`, width: `${span.width}%` };
}
