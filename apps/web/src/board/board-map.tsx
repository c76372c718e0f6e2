import type { RouteView, UnservedView } from '#contracts';
import { lazy, Suspense } from 'react';
import { useProvider } from '../api/session.js';
import type { SharedFocus } from '../map/focus.js';
import type { StopShape } from '../map/route-shapes.js';
import { navigate, useAddress } from '../shell/navigation.js';
import { CrashBoundary } from '../shell/crash.js';
import { Waiting } from '../shell/states.js';
import { mapWords } from '../text/map-texts.js';
import { useTexts } from '../text/use-texts.js';
import { chosenOf, type Chosen } from './visit-panel.js';

// Maps are large; who does not look at one does not load one.
const PlanMap = lazy(() => import('../map/plan-map.js'));

/** Whether the map is shown; it stands in the address, so that it survives a reload. */
export function useMapShown(): boolean {
  return useAddress().searchParams.get('map') === '1';
}

/** Shows or hides the map. */
export function MapSwitch({ shown }: { readonly shown: boolean }) {
  const { language } = useTexts();
  const { pathname, searchParams } = useAddress();
  const turn = (): void => {
    if (shown) searchParams.delete('map');
    else searchParams.set('map', '1');
    const query = searchParams.toString();
    navigate(query === '' ? pathname : `${pathname}?${query}`, 'replace');
  };
  return (
    <button type="button" className="button" aria-pressed={shown} onClick={turn}>
      {mapWords.map[language]}
    </button>
  );
}

interface BoardMapProps {
  readonly routes: readonly RouteView[];
  readonly unserved: readonly UnservedView[];
  readonly colours: ReadonlyMap<string, number>;
  readonly focus: SharedFocus;
  readonly opened: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly toggle: (shift: string, to?: boolean) => void;
  /** Absent: the plan is not edited. */
  readonly choose: ((chosen: Chosen) => void) | undefined;
}

/** The map beside the rows: what is picked on it opens on the board. */
export function BoardMap({ toggle, choose, ...shown }: BoardMapProps) {
  const provider = useProvider();
  const { routes, unserved } = shown;
  const picked = (at: StopShape | { readonly shift: string }): void => {
    if (at.shift !== '') bringRow(at.shift);
    if (!('visit' in at)) return toggle(at.shift);
    const route = routes.find(({ shift }) => shift === at.shift);
    const stop = route?.stops.find(({ visit }) => visit === at.visit);
    const leftOut = unserved.find(({ visit }) => visit === at.visit);
    if (choose && route && stop) {
      choose({ visit: stop.visit, part: stop.part, client: stop.client, start: stop.start, shift: route.shift });
    } else if (choose && leftOut) choose(chosenOf(leftOut));
    else if (route) toggle(route.shift, true);
  };
  if (!provider.data) return <Waiting rows={1} kind="map" />;
  return (
    <CrashBoundary>
      <Suspense fallback={<Waiting rows={1} kind="map" />}>
        <PlanMap ground={provider.data.map} picked={picked} {...shown} />
      </Suspense>
    </CrashBoundary>
  );
}

function bringRow(shift: string): void {
  document.querySelector(`[data-row="${CSS.escape(shift)}"]`)?.scrollIntoView({ block: 'nearest' });
}
