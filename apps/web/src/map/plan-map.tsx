import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import type { ProviderView, RouteView, UnservedView } from '#contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../shell/icons.js';
import { mapWords } from '../text/map-texts.js';
import { useTexts } from '../text/use-texts.js';
import { DrawnMap } from './draw-map.js';
import type { SharedFocus } from './focus.js';
import { routeShapes, type StopShape } from './route-shapes.js';

export interface PlanMapProps {
  readonly ground: ProviderView['map'];
  /** What the board shows, so that both show the same. */
  readonly routes: readonly RouteView[];
  readonly unserved: readonly UnservedView[];
  readonly colours: ReadonlyMap<string, number>;
  readonly focus: SharedFocus;
  /** Rows opened on the board: their routes stand out. */
  readonly opened: ReadonlySet<string>;
  /** The visit in hand. */
  readonly chosen: string | null;
  readonly picked: (stop: StopShape | { readonly shift: string }) => void;
}

/** Routes on the ground, in step with the board beside it, which says the same in words. */
export default function PlanMap(props: PlanMapProps) {
  const { ground, routes, unserved, colours, focus, opened, chosen } = props;
  const { language } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<DrawnMap | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const container = place.current;
    if (!container) return;
    let drawn: DrawnMap;
    try {
      drawn = new DrawnMap({
        ...{ container, ground },
        words: { map: mapWords.map[language], zoomIn: mapWords.zoomIn[language], zoomOut: mapWords.zoomOut[language] },
        hovered: (at) => focus.set(at),
        picked: (stop) => latest.current.picked(stop),
        failed: () => setFailed(true),
      });
    } catch {
      setFailed(true);
      return;
    }
    setMap(drawn);
    const unfollow = focus.follow((at) => drawn.light(at));
    return () => {
      unfollow();
      setMap(null);
      drawn.close();
    };
  }, [ground, language, focus]);

  const shapes = useMemo(() => routeShapes(routes, colours, unserved), [routes, colours, unserved]);
  useEffect(() => map?.show(shapes), [map, shapes]);
  useEffect(() => map?.pickOut(opened, chosen), [map, opened, chosen, shapes]);

  return (
    <section className="plan-map panel" aria-label={mapWords.map[language]}>
      <div ref={place} className="plan-map-ground" data-stops={shapes.stops.features.length} />
      {failed && (
        <p className="plan-map-failed" role="alert">
          <Icon name="warn" />
          {mapWords.failed[language]}
        </p>
      )}
      {!failed && (
        <button type="button" className="button plan-map-whole" onClick={() => map?.frame()}>
          {mapWords.whole[language]}
        </button>
      )}
      <ul className="plan-map-legend" aria-label={mapWords.legend[language]}>
        {(['walk', 'bicycle', 'car', 'transit'] as const).map((mode) => (
          <li key={mode}>
            <Mode mode={mode} />
          </li>
        ))}
        <li>
          <span className="map-left-out" aria-hidden="true">
            !
          </span>
          {mapWords.leftOut[language]}
        </li>
      </ul>
    </section>
  );
}

const DASHES: Readonly<Record<RouteView['mode'], string>> = { walk: '1 4', bicycle: '5 3', car: 'none', transit: '11 3' };

function Mode({ mode }: { readonly mode: RouteView['mode'] }) {
  const { text } = useTexts();
  return (
    <>
      <svg width="28" height="6" viewBox="0 0 28 6" aria-hidden="true">
        <path d="M1 3h26" stroke="currentColor" strokeWidth="2" strokeDasharray={DASHES[mode]} strokeLinecap="round" />
      </svg>
      {text.mode[mode]}
    </>
  );
}
